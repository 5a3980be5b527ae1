/** What entries count, give, take and move of a person. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import { plainJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId, ProgrammeId } from '#platform/ids.ts';
import { type Due, declareHolder, type Part } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { strikeFromHonours } from '#slices/programmes/index.ts';
import { answersOf } from '../answers/answers-store.ts';
import { blankReasonsOf, extensionsOf, moveExtensions } from '../deadlines/more-time/extensions-store.ts';
import { putInOf } from '../importing/import-store.ts';
import { itemsOf } from '../items/item-store.ts';
import { lettersOf } from '../letters/holding.ts';
import { lettersTo } from '../letters/letter-store.ts';
import { movesOf } from '../moving/moves-store.ts';
import { reopeningsOf } from '../reopening/reopening-store.ts';
import { blankAwarded, blankEntries, forgetInvitations, forgetWriter, moveEntries } from './privacy-store.ts';

type Owned = {
  readonly id: EntryId;
  readonly number: string | null;
  readonly state: string;
  readonly title: string;
  readonly nominee: string;
  readonly body: string;
  readonly note: string;
  readonly programme: string;
  readonly edition: string;
  readonly submitted_at: Date | null;
  /** Written in the place of another of them. */
  readonly next: boolean;
  /** It won; before the announcement only an operation that opened the scope can know. */
  readonly awarded: boolean;
  /** Judges read it, and what they decide is not announced. */
  readonly judged: boolean;
};

async function owned(ctx: Ctx, ids: readonly PersonId[]): Promise<Owned[]> {
  const { rows } = await sql<Owned>`
    select e.id, e.number, e.state, e.title, e.nominee, e.body, e.note, p.name as programme, d.name as edition, e.submitted_at, e.next_of is not null as next,
           exists (select from honours h where h.organisation_id = e.organisation_id and h.entry_id = e.id) as awarded,
           e.state = 'accepted' and (d.announced_at is null or d.announced_at > plaudit.plaudit_now()) as judged
      from entries e
      join editions d on d.organisation_id = e.organisation_id and d.id = e.edition_id
      join programmes p on p.organisation_id = d.organisation_id and p.id = d.programme_id
     where e.organisation_id = ${ctx.organisation} and e.owner_id = any (${ids}::uuid[])
     order by e.created_at, e.id`.execute(ctx.db);
  return rows;
}

async function filesOfEntries(ctx: Ctx, entries: readonly EntryId[]) {
  const { rows } = await sql<{ entry: EntryId; name: string; sha256: string }>`
    select entry_id as entry, name, encode(sha256, 'hex') as sha256 from entry_files
     where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[]) and sha256 is not null order by added_at, id`.execute(
    ctx.db,
  );
  return rows;
}

/** That it was put in for them, and as what. */
const putInAs = (one: { readonly reference: string; readonly received: Date | null; readonly at: Date } | undefined) =>
  one ? { reference: one.reference, received: one.received?.toISOString() ?? null, at: one.at.toISOString() } : null;

async function partOf(ctx: Ctx, person: PersonId): Promise<Part> {
  const entries = await owned(ctx, (await marksOf(ctx, person)).ids);
  const files = await filesOfEntries(
    ctx,
    entries.map(({ id }) => id),
  );
  const answers = await answersOf(ctx, idsOf(entries));
  const reopened = Map.groupBy(await reopeningsOf(ctx, idsOf(entries)), ({ entry }) => entry);
  const received = Map.groupBy(await itemsOf(ctx, idsOf(entries)), ({ entry }) => entry);
  const putIn = new Map((await putInOf(ctx, idsOf(entries))).map((one) => [one.entry, one]));
  const moved = Map.groupBy(await movesOf(ctx, idsOf(entries)), ({ entry }) => entry);
  return {
    name: 'entries',
    rows: entries.map(({ submitted_at: at, awarded: _won, judged: _judged, next: _next, ...entry }) => ({
      ...entry,
      answers: plainJson(answers.get(entry.id) ?? {}),
      reopened: (reopened.get(entry.id) ?? []).map(({ reason, until }) => ({ reason, until: until.toISOString() })),
      moved: (moved.get(entry.id) ?? []).map(({ fromName: from, toName: to, reason, at: on }) => ({
        from,
        to,
        reason,
        at: on.toISOString(),
      })),
      received: (received.get(entry.id) ?? []).map(({ what, place, receivedAt: on, outcome }) => ({
        what,
        place,
        at: on.toISOString(),
        outcome,
      })),
      put_in: putInAs(putIn.get(entry.id)),
      submitted_at: at?.toISOString() ?? null,
    })),
    files: files.map(({ entry, name, sha256 }) => ({ name: `${entry}/${name}`, sha256 })),
  };
}

/** More time they were given, and why. */
async function moreTimeOf(ctx: Ctx, person: PersonId): Promise<Part> {
  const given = await extensionsOf(ctx, (await marksOf(ctx, person)).ids);
  return {
    name: 'more-time',
    rows: given.map(({ until, reason, at }) => ({ until: until.toISOString(), reason, given_at: at.toISOString() })),
    files: [],
  };
}

const idsOf = (entries: readonly Owned[]) => entries.map(({ id }) => id);

type SharedRow = { readonly programme: string; readonly edition: string; readonly rights: string; readonly since: Date };

/** Entries of others somebody may read or write. */
async function sharedWith(ctx: Ctx, person: PersonId): Promise<SharedRow[]> {
  const { ids } = await marksOf(ctx, person);
  const { rows } = await sql<SharedRow>`select p.name as programme, d.name as edition, w.rights, w.joined_at as since
      from entry_writers w
      join entries e on e.organisation_id = w.organisation_id and e.id = w.entry_id
      join editions d on d.organisation_id = e.organisation_id and d.id = e.edition_id
      join programmes p on p.organisation_id = d.organisation_id and p.id = d.programme_id
     where w.organisation_id = ${ctx.organisation} and w.person_id = any (${ids}::uuid[]) order by w.joined_at, w.entry_id`.execute(ctx.db);
  return rows;
}

type InvitedRow = { readonly email: string; readonly name: string; readonly rights: string; readonly at: Date };

async function invitationsTo(ctx: Ctx, person: PersonId): Promise<InvitedRow[]> {
  const { ids, addresses } = await marksOf(ctx, person);
  const { rows } = await sql<InvitedRow>`select email, name, rights, created_at as at from writer_invitations
     where organisation_id = ${ctx.organisation} and (email = any (${addresses}::text[]) or accepted_by = any (${ids}::uuid[]))
     order by created_at, id`.execute(ctx.db);
  return rows;
}

type SaidRow = {
  readonly programme: string;
  readonly edition: string;
  readonly side: string;
  readonly text: string;
  readonly at: Date;
  readonly goes: boolean;
};

/** What was said about entries of theirs, and what they said about those of others. */
async function saidBy(ctx: Ctx, person: PersonId): Promise<SaidRow[]> {
  const { ids } = await marksOf(ctx, person);
  const { rows } = await sql<SaidRow>`select p.name as programme, d.name as edition, m.side, m.text, m.at,
           e.owner_id = any (${ids}::uuid[]) or m.side = 'entrant' as goes
      from thread_messages m
      join entries e on e.organisation_id = m.organisation_id and e.id = m.entry_id
      join editions d on d.organisation_id = e.organisation_id and d.id = e.edition_id
      join programmes p on p.organisation_id = d.organisation_id and p.id = d.programme_id
     where m.organisation_id = ${ctx.organisation} and m.text <> ''
       and (e.owner_id = any (${ids}::uuid[]) or m.person_id = any (${ids}::uuid[]))
     order by m.entry_id, m.number`.execute(ctx.db);
  return rows;
}

async function oldInvitations(ctx: Ctx, { cutoff }: Due): Promise<number> {
  const { rows } = await sql<{ due: number }>`select count(*)::int as due from writer_invitations
     where organisation_id = ${ctx.organisation} and expires_at < ${cutoff(null)} and email <> ''`.execute(ctx.db);
  return rows[0]?.due ?? 0;
}

type Old = { readonly id: EntryId; readonly programme: ProgrammeId; readonly draft: boolean; readonly since: Date };

/** Entries that hold words and were not awarded, with the instant their edition was over for them; those of people who are held are not among them. */
async function lastingEntries(ctx: Ctx, { heldPeople }: Due): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select e.id, d.programme_id as programme, e.state <> 'accepted' as draft,
           case when e.state = 'accepted' then d.announced_at else greatest(d.entries_close_at, e.saved_at) end as since
      from entries e join editions d on d.organisation_id = e.organisation_id and d.id = e.edition_id
     where e.organisation_id = ${ctx.organisation} and e.owner_id <> all (${heldPeople}::uuid[])
       and (e.title <> '' or e.body <> '' or e.nominee <> ''
            or exists (select from entry_answers a where a.organisation_id = e.organisation_id and a.entry_id = e.id)
            or exists (select from entry_items i where i.organisation_id = e.organisation_id and i.entry_id = e.id and i.what <> '')
            or exists (select from letter_requests l where l.organisation_id = e.organisation_id and l.entry_id = e.id and l.email <> '')
            or exists (select from thread_messages m where m.organisation_id = e.organisation_id and m.entry_id = e.id and m.text <> ''))
       and (e.state <> 'accepted' or d.announced_at <= plaudit.plaudit_now())
       and not exists (select from honours h where h.organisation_id = e.organisation_id and h.entry_id = e.id)`.execute(ctx.db);
  return rows;
}

const dueOf = async (ctx: Ctx, due: Due, drafts: boolean): Promise<EntryId[]> =>
  (await lastingEntries(ctx, due))
    .filter(({ draft, since, programme }) => draft === drafts && since < due.cutoff(programme))
    .map(({ id }) => id);

function timer(name: string, days: number, drafts: boolean) {
  return {
    name,
    days,
    perProgramme: true,
    count: async (ctx: Ctx, due: Due) => (await dueOf(ctx, due, drafts)).length,
    apply: async (ctx: Ctx, due: Due) => {
      const entries = await dueOf(ctx, due, drafts);
      await blankEntries(ctx, entries);
      return entries.length;
    },
  };
}

declareHolder({
  slice: 'entries',
  erasing: async (ctx, person) => {
    const entries = await owned(ctx, (await marksOf(ctx, person)).ids);
    const files = await filesOfEntries(ctx, idsOf(entries));
    const judged = entries.filter((entry) => entry.judged);
    const numbers = judged.map(({ number }) => number).join(', ');
    return {
      goes: [
        { what: 'entries', count: entries.filter(({ awarded, next }) => !awarded && !next).length },
        { what: 'files', count: files.length },
        { what: 'shared-entries', count: (await sharedWith(ctx, person)).length },
        { what: 'writer-invitations', count: (await invitationsTo(ctx, person)).length },
        { what: 'letters', count: (await lettersTo(ctx, (await marksOf(ctx, person)).addresses)).length },
        { what: 'thread-messages', count: (await saidBy(ctx, person)).filter(({ goes }) => goes).length },
      ],
      stays: [{ what: 'awarded', count: entries.filter(({ awarded }) => awarded).length }],
      blocks: judged.length > 0 ? [problem('privacy.entries-judged', { count: judged.length, numbers })] : [],
    };
  },
  exporting: async (ctx, person) => [
    await partOf(ctx, person),
    await moreTimeOf(ctx, person),
    {
      name: 'shared-entries',
      rows: (await sharedWith(ctx, person)).map(({ since, ...row }) => ({ ...row, since: since.toISOString() })),
    },
    { name: 'writer-invitations', rows: (await invitationsTo(ctx, person)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) },
    ...(await lettersOf(ctx, person)),
    { name: 'thread-messages', rows: (await saidBy(ctx, person)).map(({ at, goes: _goes, ...row }) => ({ ...row, at: at.toISOString() })) },
  ],
  merging: async (ctx, { from }) => ({
    moves: [
      { what: 'entries', count: (await owned(ctx, [from])).filter(({ next }) => !next).length },
      { what: 'shared-entries', count: (await sharedWith(ctx, from)).length },
    ],
    blocks: [],
  }),
  timers: [
    timer('entries.drafts', 365, true),
    timer('entries.not-awarded', 1095, false),
    {
      name: 'entries.writer-invitations',
      days: 180,
      perProgramme: false,
      count: oldInvitations,
      apply: (ctx, { cutoff }) => forgetInvitations(ctx, cutoff(null)),
    },
  ],
});

listen('people.person-erased', async (ctx, { about }) => {
  if (about === undefined) return;
  const marks = await marksOf(ctx, about);
  const entries = await owned(ctx, marks.ids);
  const awarded = idsOf(entries.filter((entry) => entry.awarded));
  await blankEntries(ctx, idsOf(entries.filter((entry) => !entry.awarded)));
  await blankAwarded(ctx, awarded, marks);
  await blankReasonsOf(ctx, marks.ids);
  await strikeFromHonours(ctx, awarded, marks);
  await forgetWriter(ctx, marks);
});

accountsMerged(async (ctx, { from, into }) => {
  await moveEntries(ctx, from, into);
  await moveExtensions(ctx, from, into);
});
