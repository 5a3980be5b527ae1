/** A season whose rulebook was written before it was published, judged and counted by it. */
import type { z } from 'zod';
import type { Part } from '#core/editions/parts.ts';
import type { CategoryId, EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { startEntry, submitEntry } from '#slices/entries/index.ts';
import { ballotForJudge, submitBallot } from '#slices/judging/index.ts';
import { changePart, editionById, publishEdition } from '#slices/programmes/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { seatsOf } from '../panel.ts';
import { aPerson, aSeason, dates, type Season, type SeasonOptions, type World } from '../season.ts';

type Json = z.output<ReturnType<typeof z.json>>;

/** Writes parts of a document one after the other, each on the version the one before made. */
async function writeParts(season: Season, parts: readonly (readonly [Part, object])[]): Promise<void> {
  for (const [part, body] of parts) {
    const ctx = season.as(season.manager, { clock: dates.before });
    const version = (await editionById(ctx, season.edition))?.version ?? 0;
    await changePart(ctx, { edition: season.edition, version, part, body: JSON.parse(JSON.stringify(body)) as Json });
  }
}

/** The standard season with these parts in place of its own, published. */
export async function aWrittenSeason(
  world: World,
  parts: readonly (readonly [Part, object])[],
  options: SeasonOptions = {},
): Promise<Season> {
  const season = await aSeason(world, { ...options, published: false });
  await writeParts(season, parts);
  await publishEdition(season.as(season.manager, { clock: dates.before }), { edition: season.edition });
  return season;
}

type Answers = NonNullable<Parameters<typeof submitEntry>[1]['answers']>;

/** An accepted entry in a category found by its id. */
export async function anEntryIn(season: Season, category: CategoryId, title: string, answers?: Answers): Promise<EntryId> {
  const writing = season.as(await aPerson(season), { clock: dates.whileOpen });
  const { entry } = await startEntry(writing, { category });
  await submitEntry(writing, { entry, version: 1, title, nominee: `${title} Ltd`, body: 'Word for word.', ...(answers && { answers }) });
  await acceptEntry(season.as(season.manager, { clock: dates.whileOpen }), { entry });
  return entry;
}

/** What a judge gives a criterion, by its name. */
export type Marking = (given: {
  readonly entry: EntryId;
  readonly judge: PersonId;
  readonly criterion: string;
  readonly max: number;
}) => number | null;

/** Every seat submits a ballot on the criteria its judge is shown. */
export async function markAll(
  season: Season,
  mark: Marking,
  clock: Date = dates.whileJudging,
  beside: (criterion: string) => string | undefined = () => undefined,
): Promise<void> {
  for (const { entry, judge } of await seatsOf(season)) {
    const ctx = () => season.as(judge, { clock, key: ids.random() });
    const { criteria } = await ballotForJudge(ctx(), entry);
    const marks = Object.fromEntries(criteria.map(({ id, name, scaleMax: max }) => [id, mark({ entry, judge, criterion: name, max })]));
    const comments = Object.fromEntries(
      criteria.flatMap(({ id, name }) => (beside(name) === undefined ? [] : [[id, String(beside(name))]])),
    );
    await submitBallot(ctx(), { entry, version: 0, marks, comments, comment: '' });
  }
}
