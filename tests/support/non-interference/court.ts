/** The place secrets are kept in: an award of its own, beside a fair, with one reader for every way to stand to it. */
import type { EntryId, Ids, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { assignJudges, previewAssignment, submitBallot } from '#slices/judging/index.ts';
import { aFair, type Fair, type Places, signedIn } from '#tests/house/pages/fair.ts';
import { asPerson, asSystem, asVisitor, type ContextOptions } from '../contexts.ts';
import type { TestDatabase } from '../database.ts';
import { marksOf } from '../panel.ts';
import { aDraft, aMember, anAcceptedEntry, anEdition, aPerson, aSeason, dates, type Season, type World } from '../season.ts';
import { seededIds } from './seeded-ids.ts';

/**
 * A stranger has an account and no more, a foreigner runs another organisation, a neighbour manages another award of this one. The owner
 * has entered here; the first and the second judge share a panel; the chair manages this award, the auditor audits it.
 */
export const readers = [
  'visitor',
  'stranger',
  'foreigner',
  'neighbour',
  'owner',
  'first',
  'second',
  'chair',
  'auditor',
  'administrator',
] as const;
export type Reader = (typeof readers)[number];

export type Court = Season & {
  readonly fair: Fair;
  readonly people: Readonly<Record<Exclude<Reader, 'visitor'>, PersonId>>;
  readonly sessions: ReadonlyMap<Reader, string>;
  /** In both judges' hands; the second is also the owner's. */
  readonly entries: readonly [EntryId, EntryId];
  /** In nobody's hand but the first judge's. */
  readonly unread: EntryId;
  readonly draft: EntryId;
  /** An edition in which the third judge has marked two entries of one category, still to be counted. */
  readonly marked: Season & { readonly entries: readonly [EntryId, EntryId]; readonly judges: readonly PersonId[] };
};

/** Where the pages of the court are; what it has no thing of its own for is the fair's. */
export function placesOf({ fair, slug, editionSlug, entries }: Court): Places {
  return { ...fair.places, programme: slug, edition: editionSlug, entry: entries[0] };
}

async function assignAllOf(season: Season): Promise<void> {
  const ctx = season.as(season.manager, { clock: dates.whileJudging });
  const { hash } = await previewAssignment(ctx, season.edition);
  await assignJudges(ctx, { edition: season.edition, plan: hash });
}

/** Everything that is the same in every world. */
export async function aCourt(world: World, dataFolder: string): Promise<Court> {
  const fair = await aFair(world, 1, dataFolder);
  const season = await aSeason(world, { seats: 2, minimumPanel: 1 });
  const owner = await aPerson(world, 'Orla Fennimore');
  const first = await aMember(world, season.programme, 'judge', 'Ines Castellane');
  const second = await aMember(world, season.programme, 'judge', 'Piet Vandaele');
  const auditor = await aMember(world, season.programme, 'auditor', 'Aino Hartwig');
  const one = await anAcceptedEntry(season, { title: 'Three rings' });
  const two = await anAcceptedEntry(season, { title: 'Plain letters', owner });
  await assignAllOf(season);
  const ballot = { entry: one.entry, version: 0, marks: marksOf(season, [7]), comment: 'Well told.' };
  await submitBallot(season.as(first, { clock: dates.whileJudging, key: ids.random() }), ballot);
  const unread = await anAcceptedEntry(season, { title: 'The quiet counter', category: 1 });
  const { entry: draft } = await aDraft(season, { owner });
  const { stranger, foreigner } = fair.people;
  const people = {
    stranger,
    foreigner,
    neighbour: fair.manager,
    owner,
    first,
    second,
    chair: season.manager,
    auditor,
    administrator: world.administrator,
  };
  const sessions = new Map<Reader, string>();
  for (const reader of readers) if (reader !== 'visitor') sessions.set(reader, await signedIn(world, people[reader]));
  const entries = [one.entry, two.entry] as const;
  return { ...season, fair, people, sessions, entries, unread: unread.entry, draft, marked: await aMarkedEdition(fair, world) };
}

/** Of a third award, so that nobody of the court or of the fair has a part in it. */
async function aMarkedEdition(_fair: Fair, world: World): Promise<Court['marked']> {
  const season = await anEdition(await aSeason(world), { seats: 1, minimumPanel: 1 });
  const judge = await aMember(world, season.programme, 'judge', 'Ruth Abara');
  const one = await anAcceptedEntry(season, { title: 'A bell at the door' });
  const two = await anAcceptedEntry(season, { title: 'Answered by noon' });
  await assignAllOf(season);
  return { ...season, entries: [one.entry, two.entry], judges: [judge] };
}

/** The same court in a copy of its database; whatever is done there takes its ids from the seed. */
export function movedTo(court: Court, database: TestDatabase, seed: string): Court {
  const drawn: Ids = seededIds(seed);
  const { organisation } = court;
  const { app } = database;
  const world = {
    database,
    as: (person: PersonId, options?: ContextOptions) => ({ ...asPerson(app, organisation, person, options), ids: drawn }),
    asVisitor: (options?: ContextOptions) => ({ ...asVisitor(app, organisation, options), ids: drawn }),
    asSystem: (options?: ContextOptions) => ({ ...asSystem(app, organisation, options), ids: drawn }),
  };
  return { ...court, ...world, marked: { ...court.marked, ...world } };
}
