/** The demo's programme, and one edition of it as far as its publication. */
import type { z } from 'zod';
import type { Part } from '#core/editions/parts.ts';
import type { EditionId, ProgrammeId } from '#platform/ids.ts';
import { addCategory, changeCriteria, changePart, createEdition, createProgramme, publishEdition } from '#slices/programmes/index.ts';
import { organiser } from '../../../db/demo/people.ts';
import { criteria, panel, programme, scale } from '../../../db/demo/programme.ts';
import type { DemoCategory } from '../../../db/demo/shape.ts';
import type { Season } from './calendar.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

export async function loadProgramme(world: World, people: People): Promise<ProgrammeId> {
  const ctx = world.as(people(organiser.email), 'programme', world.calendar.foundedAt);
  const made = await createProgramme(ctx, programme);
  return made.programme;
}

export type LoadedEdition = {
  readonly id: EditionId;
  readonly season: Season;
  readonly categories: ReadonlyMap<string, string>;
  /** The fields the text and the file of an entry answer, where a form asks for them. */
  readonly byForm?: { readonly story: string; readonly file: string };
};

/** Parts of a document in an order in which each can be saved. */
export type DemoParts = readonly (readonly [part: Part, body: object])[];

export async function loadEdition(
  world: World,
  people: People,
  made: {
    readonly programme: ProgrammeId;
    readonly season: Season;
    readonly categories: readonly DemoCategory[];
    readonly parts?: DemoParts;
    readonly byForm?: LoadedEdition['byForm'];
  },
): Promise<LoadedEdition> {
  const { season } = made;
  const as = (step: string, at: Date) => world.as(people(organiser.email), `${season.name}:${step}`, at);
  const { edition } = await createEdition(as('edition', season.createdAt), {
    programme: made.programme,
    name: season.name,
    entriesOpenAt: season.entriesOpenAt.toISOString(),
    entriesCloseAt: season.entriesCloseAt.toISOString(),
    judgingCloseAt: season.judgingCloseAt.toISOString(),
    ...panel,
  });
  const categories = new Map<string, string>();
  for (const category of made.categories) {
    const { category: id } = await addCategory(as(`category:${category.code}`, season.createdAt), { edition, ...category });
    categories.set(category.code, id);
  }
  await changeCriteria(as('criteria', season.createdAt), { edition, version: 1, criteria: [...criteria], ...scale });
  // What a part names has to be there first, and every part saved counts the version on by one.
  for (const [at, [part, body]] of (made.parts ?? []).entries()) {
    const written = JSON.parse(JSON.stringify(body)) as z.core.util.JSONType;
    await changePart(as(`part:${part}`, season.createdAt), { edition, version: 2 + at, part, body: written });
  }
  await publishEdition(as('publish', season.publishedAt), { edition });
  return { id: edition, season, categories, ...(made.byForm && { byForm: made.byForm }) };
}
