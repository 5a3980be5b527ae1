/** A season that has been through everything, smaller or larger: something to see on every page, for everybody who may open one. */
import { configureFiles } from '#platform/files.server.ts';
import type { CompanyId, ContactId, EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { addEmployment, setParent } from '#slices/companies/index.ts';
import { addFile, noteItem, startEntry, submitEntry, takeUpload, writeToEntrant, writeToOrganiser } from '#slices/entries/index.ts';
import { makeSetUpLink, requestAddress, requestLink, requestMerge, signInByLink } from '#slices/people/index.ts';
import { askForCopyOf, placeHold } from '#slices/privacy/index.ts';
import { applyWinners, decideRemark, invite, makeRemark, proposeWinners } from '#slices/programmes/index.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { aCompany, aWholeCompany, mergeInto } from '#tests/support/companies/companies.ts';
import { answerLetter, askReferee } from '#tests/support/entering/letters.ts';
import { inviteTo, shareEntry } from '#tests/support/entering/sharing.ts';
import { assignAll, judgesIn, submitAll } from '#tests/support/panel.ts';
import {
  aDraft,
  aMember,
  anAcceptedEntry,
  anEdition,
  aPerson,
  aSeason,
  aSubmission,
  dates,
  emailOf,
  type Season,
  type World,
} from '#tests/support/season.ts';
import { aStage, failedJob, type Stage } from '../matrix/stage.ts';
import { dryRuns } from './dry-runs.ts';
import { integrations } from './integrations.ts';
import { type MailPlaces, mails } from './mails.ts';
import { nominations } from './nominations.ts';
import { aRulebook } from './rulebook.ts';

/** What the parts of an address may name. */
export type Places = MailPlaces & {
  readonly programme: string;
  readonly edition: string;
  readonly category: string;
  readonly form: string;
  readonly entry: EntryId;
  readonly file: string;
  readonly job: string;
  readonly run: string;
  readonly invitation: string;
  readonly sharing: string;
  readonly letter: string;
  readonly link: string;
  readonly address: string;
  readonly setUp: string;
  readonly merge: string;
  readonly request: string;
  readonly state: string;
  readonly provider: string;
  readonly webhook: string;
  readonly company: CompanyId;
  readonly other: CompanyId;
  readonly contact: ContactId;
  readonly nomination: string;
  readonly nominee: string;
  readonly ownNomination: string;
};

export type Fair = Stage & { readonly places: Places };

const letter = 'What our policyholders wrote to us.\n';

/** An accepted entry with a file beside it. */
async function entryWithFile(season: Season, owner: PersonId): Promise<{ entry: EntryId; file: string }> {
  const ctx = season.as(owner, { clock: dates.whileOpen });
  const { entry } = await startEntry(ctx, { category: season.categories[0] });
  const upload = await takeUpload(ctx, entry, new File([letter], 'letters.txt', { type: 'text/plain' }));
  const { file } = await addFile(ctx, { entry, ...upload });
  const chapter = season.chapter === undefined ? {} : { chapter: season.chapter };
  await submitEntry(ctx, { entry, version: 1, title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: letter, ...chapter });
  await acceptEntry(season.as(season.manager, { clock: dates.whileOpen }), { entry });
  return { entry, file };
}

/** `size` judges on `size` entries; all ballots are in. */
async function judged(season: Season, owner: PersonId, size: number): Promise<{ entry: EntryId; file: string }> {
  const first = await entryWithFile(season, owner);
  for (let i = 1; i < size; i += 1) await anAcceptedEntry(season, { owner, title: `Plain letters ${i}` });
  await assignAll(season);
  await submitAll(season, () => [8]);
  return first;
}

async function announce(season: Season): Promise<void> {
  const manager = season.as(season.manager, { clock: dates.afterJudging });
  const { tally } = await computeTally(manager, { edition: season.edition });
  await publishResults(manager, { edition: season.edition, tally, announceAt: 'now' });
}

async function anInvitation(stage: Stage): Promise<string> {
  const token = newToken();
  const email = `${ids.random()}@new.example`;
  await invite(stage.as(stage.manager), { programme: stage.programme, email, name: 'Ruth Abara', role: 'judge', token });
  return token;
}

/** An entry shared with `size` people, and as many who have not answered; the link in the mail of the last. */
async function sharings(stage: Stage, entry: EntryId, size: number): Promise<string> {
  const sharing = { entry, owner: stage.people.owner, rights: 'view' as const };
  await shareEntry(stage, { ...sharing, rights: 'submit' }, stage.people.writer);
  for (let i = 1; i < size; i += 1) await shareEntry(stage, sharing, await aPerson(stage, 'Tove Lindqvist'));
  let token = '';
  for (let i = 0; i < size; i += 1) token = await inviteTo(stage, sharing, `${ids.random()}@new.example`, dates.afterJudging);
  return token;
}

/** `size` threads that wait for an answer, the first with as many messages of each side. */
async function threads(season: Season, owner: PersonId, first: EntryId, size: number): Promise<void> {
  const said = async (entry: EntryId) => {
    const ctx = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
    await writeToEntrant(ctx(season.manager), { entry, text: 'Which branch was it?', seen: 0 });
    await writeToOrganiser(ctx(owner), { entry, text: 'The one by the river.', seen: 1 });
  };
  for (let i = 0; i < size; i += 1) await said(first);
  for (let i = 1; i < size; i += 1) await said((await aSubmission(season, { owner })).entry);
}

/** `size` things that came by post for one entry, which are still there. */
async function posted(season: Season, entry: EntryId, size: number): Promise<void> {
  for (let i = 0; i < size; i += 1)
    await noteItem(season.as(season.manager, { clock: dates.whileOpen }), { entry, what: `Sample ${i}`, place: 'Shelf 3' });
}

/** `size` letters that arrived for one entry; the link to the last. */
async function refereed(season: Season, owner: PersonId, entry: EntryId, size: number): Promise<string> {
  let link = '';
  for (let i = 0; i < size; i += 1) {
    const { token } = await askReferee(season, { entry, owner }, `${ids.random()}@referees.example`);
    await answerLetter(season, token, 'I was there.');
    link = token;
  }
  return link;
}

/** An open link that would sign somebody in. */
async function aLink(stage: Stage): Promise<string> {
  const token = newToken();
  await requestLink(stage.asVisitor(), { email: `${ids.random()}@new.example`, to: '/home', token });
  return token;
}

/** An open link that would give somebody another address. */
async function anAddressLink(stage: Stage): Promise<string> {
  const token = newToken();
  await requestAddress(stage.as(await aPerson(stage)), { email: `${ids.random()}@new.example`, token });
  return token;
}

/** An open link by which somebody would take another account in. */
async function aMergeLink(stage: Stage): Promise<string> {
  const token = newToken();
  await requestMerge(stage.as(stage.people.owner), { email: await emailOf(stage, await aPerson(stage)), token });
  return token;
}

/** Requests and holds, as many of each; the last request. */
async function privacyWork(stage: Stage, size: number): Promise<string> {
  const administrator = stage.as(stage.administrator);
  let request = '';
  for (let i = 0; i < size; i += 1) {
    const email = await emailOf(stage, await aPerson(stage));
    ({ request } = await askForCopyOf(administrator, { email, reason: 'by letter of 3 May' }));
    await placeHold(administrator, { on: email, reason: 'a claim of May' });
  }
  return request;
}

async function aSetUpLink(stage: Stage): Promise<string> {
  const token = newToken();
  await makeSetUpLink(stage.asSystem(), { token });
  return token;
}

/** A company with `size` of everything: people, names, sizes, companies below it, merges into it, and others that look like it. */
async function companies(stage: Stage, size: number): Promise<Pick<Places, 'company' | 'other' | 'contact'>> {
  const ctx = stage.as(stage.administrator);
  const company = await aWholeCompany(stage, 'Penmarrow Bank', 'penmarrow');
  const work = { name: 'Tam Greatorex', email: 'tam@penmarrow.example', title: 'Agent' };
  const { contact } = await addEmployment(ctx, { company, ...work, from: '2010-01-01', until: '2011-01-01' });
  let other = company;
  for (let i = 0; i < size; i += 1) {
    other = await aWholeCompany(stage, `Pennmarrow Bank ${i}`, `pennmarrow-${i}`);
    const child = await aCompany(stage, `Little Fen Tramways ${i}`);
    await setParent(ctx, { company: child, parent: company, version: 1 });
    const merged = await aCompany(stage, `Corvane ${i}`);
    await mergeInto(stage, company, merged);
    if (i > 0) await addEmployment(ctx, { company, ...work, from: `201${i}-01-01`, until: `201${i}-06-01` });
  }
  return { company, other, contact };
}

/** Everything a page lists is there `size` times: editions, entries in each state, judges, ballots, winners, roles, mails and jobs. */
export async function aFair(world: World, size: number, dataFolder: string): Promise<Fair> {
  configureFiles(dataFolder);
  const panel = { seats: size, minimumPanel: 1 };
  const stage = await aStage(world, panel);
  const { owner } = stage.people;
  const form = await aRulebook(stage, size);
  await judgesIn(stage, size - 1);
  const first = await judged(stage, owner, size);
  await threads(stage, owner, first.entry, size);
  await posted(stage, first.entry, size);
  const letterLink = await refereed(stage, owner, first.entry, size);
  await announce(stage);
  for (let i = 0; i < size; i += 1) {
    const edition = await anEdition(stage, panel);
    await judged(edition, owner, size);
    await aSubmission(edition, { owner });
    await aDraft(edition, { owner });
    await aMember(stage, stage.programme, 'auditor', 'Aino Vuori');
    await failedJob(stage);
  }
  for (let i = 1; i < size; i += 1) await aSeason(world);
  await pastWinners(stage, size);
  await questions(stage, size);
  const places = {
    programme: stage.slug,
    edition: stage.editionSlug,
    category: 'A',
    form,
    ...first,
    ...(await companies(stage, size)),
    ...(await mails(stage, size)),
    ...(await integrations(stage, size)),
    job: await longJobOf(stage),
    run: await dryRuns(stage, size),
    invitation: await anInvitation(stage),
    sharing: await sharings(stage, first.entry, size),
    letter: letterLink,
    link: await aLink(stage),
    address: await anAddressLink(stage),
    setUp: await aSetUpLink(stage),
    merge: await aMergeLink(stage),
    request: await privacyWork(stage, size),
    ...(await nominations(stage, size)),
    state: newToken(),
    provider: 'valewick',
  };
  return { ...stage, places };
}

export type Hidden = { readonly draftEdition: string; readonly edition: string; readonly draft: EntryId; readonly file: string };

/** What is there and not for everybody whom a page's policy lets in: a draft is its writer's alone, and nothing is public before its time. */
export async function hiddenThings(fair: Fair): Promise<Hidden> {
  const draftEdition = (await anEdition(fair, { published: false })).editionSlug;
  const edition = await anEdition(fair);
  const writer = await aPerson(fair, 'Ines Castellane');
  const { entry } = await aDraft(edition, { owner: writer });
  const ctx = edition.as(writer, { clock: dates.whileOpen });
  const upload = await takeUpload(ctx, entry, new File([letter], 'draft.txt', { type: 'text/plain' }));
  const { file } = await addFile(ctx, { entry, ...upload });
  return { draftEdition, edition: edition.editionSlug, draft: entry, file };
}

/** A list of `size` winners of older editions, and as many names that nobody has decided on and that look like companies there are. */
async function pastWinners(stage: Stage, size: number): Promise<void> {
  const rows = Array.from({ length: size }, (_, i) => `${1990 + i},Courtesy,Nominee ${i},Pennmarrow Bank ${i}`);
  const content = ['year,category,nominee,organisation', ...rows].join('\n');
  const list = { programme: stage.programme, file: 'old.csv', format: 'csv', several: 'each', separator: '', content } as const;
  for (let i = 0; i < size; i += 1) {
    const ctx = stage.as(stage.manager, { clock: dates.before });
    await applyWinners(ctx, { import: (await proposeWinners(ctx, list)).import });
  }
}

/** `size` questions that wait, and as many that are shown with an answer; none says anything of its writer. */
async function questions(stage: Stage, size: number): Promise<void> {
  const { programme } = stage;
  for (let i = 0; i < size; i += 1) {
    await makeRemark(stage.as(stage.people.owner), { programme, kind: 'question', body: `May a branch enter on its own? ${i}` });
    const { remark } = await makeRemark(stage.as(stage.people.stranger), { programme, kind: 'comment', body: `Thank you. ${i}` });
    await decideRemark(stage.as(stage.manager), { remark, version: 1, state: 'shown', answer: 'Thank you too.' });
  }
}

async function longJobOf(stage: Stage): Promise<string> {
  const { rows } = await stage.database.owner.pool.query<{ id: string }>(
    'select id from plaudit.long_jobs where organisation_id = $1 order by created_at limit 1',
    [stage.organisation],
  );
  return rows[0]?.id ?? '';
}

/** A session of somebody's own; the answer is the token a browser would keep. */
export async function signedIn(world: World, person: PersonId): Promise<string> {
  const [token, session] = [newToken(), newToken()];
  await requestLink(world.asVisitor(), { email: await emailOf(world, person), to: '/home', token });
  await signInByLink(world.asVisitor(), { token, session });
  return session;
}
