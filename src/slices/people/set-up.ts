/** The beginning of an installation: its organisation, and the one-time link by which its first administrator arrives. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { hashPassword } from '#platform/passwords.server.ts';
import { tell } from '#platform/tell.server.ts';
import { hasAdministrator, insertMembership } from '#slices/system/index.ts';
import { email, organisationName, password, personName, token } from './schemas.ts';
import { openSession } from './sessions/opening.ts';
import * as store from './store.ts';

/** Founds the organisation the context names. */
export const foundOrganisation = operation('people.found-organisation', {
  input: z.object({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), name: organisationName }),
  who: ['system'],
  find: (ctx) => Promise.resolve(ctx.organisation),
  run: async (ctx, input, id) => {
    await store.insertOrganisation(ctx, { id, ...input });
    await tell(ctx, {
      kind: 'people.organisation-founded',
      programme: null,
      subject: { kind: 'organisation', id },
      body: { name: input.name },
    });
    return { organisation: id };
  },
});

/** Makes the link that is printed on the first start without a demo. */
export const makeSetUpLink = operation('people.make-set-up-link', {
  input: z.object({ token }),
  who: ['system'],
  secret: true,
  find: (ctx) => Promise.resolve(ctx.organisation),
  run: async (ctx, input, id) => {
    await store.insertLink(ctx, input.token, { purpose: 'set-up', email: null });
    await tell(ctx, { kind: 'people.set-up-link-made', programme: null, subject: { kind: 'organisation', id }, body: {} });
    return null;
  },
});

/** The first administrator: an account, the role, a session; and what the organisation is called. The link works once. */
export const setUp = operation('people.set-up', {
  input: z.object({ token, organisation: organisationName, email, name: personName, password, session: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ link: await store.lockLink(ctx, input.token, 'set-up') }),
  run: async (ctx, input, { link }) => {
    if (!link) throw problem('people.set-up-done');
    // Holds the organisation: of two people with a link each, the second finds the first.
    await store.markOrganisationName(ctx, input.organisation);
    if (await hasAdministrator(ctx)) throw problem('people.set-up-done');
    const known = await store.findPerson(ctx, input.email);
    const passwordHash = await hashPassword(input.password);
    const person = known?.id ?? (await store.insertPerson(ctx, { email: input.email, name: input.name, passwordHash }));
    await store.markLinkUsed(ctx, link);
    await insertMembership(ctx, person);
    await openSession(ctx, person, input.session);
    const subject = { kind: 'organisation', id: ctx.organisation };
    const body = { person, email: input.email, organisation: input.organisation };
    await tell(ctx, { kind: 'people.administrator-added', programme: null, subject, about: person, body });
    return { person };
  },
});

/** An account with a password, made by the system: for a demo and for recovery by command line. */
export const addPerson = operation('people.add-person', {
  input: z.object({ email, name: personName, password: password.optional(), administrator: z.boolean().default(false) }),
  who: ['system'],
  secret: true,
  find: (ctx) => Promise.resolve(ctx.organisation),
  run: async (ctx, input, id) => {
    const known = await store.findPerson(ctx, input.email);
    const passwordHash = input.password === undefined ? undefined : await hashPassword(input.password);
    const person =
      known?.id ?? (await store.insertPerson(ctx, { email: input.email, name: input.name, ...(passwordHash && { passwordHash }) }));
    if (known && passwordHash) await store.markPassword(ctx, person, passwordHash);
    if (input.administrator) await insertMembership(ctx, person);
    const subject = { kind: 'organisation', id };
    await tell(ctx, { kind: 'people.person-added', programme: null, subject, about: person, body: { person, email: input.email } });
    return { person };
  },
});
