import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import '#main/slices.ts';
import { configureFiles, openFile } from '#platform/files.server.ts';
import { openZip } from '#platform/formats/zip.server.ts';
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { addEmployment } from '#slices/companies/index.ts';
import { addFile, saveDraft, takeUpload } from '#slices/entries/index.ts';
import { addPerson, configureSignIn, erasePerson, requestLink, signInByLink } from '#slices/people/index.ts';
import { withdrawRole } from '#slices/programmes/index.ts';
import { returnEntry } from '#slices/screening/index.ts';
import { wordsFor } from '#words/index.ts';
import { aCompany } from '../../../tests/support/companies/companies.ts';
import { asJobs } from '../../../tests/support/contexts.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { temporaryFolder } from '../../../tests/support/folders.ts';
import { startObserving, statementsDuring } from '../../../tests/support/non-interference/observe.ts';
import { anEntry, aPanel, submitAll } from '../../../tests/support/panel.ts';
import { signInForTests } from '../../../tests/support/people/authenticator.ts';
import { refusal, refusalCode } from '../../../tests/support/refusal.ts';
import {
  aChapterManager,
  aDraft,
  aMember,
  aPerson,
  aSeason,
  aSubmission,
  dates,
  emailOf,
  foundedWorld,
  type World,
} from '../../../tests/support/season.ts';
import { expireCopies } from './copies.ts';
import {
  askForCopy,
  askForCopyOf,
  askForErasure,
  carryOut,
  liftHold,
  makeCopy,
  orderErasure,
  ownErasing,
  ownRequests,
  placeHold,
  privacyForAdministrator,
  runTimer,
  setTimer,
  startTimer,
  takeCopy,
  withdrawRequest,
} from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const jobs = (of: World = world) => asJobs(database, of.organisation);
beforeAll(() => configureFiles(temporaryFolder('copies')));

const day = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * day);

async function at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  await database.setClock(instant);
  try {
    return await work();
  } finally {
    await database.setClock(undefined);
  }
}

async function erasedAt(person: PersonId): Promise<Date | null> {
  const { rows } = await database.owner.pool.query<{ at: Date | null }>('select erased_at as at from directory.people where id = $1', [
    person,
  ]);
  return rows[0]?.at ?? null;
}

describe('a copy', () => {
  it('holds what somebody wrote and sent, to read and to work with, and says what it leaves out and why', async () => {
    const panel = await aPanel(world, { seats: 1, judges: 1 });
    const owner = await aPerson(world, 'Orla Tennant');
    const { entry } = await aDraft(panel, { owner });
    const writing = panel.as(owner, { clock: dates.whileOpen });
    await saveDraft(writing, { entry, version: 1, title: '=cmd()', nominee: 'Wick & Sons', body: 'We <asked> each.' });
    await addFile(writing, { entry, ...(await takeUpload(writing, entry, new File(['Dear all'], 'letter.txt'))) });
    await anEntry(panel, 0, 'Bell ringers', owner);
    const { request } = await askForCopy(world.as(owner), {});
    expect(await refusalCode(askForCopy(world.as(owner), {}))).toBe('privacy.asked-already');
    await makeCopy(jobs(), request);
    const { sha256 } = await takeCopy(world.as(owner), { request });
    const stream = await openFile(world.organisation, sha256);
    const zip = openZip('copy.zip', stream ? await buffer(stream) : Buffer.alloc(0), 10_000_000);
    const text = (name: string) => zip.read(name)?.toString() ?? '';
    expect(zip.names.filter((name) => name.startsWith('files/'))).toEqual([`files/1-${entry}_letter.txt`]);
    expect(text(`files/1-${entry}_letter.txt`)).toBe('Dear all');
    expect(text('entries.csv')).toContain("'=cmd()");
    expect(text('index.html')).toContain('We &lt;asked&gt; each.');
    expect(text('index.html')).toContain(`<td>${await emailOf(world, owner)}</td>`);
    const all = JSON.parse(text('data.json')) as Record<string, { rows: object[]; leftOut: object[] }>;
    expect(all.entries?.rows.map((row) => ('title' in row ? row.title : '')).sort()).toEqual(['=cmd()', 'Bell ringers']);
    const wanted = [
      'account',
      'agreements',
      'ballots',
      'employments',
      'entries',
      'factors',
      'invitations',
      'mail',
      'record',
      'roles',
      'sessions',
    ];
    expect(wanted.filter((name) => all[name] === undefined)).toEqual([]);
    expect(Object.keys(all).filter((name) => wordsFor('en').privacy.part(name) === name)).toEqual([]);
  });

  it('never says what judges wrote of an entry, and only how much there is', async () => {
    const panel = await aPanel(world, { seats: 1, judges: 1 });
    await submitAll(panel, () => [8, 7, 9, 6, 10]);
    const { rows } = await database.owner.pool.query<{ owner: PersonId }>('select owner_id as owner from plaudit.entries where id = $1', [
      panel.entries[0],
    ]);
    const owner = rows[0]?.owner;
    if (!owner) throw new Error('the entry has no owner');
    const { request } = await askForCopy(world.as(owner), {});
    await makeCopy(jobs(), request);
    const { sha256 } = await takeCopy(world.as(owner), { request });
    const stream = await openFile(world.organisation, sha256);
    const zip = openZip('copy.zip', stream ? await buffer(stream) : Buffer.alloc(0), 10_000_000);
    const { ballots } = JSON.parse(zip.read('data.json')?.toString() ?? '{}') as { ballots: object };
    expect(ballots).toEqual({ rows: [], leftOut: [{ what: 'confidential', count: 1 }] });
  });

  it('is taken by its subject and by whoever asked on their behalf, told each time, and gone after a week', async () => {
    const [person, other] = [await aPerson(world), await aPerson(world)];
    const { request } = await askForCopyOf(world.as(world.administrator), {
      email: await emailOf(world, person),
      reason: 'by letter of 3 May',
    });
    await makeCopy(jobs(), request);
    await takeCopy(world.as(person), { request });
    await takeCopy(world.as(world.administrator), { request });
    expect(await refusalCode(takeCopy(world.as(other), { request }))).toBe('general.not-found');
    const own = await askForCopy(world.as(other), {});
    await makeCopy(jobs(), own.request);
    expect(await refusalCode(takeCopy(world.as(world.administrator), own))).toBe('general.not-found');
    const { rows } = await database.owner.pool.query(
      "select from plaudit.audit_events where kind = 'privacy.copy-taken' and subject_id = $1",
      [request],
    );
    expect(rows).toHaveLength(2);
    await at(later(7.1), async () => {
      expect(await refusalCode(takeCopy(world.as(person, { clock: later(7.1) }), { request }))).toBe('privacy.export-over');
      expect((await expireCopies(jobs(), {})).expired).toBeGreaterThanOrEqual(2);
    });
    expect((await ownRequests(world.as(person))).map(({ state }) => state)).toEqual(['expired']);
  });
});

describe('being erased', () => {
  it('waits a week in which it can be withdrawn, and is then carried out in every organisation', async () => {
    const person = await aPerson(world, 'Ruth Abara');
    const elsewhere = await foundedWorld(database);
    await addPerson(elsewhere.asSystem(), { email: await emailOf(world, person), name: 'Ruth Abara' });
    const company = await aCompany(elsewhere, 'Penmarrow Bank');
    const work = { company, name: 'Ruth Abara', email: await emailOf(world, person), title: '', from: '2024-01-01', until: '' };
    const { contact } = await addEmployment(elsewhere.as(elsewhere.administrator), work);
    const first = await askForErasure(world.as(person), {});
    await withdrawRequest(world.as(person), { request: first.request });
    await at(later(8), () => carryOut(jobs(), first.request));
    expect(await erasedAt(person)).toBeNull();
    const { request } = await askForErasure(world.as(person), {});
    await carryOut(jobs(), request);
    expect(await erasedAt(person)).toBeNull();
    await at(later(8), () => carryOut(jobs(), request));
    expect(await erasedAt(person)).not.toBeNull();
    const { rows } = await database.owner.pool.query(
      `select organisation_id as organisation from plaudit.audit_events e where kind = 'people.person-erased'
        and exists (select from plaudit.audit_bodies b where b.event_id = e.id and b.person_id = $1) order by 1`,
      [person],
    );
    const places = await database.owner.pool.query('select id as organisation from directory.organisations order by id');
    expect(rows).toEqual(places.rows);
    const left = await database.owner.pool.query('select name, email from plaudit.contacts where id = $1', [contact]);
    expect(left.rows).toEqual([{ name: '', email: null }]);
    const [{ state } = { state: '' }] = (await privacyForAdministrator(world.as(world.administrator))).requests;
    expect(state).toBe('done');
  });

  it('on the word of one organisation takes what it knows and leaves the account to the others', async () => {
    const person = await aPerson(world, 'Ruth Abara');
    const elsewhere = await foundedWorld(database);
    await addPerson(elsewhere.asSystem(), { email: await emailOf(world, person), name: 'Ruth Abara' });
    const email = await emailOf(world, person);
    const { request } = await orderErasure(world.as(world.administrator), { email, reason: 'by letter' });
    await at(later(8), () => carryOut(jobs(), request));
    expect(await erasedAt(person)).toBeNull();
    const there = await orderErasure(elsewhere.as(elsewhere.administrator), { email, reason: 'by letter' });
    await at(later(8), () => carryOut(jobs(elsewhere), there.request));
    expect(await erasedAt(person)).not.toBeNull();
  });

  it('shows what goes and what stays, and is refused to whoever alone runs something', async () => {
    const season = await aSeason(world);
    await withdrawRole(world.as(season.manager), { programme: season.programme, person: world.administrator, role: 'manager' });
    const { blocks } = await ownErasing(world.as(season.manager));
    expect(blocks.map(({ code }) => code)).toEqual(['privacy.only-manager']);
    expect(await refusal(askForErasure(world.as(season.manager), {}))).toMatchObject({ facts: { programme: 'The Handbell Awards' } });
    expect(await refusalCode(askForErasure(world.as(world.administrator), {}))).toBe('privacy.only-administrator');
    const { owner } = await aDraft(season);
    const { goes, stays } = await ownErasing(world.as(owner));
    expect(goes.find(({ what }) => what === 'entries')).toEqual({ what: 'entries', count: 1 });
    expect(stays).toEqual([]);
  });

  it('is refused at its time when something came up, and the person is told', async () => {
    const person = await aPerson(world);
    const { request } = await askForErasure(world.as(person), {});
    const { hold } = await placeHold(world.as(world.administrator), { on: await emailOf(world, person), reason: 'a claim of May' });
    await at(later(8), () => carryOut(jobs(), request));
    expect((await ownRequests(world.as(person))).map(({ state, refusal: code }) => [state, code])).toEqual([['refused', 'privacy.held']]);
    const { rows } = await database.owner.pool.query(
      "select from plaudit.outbox where mail = 'privacy.erasure-refused' and person_id = $1",
      [person],
    );
    expect(rows).toHaveLength(1);
    await liftHold(world.as(world.administrator), { hold });
    await erasePerson(jobs(), { person, reason: 'asked again' });
  });
});

describe('a hold', () => {
  const codesFor = async (person: PersonId) => (await ownErasing(world.as(person))).blocks.map(({ code }) => code);

  it('on a programme keeps whoever entered, judges or works in it', async () => {
    const panel = await aPanel(world, { seats: 1, judges: 1 });
    const { owner } = await aDraft(panel);
    const [judge] = panel.judges;
    if (!judge) throw new Error('nobody judges');
    const concerned = [owner, judge, await aMember(world, panel.programme, 'auditor', 'Aino Vuori')];
    const { hold } = await placeHold(world.as(world.administrator), { on: panel.slug, reason: 'an inquiry' });
    for (const person of concerned) expect(await codesFor(person)).toEqual(['privacy.held']);
    expect(await codesFor(await aPerson(world))).toEqual([]);
    await liftHold(world.as(world.administrator), { hold });
    for (const person of concerned) expect(await codesFor(person)).toEqual([]);
  });

  it('on one person makes no work for another who asks what speaks against erasing them', async () => {
    const [curious, other] = [await aPerson(world), await aPerson(world)];
    const stopObserving = startObserving();
    const workOf = async () => (await statementsDuring(() => ownErasing(world.as(curious)))).statements;
    const before = await workOf();
    const { hold } = await placeHold(world.as(world.administrator), { on: await emailOf(world, other), reason: 'a claim of May' });
    const after = await workOf();
    stopObserving();
    await liftHold(world.as(world.administrator), { hold });
    expect(before.length).toBeGreaterThan(3);
    expect(after).toEqual(before);
  });
});

describe('timers', () => {
  it('count what is due, let go what was looked at, and leave alone what is held', async () => {
    const own = await foundedWorld(database);
    const administrator = (clock: Date) => own.as(own.administrator, { clock });
    const [season, held] = [await aSeason(own), await aSeason(own)];
    const [{ entry }, kept, ofHeld] = [await aDraft(season), await aDraft(season), await aDraft(held)];
    for (const { entry: draft, owner, of } of [
      { entry, owner: undefined, of: season },
      { ...kept, of: season },
      { ...ofHeld, of: held },
    ]) {
      const { rows } = await database.owner.pool.query<{ owner: PersonId }>('select owner_id as owner from plaudit.entries where id = $1', [
        draft,
      ]);
      const writer = owner ?? rows[0]?.owner ?? ids.random<PersonId>();
      await saveDraft(of.as(writer, { clock: dates.whileOpen }), { entry: draft, version: 1, title: 'Never sent', nominee: '', body: '' });
    }
    const year = new Date(dates.entriesCloseAt.getTime() + 366 * day);
    await placeHold(administrator(year), { on: await emailOf(own, kept.owner), reason: 'a claim' });
    await placeHold(administrator(year), { on: held.slug, reason: 'an inquiry' });
    const due = async (clock: Date) =>
      (await at(clock, () => privacyForAdministrator(administrator(clock)))).timers.find(({ name }) => name === 'entries.drafts')?.due;
    expect(await due(new Date(dates.entriesCloseAt.getTime() + 364 * day))).toBe(0);
    expect(await due(year)).toBe(1);
    await setTimer(administrator(year), { timer: 'entries.drafts', programme: season.programme, days: 700, automatic: false });
    expect(await due(year)).toBe(0);
    await setTimer(administrator(year), { timer: 'entries.drafts', programme: season.programme, days: 30, automatic: false });
    const { timers, programmes } = await privacyForAdministrator(administrator(year));
    const { name } = programmes.find(({ id }) => id === season.programme) ?? {};
    expect(timers.flatMap(({ name: timer, own: days }) => (days.length > 0 ? [{ timer, days }] : []))).toEqual([
      { timer: 'entries.drafts', days: [{ programme: name, days: 30 }] },
    ]);
    expect(await refusal(startTimer(administrator(year), { timer: 'entries.drafts', count: 2 }))).toMatchObject({
      code: 'privacy.count-changed',
      facts: { seen: 2, count: 1 },
    });
    expect(await startTimer(administrator(year), { timer: 'entries.drafts', count: 1 })).toEqual({ count: 1 });
    expect(await runTimer({ ...jobs(own), clock: year }, { timer: 'entries.drafts' })).toEqual({ count: 1 });
    const { rows } = await database.owner.pool.query(
      'select id, title from plaudit.entries where organisation_id = $1 order by title, id',
      [own.organisation],
    );
    expect(rows).toEqual([{ id: entry, title: '' }, ...[kept.entry, ofHeld.entry].sort().map((id) => ({ id, title: 'Never sent' }))]);
  });

  it('take what was said about an entry with it: why it was sent back, why it was opened again, why it may not compete', async () => {
    const own = await foundedWorld(database);
    const season = await aSeason(own);
    const { entry } = await aSubmission(season);
    await returnEntry(season.as(season.manager, { clock: dates.whileOpen }), { entry, reason: 'Orla left us in March.' });
    const year = new Date(dates.entriesCloseAt.getTime() + 366 * day);
    const reasons = async () => {
      const { rows } = await database.owner.pool.query<{ reason: string }>(
        'select reason from plaudit.screening_decisions where entry_id = $1',
        [entry],
      );
      return rows.map(({ reason }) => reason);
    };
    expect(await reasons()).toEqual(['Orla left us in March.']);
    expect(await startTimer(own.as(own.administrator, { clock: year }), { timer: 'entries.drafts', count: 1 })).toEqual({ count: 1 });
    await runTimer({ ...jobs(own), clock: year }, { timer: 'entries.drafts' });
    expect(await reasons()).toEqual(['']);
  });

  it('ask whoever has not used their account, erase it a month later, and leave it to whoever came back or got something to do', async () => {
    const own = await foundedWorld(database);
    configureSignIn(signInForTests);
    const season = await aSeason(own, { chapters: true });
    const [gone, back, seated, held] = [await aPerson(own), await aPerson(own), await aPerson(own), await aPerson(own)];
    await aDraft(season);
    await aMember(own, season.programme, 'judge', 'Jelle Brand');
    await aChapterManager(season, 'emea', 'Nadia Achour');
    await placeHold(own.as(own.administrator), { on: await emailOf(own, held), reason: 'a claim' });
    const [timer, email] = ['privacy.unused-accounts', await emailOf(own, back)];
    const run = (clock: Date) => at(clock, () => runTimer({ ...jobs(own), clock }, { timer }));
    expect(await run(later(729))).toEqual({ count: 0 });
    const told = later(731);
    const view = await at(told, () => privacyForAdministrator(own.as(own.administrator, { clock: told })));
    expect(view.timers.find(({ name }) => name === timer)).toMatchObject({ automatic: false, days: 730, due: 3 });
    expect(await run(told)).toEqual({ count: 3 });
    expect(await run(later(740))).toEqual({ count: 0 });
    const { rows: mails } = await database.owner.pool.query(
      "select person_id as person from plaudit.outbox where organisation_id = $1 and mail = 'privacy.unused' order by 1",
      [own.organisation],
    );
    expect(mails.map(({ person }) => person)).toEqual([gone, back, seated].sort());
    const [clock, token] = [later(745), newToken()];
    await at(clock, async () => {
      await requestLink(own.asVisitor({ clock }), { email, token });
      await signInByLink(own.asVisitor({ clock }), { token, session: newToken() });
    });
    const { rows: waiting } = await database.owner.pool.query<{ id: string; person: PersonId }>(
      'select id, person_id as person from plaudit.privacy_requests where organisation_id = $1',
      [own.organisation],
    );
    await aDraft(season, { owner: seated });
    const month = later(762);
    for (const { id } of waiting) await at(month, () => carryOut({ ...jobs(own), clock: month }, id));
    const fates = await Promise.all([gone, back, seated, held].map(async (person) => (await erasedAt(person)) !== null));
    expect(fates).toEqual([true, false, false, false]);
    const { requests } = await at(month, () => privacyForAdministrator(own.as(own.administrator, { clock: month })));
    expect(requests.map(({ state }) => state).sort()).toEqual(['done', 'withdrawn', 'withdrawn']);
  });

  it('take days of its own from a programme of the organisation, for what belongs to programmes, and from nothing else', async () => {
    const [own, other] = [await foundedWorld(database), await foundedWorld(database)];
    const [{ programme }, foreign] = [await aSeason(own), await aSeason(other)];
    const set = (timer: string, of: string) => setTimer(own.as(own.administrator), { timer, programme: of, days: 30, automatic: false });
    expect(await refusalCode(set('messages.mail', programme))).toBe('privacy.unknown-timer');
    expect(await refusalCode(set('judging.comments', foreign.programme))).toBe('general.not-found');
    expect(await set('judging.comments', programme)).toBeNull();
  });
});
