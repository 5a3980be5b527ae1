/** An award for the storm: editions that take entries, one that takes none any more, two that are being judged, and one to be counted. */
import type { Database } from '#platform/database/transaction.server.ts';
import type { CategoryId, EditionId, OrganisationId, PersonId, ProgrammeId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { startEntry, submitEntry } from '#slices/entries/index.ts';
import { assignJudges, previewAssignment, submitBallot } from '#slices/judging/index.ts';
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
  partsOf,
  publishEdition,
} from '#slices/programmes/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { asPerson } from '#tests/support/contexts.ts';
import type { Person } from './client.ts';

export type Edition = {
  readonly id: EditionId;
  readonly slug: string;
  readonly categories: readonly CategoryId[];
  readonly criteria: readonly string[];
};

export type Season = {
  readonly programme: ProgrammeId;
  readonly slug: string;
  /** Takes entries and nominations. */
  readonly open: Edition;
  /** Takes entries, and has some that wait: they come from nobody's desk, so that only the manager does something about them. */
  readonly sifted: Edition;
  /** Takes no entries any more, and its own are not judged yet. */
  readonly shut: Edition;
  /** Ballots are written in it, and its seats stay. */
  readonly judged: Edition;
  /** Its seats come and go. */
  readonly dealt: Edition;
  /** Judging is over. */
  readonly counted: Edition;
};

export type Making = { readonly database: Database; readonly organisation: OrganisationId; readonly people: readonly Person[] };

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);

const criteria = [
  { name: 'Result for customers', question: 'What is different for them?', weight: 35 },
  { name: 'Originality', question: '', weight: 20 },
  { name: 'Craft', question: '', weight: 20 },
  { name: 'Evidence', question: '', weight: 15 },
  { name: 'Reach', question: '', weight: 10 },
];

function hand({ database, organisation, people }: Making) {
  return (person: number, clock?: Date) => asPerson(database, organisation, people[person]?.id as PersonId, clock ? { clock } : {});
}

type Dates = { readonly opens: Date; readonly closes: Date; readonly ends: Date; readonly nominations?: boolean };

/** As long as entries are. */
async function takeNominations(ctx: ReturnType<ReturnType<typeof hand>>, id: EditionId, { opens, closes }: Dates): Promise<void> {
  const edition = await editionById(ctx, id);
  if (!edition) throw new Error('no edition');
  const { timeline } = await partsOf(ctx, edition);
  const nominations = { opens: opens.toISOString().slice(0, 16), closes: closes.toISOString().slice(0, 16), grace: 0 };
  const body = JSON.parse(JSON.stringify({ ...timeline, nominations }));
  await changePart(ctx, { edition: id, version: edition.version, part: 'timeline', body });
}

async function makeEdition(making: Making, programme: ProgrammeId, name: string, of: Dates): Promise<Edition> {
  const { opens, closes, ends } = of;
  const manager = () => hand(making)(0, new Date(opens.getTime() - day));
  const dates = { entriesOpenAt: opens.toISOString(), entriesCloseAt: closes.toISOString(), judgingCloseAt: ends.toISOString() };
  const { edition, slug } = await createEdition(manager(), { programme, name, ...dates, seats: 3, minimumPanel: 1 });
  await addCategory(manager(), { edition, code: 'A', name: 'Team of the year', description: '' });
  await addCategory(manager(), { edition, code: 'B', name: 'Innovation of the year', description: '' });
  await changeCriteria(manager(), { edition, version: 1, criteria, scaleMin: 1, scaleMax: 10 });
  if (of.nominations) await takeNominations(manager(), edition, of);
  await publishEdition(manager(), { edition });
  const categories = (await categoriesOf(manager(), edition)).map(({ id }) => id);
  return { id: edition, slug, categories, criteria: (await criteriaOf(manager(), edition)).map(({ id }) => id) };
}

type Adding = { readonly count: number; readonly at: Date; readonly accepted?: boolean };

/** Entries of the last person, who is no judge, accepted while entries were open unless said. */
async function addEntries(making: Making, edition: Edition, { count, at, accepted = true }: Adding): Promise<void> {
  const owner = making.people.length - 1;
  for (let i = 0; i < count; i += 1) {
    const category = edition.categories[i % edition.categories.length];
    if (category === undefined) throw new Error('an edition without categories');
    const { entry } = await startEntry(hand(making)(owner, at), { category });
    await submitEntry(hand(making)(owner, at), { entry, version: 1, title: `Entry ${i}`, nominee: 'Somebody', body: 'Word for word.' });
    if (accepted) await acceptEntry(hand(making)(0, at), { entry });
  }
}

async function deal(making: Making, edition: Edition, at: Date): Promise<void> {
  const { hash } = await previewAssignment(hand(making)(0, at), edition.id);
  await assignJudges(hand(making)(0, at), { edition: edition.id, plan: hash });
}

async function makeJudges(making: Making, programme: ProgrammeId): Promise<void> {
  for (const [i, { email }] of making.people.entries()) {
    if (i === 0 || i === making.people.length - 1) continue;
    const token = newToken();
    await invite(hand(making)(0), { programme, email, name: `Person ${i}`, role: 'judge', token });
    await acceptInvitation(hand(making)(i), { token, session: newToken() });
  }
}

async function writeBallots({ database, organisation }: Making, edition: Edition, at: Date): Promise<void> {
  const seats = await database.db
    .selectFrom('assignments')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('edition_id', '=', edition.id)
    .execute();
  for (const { entry_id: entry, judge_id: judge } of seats) {
    const marks = Object.fromEntries(edition.criteria.map((criterion, i) => [criterion, 1 + ((i * 7 + entry.charCodeAt(3)) % 10)]));
    await submitBallot(asPerson(database, organisation, judge, { clock: at }), { entry, version: 0, marks, comment: '' });
  }
}

/** The first person manages, the last enters what the others judge. */
export async function makeSeason(making: Making): Promise<Season> {
  const name = 'The Storm Awards';
  const { programme, slug } = await createProgramme(hand(making)(0), { name, strapline: '', summary: '', timeZone: 'Etc/UTC' });
  await makeJudges(making, programme);
  const taking = { opens: ago(10), closes: ago(-20), ends: ago(-40) };
  const open = await makeEdition(making, programme, 'Open', { ...taking, nominations: true });
  const sifted = await makeEdition(making, programme, 'Sifted', taking);
  const shut = await makeEdition(making, programme, 'Shut', { opens: ago(60), closes: ago(1), ends: ago(-30) });
  const judging = { opens: ago(60), closes: ago(10), ends: ago(-30) };
  const judged = await makeEdition(making, programme, 'Judged', judging);
  const dealt = await makeEdition(making, programme, 'Dealt', judging);
  const counted = await makeEdition(making, programme, 'Counted', { opens: ago(100), closes: ago(60), ends: ago(10) });
  await addEntries(making, judged, { count: 30, at: ago(30) });
  await addEntries(making, dealt, { count: 16, at: ago(30) });
  await addEntries(making, counted, { count: 4, at: ago(70) });
  await addEntries(making, sifted, { count: 8, at: ago(5), accepted: false });
  await addEntries(making, shut, { count: 4, at: ago(5), accepted: false });
  // Somebody an outage may have kept back.
  const [first] = sifted.categories;
  if (first) await startEntry(hand(making)(making.people.length - 1, ago(1 / 8)), { category: first });
  await deal(making, judged, ago(5));
  await deal(making, dealt, ago(5));
  await deal(making, counted, ago(50));
  await writeBallots(making, counted, ago(20));
  return { programme, slug, open, sifted, shut, judged, dealt, counted };
}
