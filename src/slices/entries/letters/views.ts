/** Letters as each may see them: who asked, the referee, those who run the programme, and judges. */
import { sql } from 'kysely';
import { letterLimits, letterState, mayRemind } from '#core/entries/asking/letters.ts';
import { suffices } from '#core/entries/writers.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionById } from '#slices/programmes/index.ts';
import { entryForOwner, type ManagedEntry, type OwnView } from '../views.ts';
import { rightOf, type Shared, sharedAs } from '../writers/rights.ts';
import { lettersUntil, whyNoLetters } from './deadline.ts';
import { requestBehind } from './letter-store.ts';

/**
 * As whoever wrote the entry may read them: a confidential letter is not fetched at all, and of one that was written anew nothing says so.
 * What somebody who declined said is for them.
 */
async function lettersForWriters(ctx: Ctx, entry: EntryId) {
  const rows = await ctx.db
    .selectFrom('letter_requests')
    .select(['id', 'name', 'email', 'relation', 'message', 'confidential', 'asked_at as askedAt', 'reminded_at as remindedAt'])
    .select(['written_at as writtenAt', 'declined_at as declinedAt', 'withdrawn_at as withdrawnAt'])
    .select(sql<string>`case when confidential and declined_at is null then '' else answer end`.as('answer'))
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, state: letterState(row) }));
}

/** How many were asked for and how many of those are still missing. */
export async function letterCounts(ctx: Ctx, entry: Shared): Promise<{ asked: number; missing: number }> {
  const { rows } = await sql<{ asked: number; missing: number }>`
    select count(*)::int as asked, count(*) filter (where written_at is null)::int as missing from letter_requests
     where organisation_id = ${ctx.organisation} and entry_id = ${sharedAs(entry)} and declined_at is null and withdrawn_at is null`.execute(
    ctx.db,
  );
  return rows[0] ?? { asked: 0, missing: 0 };
}

const called = ({ programmeName, programmeSlug, name }: Edition) => ({ programmeName, programmeSlug, name });

/** The entry the letters are of: of a next version, the one before. */
async function lettersEntry(ctx: Ctx, entry: OwnView): Promise<OwnView> {
  return entry.nextOf === null ? entry : entryForOwner(ctx, entry.nextOf);
}

/** @throws Problem for everybody the entry is not shared with */
export async function lettersPage(ctx: Ctx, id: string) {
  const entry = await lettersEntry(ctx, await entryForOwner(ctx, id));
  const { edition } = entry;
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const until = await lettersUntil(ctx, edition, { ...entry, owner: entry.owner.id });
  const maySend = entry.may === 'owner' || suffices(entry.may, 'submit');
  const all = await lettersForWriters(ctx, entry.id);
  const open = all.filter(({ state }) => state === 'waiting' || state === 'arrived').length;
  const inTime = whyNoLetters(entry.state, until, ctx.now) === undefined;
  return {
    id: entry.id,
    title: entry.title,
    edition: called(edition),
    until: told(until),
    inTime,
    /** Whether it is too late, rather than out. */
    over: ctx.now >= until,
    maySend,
    mayAsk: maySend && inTime && open < letterLimits.open,
    letters: all.map(({ askedAt, remindedAt, writtenAt, declinedAt: _declined, withdrawnAt: _withdrawn, ...one }) => ({
      ...one,
      askedAt: told(askedAt),
      remindedAt: remindedAt && told(remindedAt),
      writtenAt: writtenAt && told(writtenAt),
      inTime,
      mayRemind: maySend && inTime && one.state === 'waiting' && mayRemind((remindedAt ?? askedAt).getTime(), ctx.now.getTime()),
      mayWithdraw: maySend && one.state === 'waiting',
    })),
  };
}
export type AskedLetter = Awaited<ReturnType<typeof lettersPage>>['letters'][number];

/** What a mailed link leads to; looking at it uses nothing up. @throws Problem where it leads nowhere, or the request was withdrawn */
export async function letterPage(ctx: Ctx, token: string) {
  const request = await requestBehind(ctx, token);
  if (!request) throw problem('entries.letter-link-unknown');
  const state = letterState(request);
  if (state === 'withdrawn' || request.email === '') throw problem('entries.letter-withdrawn');
  const entry = await ctx.db
    .selectFrom('entries')
    .select(['id', 'title', 'nominee', 'state', 'owner_id as owner', 'edition_id as edition', 'mend_by as mendBy'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', request.entry)
    .executeTakeFirst();
  const edition = entry && (await editionById(ctx, entry.edition));
  if (!entry || !edition) throw problem('entries.letter-link-unknown');
  const by = (await peopleByIds(ctx, [request.askedBy])).get(request.askedBy);
  const at = { ...entry, state: entry.state as OwnView['state'], nextOf: null };
  const until = await lettersUntil(ctx, edition, at);
  const { name, email, relation, message, confidential, version, writtenAt, answer } = request;
  return {
    asked: { name, email, relation, message, confidential, by: by?.name ?? '' },
    entry: { title: entry.title, nominee: entry.nominee },
    programme: `${edition.programmeName} ${edition.name}`,
    until: zonedText(until.getTime(), edition.zone),
    why: whyNoLetters(entry.state, until, ctx.now),
    state,
    version,
    writtenAt: writtenAt && zonedText(writtenAt.getTime(), edition.zone),
    /** The letter, or what was said with declining. */
    answer,
  };
}
export type LetterPage = Awaited<ReturnType<typeof letterPage>>;

async function arrived(ctx: Ctx, entry: EntryId) {
  return ctx.db
    .selectFrom('letter_requests')
    .select(['id', 'name', 'email', 'relation', 'confidential', 'answer', 'written_at as writtenAt'])
    .select(sql<string>`encode(text_hash, 'hex')`.as('hash'))
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('written_at', 'is not', null)
    .where('answer', '<>', '')
    .orderBy('written_at')
    .orderBy('id')
    .execute();
}

const writes = async (ctx: Ctx, entry: Shared & { readonly owner: { readonly id: PersonId } }): Promise<boolean> => {
  const reader = personOf(ctx);
  return reader !== undefined && (reader === entry.owner.id || (await rightOf(ctx, entry, reader)) !== undefined);
};

/** Those that arrived, for whoever was let read the entry. Somebody who wrote it themselves reads no confidential one here either. */
export async function lettersForOrganiser(ctx: Ctx, entry: ManagedEntry) {
  const all = await arrived(ctx, sharedAs(entry));
  const hides = all.some(({ confidential }) => confidential) && (await writes(ctx, entry));
  return all.map(({ writtenAt, ...one }) => {
    const kept = hides && one.confidential;
    const at = writtenAt && zonedText(writtenAt.getTime(), entry.edition.zone);
    return { ...one, at, kept, answer: kept ? '' : one.answer, hash: kept ? '' : one.hash };
  });
}

export type LetterForJudge = { readonly id: string; readonly name: string; readonly relation: string; readonly answer: string };

/** As judges read them: no address, and nothing of whoever asked. Their caller has found the judge's seat. */
export async function lettersForJudge(ctx: Ctx, entry: EntryId): Promise<LetterForJudge[]> {
  return (await arrived(ctx, entry)).map(({ id, name, relation, answer }) => ({ id, name, relation, answer }));
}
