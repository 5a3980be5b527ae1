/** Asking a referee for a letter: by mail, reminded once a day at most, and withdrawn as long as nothing arrived. */
import { z } from 'zod';
import { day, letterLimits, letterState, mayRemind } from '#core/entries/asking/letters.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { email, peopleByIds, personByEmail, personName, token } from '#slices/people/index.ts';
import { type Edition, editionById } from '#slices/programmes/index.ts';
import { writing } from '../access.ts';
import { entryId } from '../schemas.ts';
import type { Entry } from '../store.ts';
import { lockShared } from '../writers/inviting.ts';
import { rightOf } from '../writers/rights.ts';
import { requireTimeForLetters } from './deadline.ts';
import * as store from './letter-store.ts';

export type Open = { readonly entry: Entry; readonly edition: Edition };

async function openEntry(ctx: Ctx, id: EntryId): Promise<Open | undefined> {
  const entry = await lockShared(ctx, id);
  const edition = entry && (await editionById(ctx, entry.edition));
  return entry && edition && { entry, edition };
}

async function openRequest(ctx: Ctx, id: EntryId, request: string): Promise<(Open & { readonly request: store.Request }) | undefined> {
  const open = await openEntry(ctx, id);
  const found = open && (await store.requestOf(ctx, open.entry.id, request));
  return found && open && { ...open, request: found };
}

const ofSenders = (ctx: Ctx, { entry }: Open) => writing('submit')(ctx, entry);
const subjectOf = (id: EntryId) => ({ kind: 'entry', id });

/** So many mails leave for one entry in a day, to whomever. @throws Problem */
async function requireMail(ctx: Ctx, entry: EntryId): Promise<{ readonly open: number }> {
  const { open, mails } = await store.countRequests(ctx, entry, new Date(ctx.now.getTime() - day));
  if (mails >= letterLimits.mailsADay) throw problem('entries.too-many-letter-mails', { most: letterLimits.mailsADay });
  return { open };
}

type Asked = Pick<store.Request, 'email' | 'name' | 'message' | 'confidential' | 'askedBy'> & { readonly until: Date };

async function mailAsked(ctx: Ctx, kind: 'asked' | 'reminded', { entry, edition }: Open, asked: Asked, token: string): Promise<void> {
  const { email: to, name, message, confidential, askedBy, until } = asked;
  const by = (await peopleByIds(ctx, [askedBy])).get(askedBy);
  const { programme, programmeName, name: called, zone } = edition;
  const of = { name, by: by?.name ?? '', title: entry.title, nominee: entry.nominee, programme: `${programmeName} ${called}` };
  const data = { ...of, message, kind: confidential ? 'confidential' : 'open', token, until: zonedText(until.getTime(), zone) };
  await mail(ctx, { mail: kind === 'asked' ? 'entries.letter-asked' : 'entries.letter-reminder', to, programme, data });
}

const line = z.string().trim().min(1).max(letterLimits.line);

/** The door makes the token, so that a retry mails the same one; only its hash is kept. */
export const askForLetter = operation('entries.ask-for-letter', {
  input: z.object({
    entry: entryId,
    email,
    name: personName,
    relation: line,
    message: z.string().trim().max(letterLimits.words).default(''),
    /** Whether whoever wrote the entry never reads it. */
    confidential: z.boolean(),
    token,
  }),
  who: ['owner', 'writer'],
  secret: true,
  find: (ctx, input) => openEntry(ctx, input.entry),
  relations: ofSenders,
  run: async (ctx, { token: link, entry: _entry, ...asked }, open) => {
    const { entry, edition } = open;
    const until = await requireTimeForLetters(ctx, edition, entry);
    const known = await personByEmail(ctx, asked.email);
    if (known && (known.id === entry.owner || (await rightOf(ctx, entry, known.id))))
      throw problem('entries.letter-from-writer', { email: asked.email });
    if (await store.wasAsked(ctx, entry.id, asked.email)) throw problem('entries.letter-asked-already', { email: asked.email });
    const { open: count } = await requireMail(ctx, entry.id);
    if (count >= letterLimits.open) throw problem('entries.too-many-letters', { most: letterLimits.open });
    const by = personOf(ctx) ?? entry.owner;
    const request = await store.insertRequest(ctx, { ...asked, entry: entry.id, by });
    await store.insertLink(ctx, request, link);
    await mailAsked(ctx, 'asked', open, { ...asked, askedBy: by, until }, link);
    const body = { request, email: asked.email, confidential: asked.confidential };
    await tell(ctx, { kind: 'entries.letter-asked', programme: edition.programme, subject: subjectOf(entry.id), body });
    return { request };
  },
});

const request = z.uuid();

/** Under a link of its own; the one mailed before goes on working. */
export const remindReferee = operation('entries.remind-referee', {
  input: z.object({ entry: entryId, request, token }),
  who: ['owner', 'writer'],
  secret: true,
  find: (ctx, input) => openRequest(ctx, input.entry, input.request),
  relations: ofSenders,
  run: async (ctx, { token: link }, { request: asked, ...open }) => {
    const { entry, edition } = open;
    if (letterState(asked) !== 'waiting') throw problem('entries.letter-not-waiting');
    const until = await requireTimeForLetters(ctx, edition, entry);
    if (!mayRemind((asked.remindedAt ?? asked.askedAt).getTime(), ctx.now.getTime())) throw problem('entries.letter-reminded-today');
    await requireMail(ctx, entry.id);
    await store.markReminded(ctx, asked.id);
    await store.insertLink(ctx, asked.id, link);
    await mailAsked(ctx, 'reminded', open, { ...asked, until }, link);
    const body = { request: asked.id };
    await tell(ctx, { kind: 'entries.referee-reminded', programme: edition.programme, subject: subjectOf(entry.id), body });
    return { request: asked.id };
  },
});

/** At whatever time; its link says so from then on. */
export const withdrawLetterRequest = operation('entries.withdraw-letter-request', {
  input: z.object({ entry: entryId, request }),
  who: ['owner', 'writer'],
  find: (ctx, input) => openRequest(ctx, input.entry, input.request),
  relations: ofSenders,
  run: async (ctx, _input, { request: asked, entry, edition }) => {
    if (letterState(asked) !== 'waiting') throw problem('entries.letter-not-waiting');
    await store.markRequestWithdrawn(ctx, asked.id);
    const body = { request: asked.id };
    await tell(ctx, { kind: 'entries.letter-request-withdrawn', programme: edition.programme, subject: subjectOf(entry.id), body });
    return { request: asked.id };
  },
});
