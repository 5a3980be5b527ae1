/** Entries, judges and ballots of a season, as far as a test of judging needs them. */
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { startEntry, submitEntry } from '#slices/entries/index.ts';
import { assignJudges, previewAssignment, submitBallot } from '#slices/judging/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { aMember, aPerson, aSeason, dates, type Season, type World } from './season.ts';

/** Somebody's entry, submitted and accepted. */
export async function anEntry(season: Season, category: 0 | 1, title: string, owner?: PersonId): Promise<EntryId> {
  const by = owner ?? (await aPerson(season));
  const writing = season.as(by, { clock: dates.whileOpen });
  const { entry } = await startEntry(writing, { category: season.categories[category] });
  await submitEntry(writing, { entry, version: 1, title, nominee: `${title} Ltd`, body: 'Word for word.' });
  await acceptEntry(season.as(season.manager, { clock: dates.whileOpen }), { entry });
  return entry;
}

const judgeNames = ['Maren Oduya', 'Tomas Reyl', 'Ines Castellane', 'Piet Vandaele', 'Ruth Abara'] as const;

export async function judgesIn(season: Season, count: number): Promise<PersonId[]> {
  const judges: PersonId[] = [];
  for (const name of judgeNames.slice(0, count)) judges.push(await aMember(season, season.programme, 'judge', name));
  return judges;
}

/** Looks at the plan and confirms it, as a manager does. */
export async function assignAll(
  season: Season,
  clock: Date = dates.whileJudging,
): Promise<{ added: number; dropped: number; short: number }> {
  const ctx = season.as(season.manager, { clock });
  const { hash } = await previewAssignment(ctx, season.edition);
  return assignJudges(ctx, { edition: season.edition, plan: hash });
}

export async function seatsOf(season: Season, edition: EditionId = season.edition): Promise<{ entry: EntryId; judge: PersonId }[]> {
  const { rows } = await season.database.owner.pool.query<{ entry: EntryId; judge: PersonId }>(
    'select entry_id as entry, judge_id as judge from plaudit.assignments where organisation_id = $1 and edition_id = $2 order by 1, 2',
    [season.organisation, edition],
  );
  return rows;
}

/** One mark for each criterion, in order. */
export const marksOf = (season: Season, marks: readonly number[]): Record<string, number> =>
  Object.fromEntries(season.criteria.map((criterion, i) => [criterion, marks[i] ?? marks[0] ?? 1]));

export async function submit(season: Season, judge: PersonId, entry: EntryId, marks: readonly number[], clock: Date = dates.whileJudging) {
  return submitBallot(season.as(judge, { clock, key: ids.random() }), { entry, version: 0, marks: marksOf(season, marks), comment: '' });
}

/** Every seat submits its ballot; `marks` says what each writes. */
export async function submitAll(season: Season, marks: (entry: EntryId) => readonly number[], clock?: Date): Promise<void> {
  for (const { entry, judge } of await seatsOf(season)) await submit(season, judge, entry, marks(entry), clock);
}

export type Panel = Season & { readonly judges: readonly PersonId[]; readonly entries: readonly [EntryId, EntryId] };

/** A season with an entry in each category, and judges assigned unless told otherwise. */
export async function aPanel(world: World, { seats = 2, judges = 3, assigned = true } = {}): Promise<Panel> {
  const season = await aSeason(world, { seats, minimumPanel: 1 });
  const entries = [await anEntry(season, 0, 'Three rings'), await anEntry(season, 1, 'Plain letters')] as const;
  const panel = { ...season, judges: await judgesIn(season, judges), entries };
  if (assigned) await assignAll(season);
  return panel;
}

/** The first seat of a season. */
export async function aSeat(season: Season): Promise<{ entry: EntryId; judge: PersonId }> {
  const [seat] = await seatsOf(season);
  if (!seat) throw new Error('there is no seat');
  return seat;
}

/** How often the record of a season's programme tells of a kind of event. */
export async function eventsOf(season: Season, kind: string): Promise<number> {
  const { rowCount } = await season.database.owner.pool.query('select from plaudit.audit_events where chain_id = $1 and kind = $2', [
    season.programme,
    kind,
  ]);
  return rowCount ?? 0;
}
