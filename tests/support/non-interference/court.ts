/** The place secrets are kept in: an award of its own, beside a fair, with one reader for every way to stand to it. */

import { scopes } from '#core/access/scopes.ts';
import type { EntryId, Ids, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { addFile, startEntry, submitEntry, takeUpload } from '#slices/entries/index.ts';
import { addWebhook } from '#slices/integrations/index.ts';
import { assignJudges, previewAssignment, submitBallot } from '#slices/judging/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { aFair, type Fair, type Places, signedIn } from '#tests/house/pages/fair.ts';
import { aKey } from '../api/api.ts';
import { asPerson, asSystem, asVisitor, type ContextOptions } from '../contexts.ts';
import type { TestDatabase } from '../database.ts';
import { marksOf } from '../panel.ts';
import {
  aChapterManager,
  aDraft,
  aMember,
  anAcceptedEntry,
  anEdition,
  aPerson,
  aSeason,
  aSubmission,
  dates,
  type Season,
  type World,
} from '../season.ts';
import { seededIds } from './seeded-ids.ts';

/**
 * A stranger has an account and no more, a foreigner runs another organisation, a neighbour manages another award of this one. The owner
 * has entered here; the first and the second judge share a panel; the chair manages this award, the auditor audits it, the screener screens it. The
 * region manages a chapter of it in which one entry is that nobody else speaks of; all others are in another chapter.
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
  'screener',
  'region',
  'administrator',
] as const;
export type Reader = (typeof readers)[number];

type BesideEntry = { readonly file: string; readonly sha256: string };

export type Court = Season & {
  readonly fair: Fair;
  readonly people: Readonly<Record<Exclude<Reader, 'visitor'>, PersonId>>;
  readonly sessions: ReadonlyMap<Reader, string>;
  /** A key of each for the API, which may ask for all that its person may. */
  readonly keys: ReadonlyMap<Reader, string>;
  /** In both judges' hands; the second is also the owner's. */
  readonly entries: readonly [EntryId, EntryId];
  /** In nobody's hand but the first judge's. */
  readonly unread: EntryId;
  readonly draft: EntryId;
  /** Beside the owner's entry, with contents of their own. */
  readonly files: readonly [BesideEntry, BesideEntry];
  /** Of the chair's, and never told anything yet. */
  readonly webhook: string;
  /** What telling a secret made and a page is about, by its name in the address: the same in every world. */
  readonly made: Map<keyof Places, string>;
  /** An edition in which the third judge has marked two entries of one category, still to be counted. */
  readonly marked: Season & { readonly entries: readonly [EntryId, EntryId]; readonly judges: readonly PersonId[] };
};

/** Where the pages of the court are; what it has no thing of its own for is the fair's. */
export function placesOf({ fair, slug, editionSlug, entries, webhook }: Court): Places {
  return { ...fair.places, programme: slug, edition: editionSlug, entry: entries[0], webhook };
}

async function assignAllOf(season: Season): Promise<void> {
  const ctx = season.as(season.manager, { clock: dates.whileJudging });
  const { hash } = await previewAssignment(ctx, season.edition);
  await assignJudges(ctx, { edition: season.edition, plan: hash });
}

/** An accepted entry of the owner's with two files beside it. */
async function entryWithFiles(season: Season, owner: PersonId): Promise<{ entry: EntryId; files: readonly [BesideEntry, BesideEntry] }> {
  const ctx = season.as(owner, { clock: dates.whileOpen });
  const { entry } = await startEntry(ctx, { category: season.categories[0] });
  const beside = async (name: string): Promise<BesideEntry> => {
    const upload = await takeUpload(ctx, entry, new File([`What is in ${name}.\n`], name, { type: 'text/plain' }));
    return { ...(await addFile(ctx, { entry, ...upload })), sha256: upload.sha256 };
  };
  const files = [await beside('letters.txt'), await beside('figures.txt')] as const;
  await submitEntry(ctx, {
    entry,
    version: 1,
    title: 'Plain letters',
    nominee: 'Wick Lower Mutual',
    body: 'Word for word.',
    chapter: 'emea',
  });
  await acceptEntry(season.as(season.manager, { clock: dates.whileOpen }), { entry });
  return { entry, files };
}

async function aWebhook(season: Season): Promise<string> {
  const texts = { address: 'https://hooks.handbell.example/award', note: 'The newsroom', kinds: ['entry.accepted' as const] };
  const ctx = season.as(season.manager, { clock: dates.before });
  return (await addWebhook(ctx, { programme: season.programme, ...texts, secret: `${'A'.repeat(43)}=` })).webhook;
}

/** Everything that is the same in every world. */
export async function aCourt(world: World, dataFolder: string): Promise<Court> {
  const fair = await aFair(world, 1, dataFolder);
  const season = await aSeason(world, { seats: 2, minimumPanel: 1, chapters: true, nominations: true });
  const owner = await aPerson(world, 'Orla Fennimore');
  const first = await aMember(world, season.programme, 'judge', 'Ines Castellane');
  const second = await aMember(world, season.programme, 'judge', 'Piet Vandaele');
  const auditor = await aMember(world, season.programme, 'auditor', 'Aino Hartwig');
  const screener = await aMember(world, season.programme, 'screener', 'Bram Ostrowski');
  const region = await aChapterManager(season, 'americas', 'Tomás Rey');
  await aSubmission(season, { title: 'The night ferry', category: 1, chapter: 'americas' });
  const one = await anAcceptedEntry(season, { title: 'Three rings' });
  const two = await entryWithFiles(season, owner);
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
    screener,
    region,
    administrator: world.administrator,
  };
  const beside = { unread: unread.entry, draft, files: two.files, webhook: await aWebhook(season), marked: await aMarkedEdition(world) };
  const entries = [one.entry, two.entry] as const;
  return { ...season, fair, people, ...(await waysIn(world, people)), entries, ...beside, made: new Map() };
}

/** A session and a key of everybody's; a visitor has neither. */
async function waysIn(world: World, people: Court['people']): Promise<Pick<Court, 'sessions' | 'keys'>> {
  const sessions = new Map<Reader, string>();
  const keys = new Map<Reader, string>();
  for (const reader of readers) {
    if (reader === 'visitor') continue;
    sessions.set(reader, await signedIn(world, people[reader]));
    const { secret } = await aKey(world, people[reader], { scopes, clock: dates.before, days: 365 });
    keys.set(reader, secret);
  }
  return { sessions, keys };
}

/** Of a third award, so that nobody of the court or of the fair has a part in it. */
async function aMarkedEdition(world: World): Promise<Court['marked']> {
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
