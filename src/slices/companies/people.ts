/** Whom the organisation's records know, and where they work and worked. */
import { z } from 'zod';
import { overlaps } from '#core/companies/employment.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { ContactId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { email, marksOf, personByEmail, personName } from '#slices/people/index.ts';
import { organiserRelations, requireFresh } from '#slices/programmes/index.ts';
import { eraseBodies } from '#slices/system/index.ts';
import { subjectOf } from './companies.ts';
import { companyById, holdCompany, mergingOf } from './find.ts';
import { companyId, contactId, day, lastDay, version } from './schemas.ts';
import * as store from './store/people.ts';

/** Bodies about a contact are erased with them, whether they have an account or not. */
const about = (contact: ContactId) => contact as string as PersonId;

const address = z
  .union([z.literal(''), email])
  .default('')
  .transform((text) => (text === '' ? null : text));

/** Whoever has the address, or the account that has it, is known already; somebody else is added. */
async function knownContact(ctx: Ctx, { name, email: given }: { name: string; email: string | null }): Promise<ContactId> {
  const account = given === null ? undefined : await personByEmail(ctx, given);
  const find = async () =>
    (account && (await store.lockContactOfPerson(ctx, account.id))) ??
    (given === null ? undefined : await store.lockContactByEmail(ctx, given));
  const known = await find();
  if (known) return known.id;
  const made = await store.insertContact(ctx, { name, email: given, person: account?.id ?? null });
  const id = made ?? (await find())?.id;
  if (id === undefined) throw new Error('a contact is neither there nor could be made');
  return id;
}

function requireDays({ from, until }: { from: string; until: string | null }): void {
  if (until === null || from < until) return;
  throw problem('general.invalid-input', { count: 1 }, [{ path: 'until', code: 'companies.ends-before-it-begins', facts: {} }]);
}

/** Without an address somebody of the same name is somebody else: names are no proof. */
export const addEmployment = operation('companies.add-employment', {
  input: z.object({
    company: companyId,
    name: personName,
    email: address,
    title: z.string().trim().max(200).default(''),
    from: day,
    until: lastDay,
  }),
  who: ['organiser'],
  find: (ctx, input) => companyById(ctx, input.company),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    requireDays(input);
    const company = await holdCompany(ctx, found);
    const contact = await knownContact(ctx, input);
    const { employments } = await mergingOf(ctx, company);
    if (employments.some((one) => one.contact === contact && overlaps(one, input)))
      throw problem('companies.employed-already', { name: input.name, company: company.name });
    const employment = await store.insertEmployment(ctx, { ...input, contact, company: company.id });
    const body = { contact, name: input.name, title: input.title, from: input.from, until: input.until };
    await tell(ctx, { kind: 'companies.employment-added', programme: null, subject: subjectOf(company.id), about: about(contact), body });
    return { employment, contact };
  },
});

/** Says on which day it was over, or that it is not. */
export const endEmployment = operation('companies.end-employment', {
  input: z.object({ employment: z.uuid(), version, until: lastDay }),
  who: ['organiser'],
  find: (ctx, input) => store.lockEmployment(ctx, input.employment),
  relations: organiserRelations,
  run: async (ctx, input, employment) => {
    requireFresh(employment, input.version, { until: employment.until ?? '' }, { until: input.until ?? '' });
    const days = { from: employment.from, until: input.until };
    requireDays(days);
    const { employments } = await mergingOf(ctx, { id: employment.company, name: '' });
    const others = employments.filter((one) => one.contact === employment.contact && one.id !== employment.id);
    if (others.some((one) => overlaps(one, days))) throw problem('companies.employed-already', { name: '', company: '' });
    await store.markEmploymentEnd(ctx, employment.id, input.until);
    const subject = subjectOf(employment.company);
    const body = { contact: employment.contact, until: input.until };
    await tell(ctx, { kind: 'companies.employment-ended', programme: null, subject, about: about(employment.contact), body });
    return { employment: employment.id, company: employment.company };
  },
});

/** The address leads to the account that has it, if there is one. */
export const changeContact = operation('companies.change-contact', {
  input: z.object({ contact: contactId, version, name: personName, email: address }),
  who: ['organiser'],
  find: (ctx, input) => store.lockContact(ctx, input.contact),
  relations: organiserRelations,
  run: async (ctx, input, contact) => {
    const [from, to] = [
      { name: contact.name, email: contact.email ?? '' },
      { name: input.name, email: input.email ?? '' },
    ];
    requireFresh(contact, input.version, from, to);
    const account = input.email === null ? undefined : await personByEmail(ctx, input.email);
    const holder =
      (account && (await store.lockContactOfPerson(ctx, account.id))) ??
      (input.email === null ? undefined : await store.lockContactByEmail(ctx, input.email));
    if (holder && holder.id !== contact.id) throw problem('companies.address-of-another', { name: holder.name });
    await store.markContact(ctx, contact.id, { name: input.name, email: input.email, person: account?.id ?? contact.person });
    const subject = { kind: 'contact', id: contact.id };
    await tell(ctx, { kind: 'companies.contact-changed', programme: null, subject, about: about(contact.id), body: { from, to } });
    return { contact: contact.id };
  },
});

const reason = z.string().trim().min(3).max(500);

/** Name, address and employments go at once; what the record says of them goes with the next job, which alone may erase it. */
export const eraseContact = operation('companies.erase-contact', {
  input: z.object({ contact: contactId, reason }),
  who: ['organiser'],
  find: (ctx, input) => store.lockContact(ctx, input.contact),
  relations: organiserRelations,
  run: async (ctx, input, contact) => {
    await store.markContactErased(ctx, contact.id);
    await enqueue(ctx, 'companies.forget-contact', { contact: contact.id, reason: input.reason });
    const subject = { kind: 'contact', id: contact.id };
    await tell(ctx, { kind: 'companies.contact-erased', programme: null, subject, body: { reason: input.reason } });
    return { contact: contact.id };
  },
});

/** Runs in the jobs role, which alone may erase bodies. */
export const forgetContact = operation('companies.forget-contact', {
  input: z.object({ contact: contactId, reason }),
  who: ['system'],
  find: (ctx, input) => Promise.resolve({ contact: input.contact, organisation: ctx.organisation }),
  run: async (ctx, input) => {
    const bodies = await eraseBodies(ctx, about(input.contact), input.reason);
    const subject = { kind: 'contact', id: input.contact };
    await tell(ctx, { kind: 'companies.contact-forgotten', programme: null, subject, body: { bodies } });
    return { bodies };
  },
});

/** A person who is erased is no longer known here either, by any account or address of theirs; in the transaction that erases them. */
export async function forgetPerson(ctx: Ctx, person: PersonId, why: string): Promise<void> {
  for (const { id } of await store.lockContactsOf(ctx, await marksOf(ctx, person))) {
    await store.markContactErased(ctx, id);
    await eraseBodies(ctx, about(id), why);
  }
}
