/** What a manager sees while judging runs: how many and who, never a mark or a score. */
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { CategoryId, EditionId, EntryId, PersonId } from '#platform/ids.ts';
import { acceptedEntries } from '#slices/entries/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionById, requireRelation } from '#slices/programmes/index.ts';
import { type Plan, planSeats } from './panel/plan.ts';
import { judgesToRemind, lastReminded } from './reminding/reminded.ts';

type Counts = { readonly seats: number; readonly begun: number; readonly done: number };

export type Progress = {
  readonly edition: EditionId;
  /** RFC 9557, in the programme's zone. */
  readonly closesAt: string;
  readonly away: number;
  readonly closed: boolean;
  readonly decided: boolean;
  readonly entries: number;
  readonly total: Counts;
  /** `reminded`: when they were last, RFC 9557 in the programme's zone. */
  readonly judges: readonly (Counts & { readonly judge: PersonId; readonly name: string; readonly reminded: string | null })[];
  /** Of the judges who owe a ballot: how many would be reminded now, and how many not. */
  readonly remind: { readonly now: number; readonly lately: number; readonly off: number };
  readonly categories: readonly (Counts & {
    readonly category: CategoryId;
    readonly code: string;
    readonly name: string;
    readonly entries: number;
  })[];
  /** Seats that still owe a ballot, by judge. */
  readonly missing: readonly {
    readonly judge: PersonId;
    readonly name: string;
    readonly entry: EntryId;
    readonly number: string;
    readonly title: string;
  }[];
  readonly interests: readonly { readonly name: string; readonly number: string; readonly reason: string }[];
};

/** @throws Problem for whoever is neither manager nor auditor of the programme */
async function openedEdition(ctx: Ctx, id: EditionId): Promise<Edition> {
  const edition = await editionById(ctx, id);
  if (!edition) throw problem('general.not-found');
  await requireRelation(ctx, edition.programme, ['manager', 'auditor']);
  return edition;
}

async function seatStates(ctx: Ctx, edition: EditionId) {
  return ctx.db
    .selectFrom('assignments as a')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'a.organisation_id').onRef('e.id', '=', 'a.entry_id'))
    .leftJoin('ballots as b', (j) =>
      j.onRef('b.organisation_id', '=', 'a.organisation_id').onRef('b.entry_id', '=', 'a.entry_id').onRef('b.judge_id', '=', 'a.judge_id'),
    )
    .select(['a.entry_id as entry', 'a.judge_id as judge', 'e.number', 'e.title', 'e.category_id as category', 'b.state'])
    .where('a.organisation_id', '=', ctx.organisation)
    .where('a.edition_id', '=', edition)
    .orderBy('e.number')
    .execute();
}

export type OwedSeat = { readonly judge: PersonId; readonly number: string; readonly title: string };

/** Seats without a submitted ballot, of people who are judges of the programme now. Needs the scope of ballots. */
export async function owedSeats(ctx: Ctx, edition: EditionId): Promise<OwedSeat[]> {
  const rows = await ctx.db
    .selectFrom('assignments as a')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'a.organisation_id').onRef('e.id', '=', 'a.entry_id'))
    .innerJoin('editions as d', (j) => j.onRef('d.organisation_id', '=', 'a.organisation_id').onRef('d.id', '=', 'a.edition_id'))
    .innerJoin('programme_roles as r', (j) =>
      j
        .onRef('r.organisation_id', '=', 'd.organisation_id')
        .onRef('r.programme_id', '=', 'd.programme_id')
        .onRef('r.person_id', '=', 'a.judge_id')
        .on('r.role', '=', 'judge'),
    )
    .leftJoin('ballots as b', (j) =>
      j.onRef('b.organisation_id', '=', 'a.organisation_id').onRef('b.entry_id', '=', 'a.entry_id').onRef('b.judge_id', '=', 'a.judge_id'),
    )
    .select(['a.judge_id as judge', 'e.number', 'e.title'])
    .where('a.organisation_id', '=', ctx.organisation)
    .where('a.edition_id', '=', edition)
    .where((w) => w.or([w('b.state', 'is', null), w('b.state', '<>', 'submitted')]))
    .orderBy('e.number')
    .execute();
  return rows.map(({ number, ...row }) => ({ ...row, number: number ?? '' }));
}

async function categoriesOf(ctx: Ctx, edition: EditionId) {
  return ctx.db
    .selectFrom('categories as c')
    .leftJoin('entries as e', (j) =>
      j.onRef('e.organisation_id', '=', 'c.organisation_id').onRef('e.category_id', '=', 'c.id').on('e.state', '=', 'accepted'),
    )
    .select(['c.id as category', 'c.code', 'c.name'])
    .select((eb) => eb.fn.count<string>('e.id').as('entries'))
    .where('c.organisation_id', '=', ctx.organisation)
    .where('c.edition_id', '=', edition)
    .groupBy(['c.id', 'c.code', 'c.name', 'c.position'])
    .orderBy('c.position')
    .execute();
}

async function interestsOf(ctx: Ctx, edition: EditionId) {
  return ctx.db
    .selectFrom('interests as i')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'i.organisation_id').onRef('e.id', '=', 'i.entry_id'))
    .innerJoin('directory.people as p', 'p.id', 'i.judge_id')
    .select(['p.name', 'e.number', 'i.reason'])
    .where('i.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .orderBy('i.declared_at')
    .execute();
}

const counts = (rows: readonly { readonly state: string | null }[]): Counts => ({
  seats: rows.length,
  begun: rows.filter(({ state }) => state === 'open').length,
  done: rows.filter(({ state }) => state === 'submitted').length,
});

export function progressForManager(ctx: Ctx, edition: EditionId): Promise<Progress> {
  return snapshot(ctx, ['ballots'], async (inside) => {
    const { id, zone, judgingCloseAt: closesAt, announcedAt } = await openedEdition(inside, edition);
    const seats = await seatStates(inside, id);
    const byJudge = Map.groupBy(seats, ({ judge }) => judge);
    const people = await peopleByIds(inside, [...byJudge.keys()]);
    const nameOf = (judge: PersonId) => people.get(judge)?.name ?? '';
    const categories = await categoriesOf(inside, id);
    const last = await lastReminded(inside, id);
    const toldLast = (judge: PersonId) => {
      const at = last.get(judge);
      return at === undefined ? null : zonedText(at.getTime(), zone);
    };
    const judges = [...byJudge].map(([judge, rows]) => ({ judge, name: nameOf(judge), reminded: toldLast(judge), ...counts(rows) }));
    const owing = [...new Set((await owedSeats(inside, id)).map(({ judge }) => judge))];
    const { judges: now, lately, off } = await judgesToRemind(inside, owing, last);
    const missing = seats
      .filter(({ state }) => state !== 'submitted')
      .map(({ entry, judge, number, title }) => ({ judge, name: nameOf(judge), entry, number: number ?? '', title }));
    return {
      edition: id,
      closesAt: zonedText(closesAt.getTime(), zone),
      away: closesAt.getTime() - inside.now.getTime(),
      closed: inside.now >= closesAt,
      decided: announcedAt !== null,
      entries: categories.reduce((sum, { entries }) => sum + Number(entries), 0),
      total: counts(seats),
      remind: { now: now.length, lately, off },
      judges: judges.sort((a, b) => a.done - a.seats - (b.done - b.seats) || a.name.localeCompare(b.name, 'en')),
      categories: categories.map((row) => ({
        ...row,
        entries: Number(row.entries),
        ...counts(seats.filter(({ category }) => category === row.category)),
      })),
      missing,
      interests: (await interestsOf(inside, id)).map((row) => ({ ...row, number: row.number ?? '' })),
    };
  });
}

export type AssignmentPreview = Pick<Plan, 'entries' | 'judges' | 'hash'> & {
  readonly kept: number;
  readonly dropped: number;
  readonly added: number;
  readonly perEntry: number;
  readonly short: readonly { readonly number: string; readonly title: string; readonly judges: number; readonly needed: number }[];
  readonly loads: readonly { readonly judge: PersonId; readonly name: string; readonly before: number; readonly after: number }[];
  /** Entries have not closed: assigning now needs the manager's explicit go. */
  readonly early: boolean;
  readonly entriesCloseAt: string;
};

/** What assigning would do now, to how many; nothing is written. */
export function previewAssignment(ctx: Ctx, edition: EditionId): Promise<AssignmentPreview> {
  return snapshot(ctx, ['ballots'], async (inside) => {
    const found = await openedEdition(inside, edition);
    const plan = await planSeats(inside, found);
    const people = await peopleByIds(
      inside,
      plan.loads.map(({ judge }) => judge),
    );
    const names = new Map((await acceptedEntries(inside, found.id)).map(({ id, number, title }) => [id, { number, title }]));
    const loads = plan.loads.map(({ judge, before, after }) => ({ judge, name: people.get(judge)?.name ?? '', before, after }));
    return {
      entries: plan.entries,
      judges: plan.judges,
      hash: plan.hash,
      kept: plan.kept.length,
      dropped: plan.dropped.length,
      added: plan.added.length,
      perEntry: found.seats,
      short: plan.short.map(({ entry, judges, needed }) => ({ ...(names.get(entry) ?? { number: '', title: '' }), judges, needed })),
      loads: loads.sort((a, b) => a.name.localeCompare(b.name, 'en')),
      early: inside.now < found.entriesCloseAt,
      entriesCloseAt: zonedText(found.entriesCloseAt.getTime(), found.zone),
    };
  });
}
