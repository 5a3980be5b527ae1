/** A small award, built by the operations themselves as people would build it. */
import type { CategoryId, CriterionId, EditionId, EntryId, OrganisationId, PersonId, ProgrammeId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { startEntry, submitEntry } from '#slices/entries/index.ts';
import { addPerson, foundOrganisation } from '#slices/people/index.ts';
import {
  acceptInvitation,
  addCategory,
  categoriesOf,
  changeCriteria,
  changePart,
  createEdition,
  createProgramme,
  criteriaOf,
  editionById,
  invite,
  inviteToChapter,
  partsOf,
  publishEdition,
  type Role,
} from '#slices/programmes/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { asPerson, asSystem, asVisitor, type ContextOptions } from './contexts.ts';
import type { TestDatabase } from './database.ts';

/** Entries from 1 March to 1 April 2026, 17:00 in Dublin; judging until 1 May. */
export const dates = {
  before: new Date('2026-02-01T09:00:00Z'),
  entriesOpenAt: new Date('2026-03-01T09:00:00Z'),
  whileOpen: new Date('2026-03-10T09:00:00Z'),
  entriesCloseAt: new Date('2026-04-01T16:00:00Z'),
  whileJudging: new Date('2026-04-10T09:00:00Z'),
  judgingCloseAt: new Date('2026-05-01T16:00:00Z'),
  afterJudging: new Date('2026-05-02T09:00:00Z'),
} as const;

export type World = {
  readonly database: TestDatabase;
  readonly organisation: OrganisationId;
  readonly administrator: PersonId;
  /** Contexts for calling operations and views; `clock` is the instant that counts. */
  readonly as: (person: PersonId, options?: ContextOptions) => ReturnType<typeof asPerson>;
  readonly asVisitor: (options?: ContextOptions) => ReturnType<typeof asVisitor>;
  readonly asSystem: (options?: ContextOptions) => ReturnType<typeof asSystem>;
};

/** An organisation of its own with one administrator. */
export async function foundedWorld(database: TestDatabase): Promise<World> {
  const organisation = ids.next<OrganisationId>();
  const { app } = database;
  const system = (options?: ContextOptions) => asSystem(app, organisation, options);
  await foundOrganisation(system(), { slug: `o-${organisation.slice(-12)}`, name: 'Aldersea Institute of Service' });
  const world = {
    database,
    organisation,
    as: (person: PersonId, options?: ContextOptions) => asPerson(app, organisation, person, options),
    asVisitor: (options?: ContextOptions) => asVisitor(app, organisation, options),
    asSystem: system,
  };
  const email = `${ids.random()}@admin.example`;
  const { person } = await addPerson(system(), { email, name: 'Ada Lindqvist', administrator: true });
  return { ...world, administrator: person };
}

/** Somebody with an account and no role at all. */
export async function aPerson(world: World, name = 'Orla Tennant'): Promise<PersonId> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${ids.random().slice(0, 8)}@people.example`;
  const { person } = await addPerson(world.asSystem(), { email, name });
  return person;
}

export async function emailOf(world: World, person: PersonId): Promise<string> {
  const { rows } = await world.database.owner.pool.query<{ email: string }>('select email from directory.people where id = $1', [person]);
  return rows[0]?.email ?? '';
}

/** Invites somebody new and has them accept: a manager, judge or auditor with an account. */
export async function aMember(world: World, programme: ProgrammeId, role: Role, name: string): Promise<PersonId> {
  const person = await aPerson(world, name);
  const token = newToken();
  await invite(world.as(world.administrator), { programme, email: await emailOf(world, person), name, role, token });
  await acceptInvitation(world.as(person), { token, session: newToken() });
  return person;
}

/** Invites somebody new to a chapter and has them accept. */
export async function aChapterManager(season: Season, chapter: string, name: string): Promise<PersonId> {
  const person = await aPerson(season, name);
  const token = newToken();
  const { edition } = season;
  await inviteToChapter(season.as(season.manager), { edition, chapter, email: await emailOf(season, person), name, token });
  await acceptInvitation(season.as(person), { token, session: newToken() });
  return person;
}

/** As the standard programme has them; weights sum to 100. */
export const weights = [
  { name: 'Result for customers', question: 'What is different for them?', weight: 35 },
  { name: 'Originality', question: 'Would others have thought of it?', weight: 20 },
  { name: 'Craft', question: 'How well was it planned and carried out?', weight: 20 },
  { name: 'Evidence', question: 'Could a stranger check it?', weight: 15 },
  { name: 'Reach', question: 'How many did it help?', weight: 10 },
] as const;

export type Season = World & {
  readonly programme: ProgrammeId;
  readonly slug: string;
  readonly edition: EditionId;
  readonly editionSlug: string;
  /** Team of the year (A), then Innovation of the year (B). */
  readonly categories: readonly [CategoryId, CategoryId];
  readonly criteria: readonly CriterionId[];
  readonly manager: PersonId;
  /** The chapter its entries are sent in to, where it has chapters. */
  readonly chapter: string | undefined;
};

export type SeasonOptions = {
  readonly seats?: number;
  readonly minimumPanel?: number;
  readonly published?: boolean;
  readonly chapters?: boolean;
  /** Takes nominations from 10 February to 20 March, 17:00. */
  readonly nominations?: boolean;
};

/** Two chapters; entries are sent in to the first. */
export const chapters = [
  { key: 'emea', name: 'Europe and the Middle East', countries: ['DE', 'IE'] },
  { key: 'americas', name: 'The Americas', countries: ['US'] },
] as const;

/** A programme with two categories and five weighted criteria on a scale of 1 to 10, published in February. */
export async function aSeason(world: World, options: SeasonOptions = {}): Promise<Season> {
  const admin = () => world.as(world.administrator, { clock: dates.before });
  const { programme, slug } = await createProgramme(admin(), {
    name: 'The Handbell Awards',
    strapline: 'For the service people remember',
    summary: 'For organisations and teams that changed something their customers could feel.',
    timeZone: 'Europe/Dublin',
  });
  const manager = await aMember(world, programme, 'manager', 'Ilse Quarrington');
  return anEdition({ ...world, programme, slug, manager }, options);
}

export type Programme = World & Pick<Season, 'programme' | 'slug' | 'manager'>;

/** An edition of a programme that is there: the standard categories and criteria, published unless told otherwise. */
export async function anEdition({ programme, slug, manager, ...world }: Programme, options: SeasonOptions = {}): Promise<Season> {
  const ctx = () => world.as(manager, { clock: dates.before });
  const made = await createEdition(ctx(), {
    programme,
    name: '2026',
    entriesOpenAt: dates.entriesOpenAt.toISOString(),
    entriesCloseAt: dates.entriesCloseAt.toISOString(),
    judgingCloseAt: dates.judgingCloseAt.toISOString(),
    seats: options.seats ?? 3,
    minimumPanel: options.minimumPanel ?? 2,
  });
  const { edition } = made;
  await addCategory(ctx(), { edition, code: 'A', name: 'Team of the year', description: 'People who answer for one thing together.' });
  await addCategory(ctx(), { edition, code: 'B', name: 'Innovation of the year', description: 'What a machine now does.' });
  await changeCriteria(ctx(), { edition, version: 1, criteria: [...weights], scaleMin: 1, scaleMax: 10 });
  if (options.chapters) {
    const version = (await editionById(ctx(), edition))?.version ?? 0;
    await changePart(ctx(), { edition, version, part: 'texts', body: { chapters: JSON.parse(JSON.stringify(chapters)) } });
  }
  if (options.nominations) await takeNominations(ctx(), edition);
  if (options.published ?? true) await publishEdition(ctx(), { edition });
  const [a, b] = await categoriesOf(ctx(), edition);
  if (!a || !b) throw new Error('the season has no categories');
  const criteria = (await criteriaOf(ctx(), edition)).map(({ id }) => id);
  return {
    ...world,
    programme,
    slug,
    edition,
    editionSlug: made.slug,
    categories: [a.id, b.id],
    criteria,
    manager,
    chapter: options.chapters ? chapters[0].key : undefined,
  };
}

async function takeNominations(ctx: ReturnType<World['as']>, id: EditionId): Promise<void> {
  const edition = await editionById(ctx, id);
  if (!edition) throw new Error('no edition');
  const { timeline } = await partsOf(ctx, edition);
  const nominations = { opens: '2026-02-10T09:00', closes: '2026-03-20T17:00', grace: 0 };
  const body = JSON.parse(JSON.stringify({ ...timeline, nominations }));
  await changePart(ctx, { edition: id, version: edition.version, part: 'timeline', body });
}

export type EntryOptions = {
  readonly owner?: PersonId;
  readonly category?: 0 | 1;
  readonly chapter?: string;
  readonly title?: string;
  readonly nominee?: string;
  readonly body?: string;
};

const standardBody =
  'When the river rose, forty-one of our policyholders rang within the hour. We asked each of them where they would sleep.';

/** A draft without a word in it, started while entries are open. */
export async function aDraft(season: Season, options: EntryOptions = {}): Promise<{ entry: EntryId; owner: PersonId }> {
  const owner = options.owner ?? (await aPerson(season));
  const ctx = season.as(owner, { clock: dates.whileOpen });
  const { entry } = await startEntry(ctx, { category: season.categories[options.category ?? 0] });
  return { entry, owner };
}

/** A complete entry that was submitted in time. */
export async function aSubmission(
  season: Season,
  options: EntryOptions = {},
): Promise<{ entry: EntryId; owner: PersonId; number: string }> {
  const { entry, owner } = await aDraft(season, options);
  const { title = 'The hour after the flood', nominee = 'Wick Lower Mutual', body = standardBody, chapter = season.chapter } = options;
  const { number } = await submitEntry(season.as(owner, { clock: dates.whileOpen }), {
    entry,
    version: 1,
    title,
    nominee,
    body,
    ...(chapter && { chapter }),
  });
  return { entry, owner, number };
}

/** An entry judges may read. */
export async function anAcceptedEntry(
  season: Season,
  options: EntryOptions = {},
): Promise<{ entry: EntryId; owner: PersonId; number: string }> {
  const made = await aSubmission(season, options);
  await acceptEntry(season.as(season.manager, { clock: dates.whileOpen }), { entry: made.entry });
  return made;
}
