/** What was said about an entry, for those who write it and for those who run its programme; and what waits for each of them. */
import { sql } from 'kysely';
import { type Side, type ThreadFilter, waits } from '#core/entries/asking/threads.ts';
import type { EntryState } from '#core/entries/withdrawing.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import {
  chapterCalled,
  chaptersReached,
  type Edition,
  editionById,
  mayAct,
  type Reach,
  reaches,
  requireReach,
  withinReach,
} from '#slices/programmes/index.ts';
import { entryId } from '../schemas.ts';
import { entryForOwner } from '../views.ts';
import { type Shared, sharedAs } from '../writers/rights.ts';

/** So many messages stand on a page, the newest first of all to be kept; those before are a page of their own. */
const messagesAPage = 50;

export type Message = {
  readonly number: number;
  readonly side: Side;
  readonly name: string;
  readonly mine: boolean;
  readonly text: string;
  readonly at: string;
};

async function messagesOf(ctx: Ctx, entry: EntryId, zone: string, before: number | undefined) {
  const rows = await ctx.db
    .selectFrom('thread_messages as m')
    .innerJoin('directory.people as p', 'p.id', 'm.person_id')
    .select(['m.number', 'm.side', 'm.person_id as person', 'p.name', 'm.text', 'm.at'])
    .where('m.organisation_id', '=', ctx.organisation)
    .where('m.entry_id', '=', entry)
    .where('m.number', '<', before ?? 2_000_000_000)
    .orderBy('m.number', 'desc')
    .limit(messagesAPage)
    .execute();
  const me = personOf(ctx);
  const messages = rows.reverse().map(({ person, side, at, ...one }): Message => {
    return { ...one, side: side as Side, mine: person === me, at: zonedText(at.getTime(), zone) };
  });
  const first = messages[0]?.number ?? 1;
  return { messages, earlier: first > 1 ? first : undefined };
}

type Counts = {
  readonly messages: number;
  readonly lastOfEntrant: number;
  readonly answered: number;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
};

async function countsOf(ctx: Ctx, entry: EntryId): Promise<Counts | undefined> {
  return ctx.db
    .selectFrom('entry_threads as t')
    .leftJoin('directory.people as p', 'p.id', 't.settled_by')
    .select(['t.messages', 't.last_of_entrant as lastOfEntrant', 't.answered', 't.settled_at as settledAt', 'p.name as settledBy'])
    .where('t.organisation_id', '=', ctx.organisation)
    .where('t.entry_id', '=', entry)
    .executeTakeFirst();
}

/** How many messages of the organiser somebody has not read, by entry; entries without any are left out. */
export async function unreadBy(ctx: Ctx, person: PersonId | undefined, entries: readonly EntryId[]): Promise<ReadonlyMap<EntryId, number>> {
  if (entries.length === 0 || person === undefined) return new Map();
  const { rows } = await sql<{ entry: EntryId; count: number }>`
    select m.entry_id as entry, count(*)::int as count from thread_messages m
      left join thread_reads r on r.organisation_id = m.organisation_id and r.entry_id = m.entry_id and r.person_id = ${person}
     where m.organisation_id = ${ctx.organisation} and m.entry_id = any (${[...entries]}::uuid[])
       and m.side = 'organiser' and m.person_id <> ${person} and m.number > coalesce(r.through, 0)
     group by m.entry_id`.execute(ctx.db);
  return new Map(rows.map(({ entry, count }) => [entry, count]));
}

/** The same of one entry, or of its next version, for whoever asks. */
export async function unreadIn(ctx: Ctx, entry: Shared): Promise<number> {
  const shared = sharedAs(entry);
  return (await unreadBy(ctx, personOf(ctx), [shared])).get(shared) ?? 0;
}

const pageBefore = (text: string | null) => (/^\d{1,7}$/.test(text ?? '') ? Number(text) : undefined);

/** @throws Problem for everybody the entry is not shared with */
export async function threadForEntrant(ctx: Ctx, id: string, before: string | null = null) {
  const entry = await entryForOwner(ctx, id);
  const shared = sharedAs(entry);
  const { programmeName, programmeSlug, name, zone } = entry.edition;
  const counts = await countsOf(ctx, shared);
  return {
    id: shared,
    title: entry.title,
    edition: { programmeName, programmeSlug, name },
    mayWrite: entry.may !== 'view',
    seen: counts?.messages ?? 0,
    unread: await unreadIn(ctx, entry),
    page: pageBefore(before) !== undefined,
    ...(await messagesOf(ctx, shared, zone, pageBefore(before))),
  };
}

type Row = {
  readonly id: EntryId;
  readonly edition: Edition['id'];
  readonly chapter: string | null;
  readonly state: EntryState;
  readonly number: string | null;
  readonly title: string;
  readonly category: string;
  readonly owner: string;
};

async function entryRow(ctx: Ctx, text: string): Promise<Row | undefined> {
  const id = entryId.safeParse(text);
  if (!id.success) return undefined;
  const row = await ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .innerJoin('directory.people as p', 'p.id', 'e.owner_id')
    .select(['e.id', 'e.edition_id as edition', 'e.chapter', 'e.state', 'e.number', 'e.title', 'c.name as category', 'p.name as owner'])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.id', '=', id.data)
    .where('e.next_of', 'is', null)
    .executeTakeFirst();
  return row && { ...row, state: row.state as EntryState };
}

/** For those who run or audit its programme or its chapter. Of what is being written its title is its writers' alone. @throws Problem */
export async function threadForManager(ctx: Ctx, id: string, before: string | null = null) {
  const row = await entryRow(ctx, id);
  const edition = row && (await editionById(ctx, row.edition));
  if (!row || !edition) throw problem('general.not-found');
  const reach = await requireReach(ctx, edition);
  const counts = reaches(reach, row) ? await countsOf(ctx, row.id) : undefined;
  const draft = row.state === 'draft';
  if (!reaches(reach, row) || (draft && !counts)) throw problem('general.not-found');
  const { programmeName, programmeSlug, name, slug, zone } = edition;
  const { edition: _edition, chapter: _chapter, ...entry } = row;
  return {
    ...entry,
    title: draft ? '' : row.title,
    draft,
    edition: {
      programmeName,
      programmeSlug,
      name,
      slug,
      ...(reach.chapters !== 'all' && { of: [chapterCalled(await chaptersReached(ctx, reach), row.chapter)] }),
    },
    mayWrite: mayAct(reach),
    seen: counts?.messages ?? 0,
    waits: counts !== undefined && waits(counts),
    settled: counts?.settledAt ? { by: counts.settledBy ?? '', at: zonedText(counts.settledAt.getTime(), zone) } : undefined,
    page: pageBefore(before) !== undefined,
    ...(await messagesOf(ctx, row.id, zone, pageBefore(before))),
  };
}

/** How many threads of an edition wait for an answer, as far as the reader reaches. */
export async function waitingThreads(ctx: Ctx, edition: Edition): Promise<number> {
  const reach = await requireReach(ctx, edition);
  const row = await threadRows(ctx, [reach], 'waiting').select(sql<number>`count(*)::int`.as('count')).executeTakeFirst();
  return row?.count ?? 0;
}

function threadRows(ctx: Ctx, reach: readonly Reach[], filter: ThreadFilter) {
  const rows = ctx.db
    .selectFrom('entry_threads as t')
    .innerJoin('entries as e', (join) => join.onRef('e.organisation_id', '=', 't.organisation_id').onRef('e.id', '=', 't.entry_id'))
    .where('t.organisation_id', '=', ctx.organisation)
    .where(withinReach(reach));
  return filter === 'waiting' ? rows.whereRef('t.last_of_entrant', '>', 't.answered') : rows;
}

const linesAPage = 50;

/** Threads of an edition, the one something was said in last first. */
export async function threadsPage(ctx: Ctx, edition: Edition, filter: ThreadFilter, after: string | undefined, size = linesAPage) {
  const reach = await requireReach(ctx, edition);
  let query = threadRows(ctx, [reach], filter)
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .innerJoin('directory.people as p', 'p.id', 'e.owner_id')
    .innerJoin('thread_messages as m', (join) =>
      join.onRef('m.organisation_id', '=', 't.organisation_id').onRef('m.entry_id', '=', 't.entry_id').onRef('m.number', '=', 't.messages'),
    )
    .select(['e.id', 'e.number', 'e.title', 'e.state', 'c.name as category', 'p.name as owner', 'm.text', 'm.side', 't.last_at as at'])
    .select(['t.messages', sql<boolean>`t.last_of_entrant > t.answered`.as('waits')]);
  const from = readCursor(after, 'instant');
  if (from) query = query.where(sql<boolean>`(t.last_at, e.id) < (${from[0]}, ${from[1]}::uuid)`);
  const rows = await query
    .orderBy('t.last_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(size + 1)
    .execute();
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    threads: rows.slice(0, size).map(({ at, state, title, side, ...one }) => ({
      ...one,
      side: side as Side,
      draft: state === 'draft',
      title: state === 'draft' ? '' : title,
      at: zonedText(at.getTime(), edition.zone),
    })),
    next: last && writeCursor(last.at.toISOString(), last.id),
  };
}
