import { expect, test } from 'vitest';
import '#main/slices.ts';
import type { Ctx } from '#platform/context.ts';
import { transaction } from '#platform/database/transaction.server.ts';
import { ids, type PersonId } from '#platform/ids.ts';
import { allTimers, partsOf } from '#platform/privacy/holders.ts';
import { newToken } from '#platform/tokens.server.ts';
import { entryPage } from '#slices/entries/entry-page.ts';
import { reopenEntry, saveDraft, submitEntry } from '#slices/entries/index.ts';
import { configureSignIn, erasePerson, requestAddress } from '#slices/people/index.ts';
import { ownErasing, placeHold } from '#slices/privacy/index.ts';
import { changePart, editionById, publishEdition } from '#slices/programmes/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { asJobs } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { aNomination, aWaitingNomination, codeOf, told } from '#tests/support/nominations/nominations.ts';
import { signInForTests } from '#tests/support/people/authenticator.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aPerson, aSeason, dates, emailOf, foundedWorld, type Season } from '#tests/support/season.ts';
import { nominationByLink } from './answering/view.ts';
import { acceptNomination, changeNominee, confirmNomination, correctNominee, declineNomination, mergeNominees, nominate } from './index.ts';
import { countNominees } from './listing/lists.ts';
import { nomineeForManager } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
configureSignIn(signInForTests);
const day = 86_400_000;
const later = (ms: number) => new Date(dates.whileOpen.getTime() + ms);
const open = (season: Season) => season.asVisitor({ clock: dates.whileOpen });
const manager = (season: Season, clock = dates.whileOpen) => season.as(season.manager, { clock, key: ids.random() });
const page = (season: Season, nominee: string, clock = dates.whileOpen) =>
  nomineeForManager(manager(season, clock), season.slug, season.editionSlug, nominee);
const inScope = <T>({ organisation }: Season, work: (db: Ctx['db'], now: Date) => Promise<T>) =>
  transaction(database.app, { organisation, scopes: ['nominations'] }, work);
/** What a copy of somebody's data would hold. */
const copyOf = (season: Season, person: PersonId) => inScope(season, (db, now) => partsOf({ ...world.asVisitor(), db, now }, person));
const eventsOf = async (season: Season, kind: string, subject: string) =>
  (
    await database.owner.pool.query<{ n: number }>(
      'select count(*)::int as n from plaudit.audit_events where organisation_id = $1 and kind = $2 and subject_id = $3',
      [season.organisation, kind, subject],
    )
  ).rows[0]?.n;

test('who has the mail to a wrong address answers nothing with it once the address was mended, and the nominee is told anew', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nominee } = await aNomination(season, { email: 'wrong@valewick.example' });
  const wrong = await told(season, nominee);
  const { version, name, worksFor } = await page(season, nominee);
  await changeNominee(manager(season), { nominee, version, name, worksFor, email: 'right@valewick.example' });
  const stolen = acceptNomination(open(season), { token: wrong, name: 'Somebody Else', session: newToken() });
  expect(await refusalCode(stolen)).toBe('nominations.link-over');
  expect(await refusalCode(nominationByLink(open(season), wrong))).toBe('nominations.link-over');
  const { state, toldAt } = await page(season, nominee);
  expect([state, toldAt]).toEqual(['proposed', null]);
  const right = await told(season, nominee);
  expect((await acceptNomination(open(season), { token: right, name: 'Ines Castellane', session: newToken() })).entry).not.toBeNull();
});

test('a name that is mended leaves the link as it is', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nominee } = await aNomination(season, { email: 'named@valewick.example' });
  const token = await told(season, nominee);
  const { version, worksFor, email } = await page(season, nominee);
  await changeNominee(manager(season), { nominee, version, name: 'Inès Castellane', worksFor, email });
  expect((await nominationByLink(open(season), token)).name).toBe('Inès Castellane');
});

test('a link signs in for a week after its mail; later it shows and declines, and whoever accepts signs in', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nominee } = await aNomination(season, { email: 'slow@valewick.example', at: dates.entriesOpenAt });
  const mailed = new Date(dates.entriesCloseAt.getTime() - 8 * day);
  const token = await told(season, nominee, { at: mailed });
  const at = (ms: number) => season.asVisitor({ clock: new Date(mailed.getTime() + ms) });
  const accept = (ms: number) => acceptNomination(at(ms), { token, name: 'Ines Castellane', session: newToken() });
  expect(await refusalCode(accept(7 * day))).toBe('nominations.sign-in-first');
  expect((await nominationByLink(at(7 * day), token)).proves).toBe(false);
  await declineNomination(at(7 * day), { token, answer: 'Not this year.' });
  expect((await accept(7 * day - 1)).entry).not.toBeNull();
  const own = await aPerson(season, 'Maren Oduya');
  const other = await aNomination(season, { name: 'Maren Oduya', email: await emailOf(season, own), at: dates.entriesOpenAt });
  const link = await told(season, other.nominee, { at: mailed });
  const signedIn = season.as(own, { clock: new Date(mailed.getTime() + 7 * day) });
  expect((await acceptNomination(signedIn, { token: link, session: newToken() })).entry).not.toBeNull();
});

test('an address that was only asked for opens and takes nothing of whoever reads it', async () => {
  const season = await aSeason(world, { nominations: true });
  const victim = `${ids.random()}@valewick.example`;
  const { nomination } = await aNomination(season, { email: victim });
  await aNomination(season, { name: 'Rurik Salter', email: '', nominatorEmail: victim, hidden: true });
  const thief = await aPerson(season, 'Quentin Marl');
  await requestAddress(world.as(thief, { key: ids.random() }), { email: victim, token: newToken() });
  const parts = await copyOf(season, thief);
  expect(parts.filter(({ name, rows }) => name.startsWith('nominations') && rows.length > 0)).toEqual([]);
  expect(JSON.stringify(parts.filter(({ name }) => name === 'mail'))).not.toContain(victim);
  await erasePerson(asJobs(database, season.organisation), { person: thief, reason: 'asked for it' });
  const left = await inScope(season, (db) =>
    db
      .selectFrom('nominations')
      .where('organisation_id', '=', season.organisation)
      .select('id')
      .where((eb) => eb.or([eb('nominee_email', '=', victim), eb('nominator_email', '=', victim)]))
      .execute(),
  );
  const { rows } = await database.owner.pool.query(
    `select (select count(*)::int from plaudit.outbox where recipient = $1 and mail = 'people.new-address') as asked,
            (select count(*)::int from plaudit.outbox where data ->> 'nomination' = $2) as mails,
            (select count(*)::int from plaudit.audit_bodies where strpos(body, $1) > 0) as bodies`,
    [victim, nomination],
  );
  expect([left.length, rows[0]]).toEqual([2, { asked: 0, mails: 1, bodies: 0 }]);
});

test('an address that reaches the same mailbox is not the same address to whoever asks for a copy', async () => {
  const season = await aSeason(world, { nominations: true });
  const person = await aPerson(season, 'Maren Oduya');
  const email = await emailOf(season, person);
  await aNomination(season, { email: email.replace('@', '+other@') });
  await aNomination(season, { name: 'Maren Oduya', email, nominatorEmail: 'maud@c.example' });
  const parts = await copyOf(season, person);
  const rows = parts.find(({ name }) => name === 'nominations-of-you')?.rows ?? [];
  expect(rows.map(({ name }) => name)).toEqual(['Maren Oduya']);
});

test('who is erased is gone from the nominee they were merged into, where nobody gave that one an address', async () => {
  const season = await aSeason(world, { nominations: true });
  const person = await aPerson(season, 'Maren Oduya');
  const head = await aNomination(season, { name: 'Maren Oduya', email: '', nominatorEmail: 'maud@c.example' });
  const own = await aNomination(season, { name: 'M. Oduya', email: await emailOf(season, person) });
  await mergeNominees(manager(season), { into: head.nominee, nominee: own.nominee });
  await erasePerson(asJobs(database, season.organisation), { person, reason: 'asked for it' });
  const { name, proposals, customers } = await page(season, head.nominee);
  expect([name, proposals, customers]).toEqual(['', [], 0]);
});

test('one nominator counts once for a nominee, as what they said first', async () => {
  const season = await aSeason(world, { nominations: true });
  const first = await aNomination(season, { relation: 'peer', at: later(-day) });
  const second = await aNomination(season, { name: 'I. Castellane', email: '', relation: 'customer' });
  await mergeNominees(manager(season), { into: first.nominee, nominee: second.nominee });
  const { selves, peers, customers, proposals } = await page(season, first.nominee);
  expect([selves, peers, customers, proposals.length]).toEqual([0, 1, 0, 2]);
});

test('two people of one name are two, by their addresses, their companies or their kinds', async () => {
  const season = await aSeason(world, { nominations: true });
  const by = { nominatorEmail: 'maud@c.example' };
  await aNomination(season, by);
  await aNomination(season, { ...by, email: 'ines.castellane@fenmoor.example' });
  await aNomination(season, { ...by, email: '', worksFor: 'Fenmoor' });
  await aNomination(season, { ...by, email: '', kind: 'team' });
  const again = aNomination(season, { ...by, email: '', worksFor: 'VALEWICK mutual' });
  expect(await refusalCode(again)).toBe('nominations.nominated-already');
});

test('the month to tell runs from the oldest nomination that was merged, and nobody has to be told of what was erased', async () => {
  const season = await aSeason(world, { nominations: true });
  const early = new Date('2026-02-12T09:00:00Z');
  const person = await aPerson(season, 'Maren Oduya');
  const old = await aNomination(season, { email: await emailOf(season, person), at: early });
  const { nominee } = await aNomination(season, { name: 'I. Castellane', email: '', nominatorEmail: 'maud@c.example' });
  await mergeNominees(manager(season), { into: nominee, nominee: old.nominee });
  const due = new Date(early.getTime() + 30 * day);
  const counts = async (clock: Date) => (({ toTell, late }) => [toTell, late])(await countNominees(manager(season, clock), season.edition));
  expect([await counts(new Date(due.getTime() - 1)), await counts(due)]).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect((await page(season, nominee, due)).late).toBe(true);
  await erasePerson(asJobs(database, season.organisation), { person, reason: 'asked for it' });
  expect(await counts(due)).toEqual([0, 0]);
});

test('the day they accepted is the day they did, though they had declined before', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nominee } = await aNomination(season, { email: 'wavers@valewick.example' });
  const token = await told(season, nominee);
  await declineNomination(open(season), { token });
  const before = (await page(season, nominee)).answeredAt;
  await acceptNomination(season.asVisitor({ clock: later(day) }), { token, name: 'Ines', session: newToken() });
  expect((await page(season, nominee)).answeredAt?.slice(0, 10)).not.toBe(before?.slice(0, 10));
});

test('the page says when they were told last', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nominee } = await aNomination(season);
  await told(season, nominee);
  await told(season, nominee, { at: later(2 * day) });
  expect((await page(season, nominee)).toldAt?.slice(0, 10)).toBe(
    later(2 * day)
      .toISOString()
      .slice(0, 10),
  );
});

test('who nominates themselves has one address', async () => {
  const season = await aSeason(world, { nominations: true });
  const wrong = aWaitingNomination(season, { relation: 'self', email: 'somebody@else.example' });
  expect((await refusal(wrong)).fields).toEqual(['email: nominations.others-address']);
  await aWaitingNomination(season, { relation: 'self', kind: 'organisation', email: 'office@customers.example' });
});

test('what is answered already is told no more, however often it is sent', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nomination, nominee } = await aNomination(season);
  for (let i = 0; i < 3; i += 1)
    expect(await refusalCode(confirmNomination(open(season), { nomination, code: '0' }))).toBe('nominations.confirmed-already');
  expect(await eventsOf(season, 'nominations.code-refused', nomination)).toBe(0);
  const token = await told(season, nominee);
  const correct = (i: number) => correctNominee(open(season), { token, name: `Ines ${i}`, worksFor: '' });
  for (let i = 0; i < 20; i += 1) await correct(i);
  expect(await refusalCode(correct(20))).toBe('nominations.corrected-enough');
  await declineNomination(open(season), { token, answer: 'No.' });
  expect(await refusalCode(declineNomination(open(season), { token, answer: 'And no.' }))).toBe('nominations.declined-already');
  expect([await eventsOf(season, 'nominations.nomination-declined', nominee), (await page(season, nominee)).answer]).toEqual([1, 'No.']);
});

test('others fill nobody’s share with nominations that nobody confirmed, and two codes at once are counted one after the other', async () => {
  const season = await aSeason(world, { nominations: true });
  for (let i = 0; i < 31; i += 1) await aWaitingNomination(season, { name: `Nominee ${i}`, email: '' });
  const both = [await aWaitingNomination(season), await aWaitingNomination(season)];
  const codes = await Promise.all(both.map(({ nomination }) => codeOf(season, nomination)));
  const answers = await Promise.allSettled(
    both.map(({ nomination }, i) => confirmNomination(open(season), { nomination, code: codes[i] ?? '' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('nominating waits by a count of its own, for the mailbox however it is written, and says so', async () => {
  const season = await aSeason(world, { nominations: true });
  const client = { address: '192.0.2.7', agent: 'a browser' };
  const send = (i: number) =>
    nominate(season.asVisitor({ clock: dates.whileOpen, key: ids.random(), client }), {
      category: season.categories[0],
      kind: 'person',
      name: 'Ines Castellane',
      relation: 'customer',
      reason: 'She rang back.',
      nominator: 'Tobiah Renn',
      nominatorEmail: `tobiah+${i}@many.example`,
      worksFor: '',
      email: '',
    });
  for (let i = 0; i < 10; i += 1) await send(i);
  expect(await refusalCode(send(10))).toBe('nominations.too-fast');
});

test('an entry that began with a nomination is sent in, and its next version too, by what others said of it', async () => {
  const season = await aSeason(world, { nominations: true, published: false });
  const before = season.as(season.manager, { clock: dates.before });
  const change = async (part: 'rules' | 'categories', body: object) => {
    const { version = 0 } = (await editionById(before, season.edition)) ?? {};
    await changePart(before, { edition: season.edition, version, part, body: JSON.parse(JSON.stringify(body)) });
  };
  await change('rules', { customers: { needs: { fact: 'nominations.customer', atLeast: 1 } } });
  await change('categories', [
    { code: 'A', name: 'Team of the year', rules: ['customers'] },
    { code: 'B', name: 'Innovation of the year' },
  ]);
  await publishEdition(before, { edition: season.edition });
  const person = await aPerson(season, 'Ines Castellane');
  const { nominee } = await aNomination(season, { email: await emailOf(season, person) });
  const token = await told(season, nominee);
  const own = (clock = dates.whileOpen) => season.as(person, { clock, key: ids.random() });
  const { entry } = await acceptNomination(own(), { token, session: newToken() });
  const text = { title: 'The night of the flood', nominee: 'Ines Castellane', body: 'All of it.' };
  // Two windows, each with another field: neither knows of the other, and both began with the nominee's name.
  const begun = await entryPage(own(), entry ?? '');
  await saveDraft(own(), { entry: entry ?? '', version: begun.version, title: text.title, nominee: text.nominee, body: '', merge: {} });
  await saveDraft(own(), { entry: entry ?? '', version: begun.version, title: '', nominee: 'Ines C.', body: '', merge: {} });
  await submitEntry(own(), { entry: entry ?? '', version: 3, ...text });
  await acceptEntry(manager(season), { entry: entry ?? '' });
  const { draft } = await reopenEntry(manager(season, dates.whileJudging), {
    entry: entry ?? '',
    reason: 'A figure had slipped.',
    until: '2026-04-20T09:00:00Z',
  });
  expect((await entryPage(own(dates.whileJudging), draft)).eligibility?.verdict).toBe('yes');
  const sent = await submitEntry(own(dates.whileJudging), { entry: draft, version: 1, ...text, body: 'All of it, and more.' });
  expect(sent.entry).toBe(entry);
});

test.each(['\n', '\r\n', '\t', '\u2028'])('a name with %j in it is refused: names stand in mails of the organiser', async (sign) => {
  const season = await aSeason(world, { nominations: true });
  const text = `Ines${sign}Castellane`;
  const sent = aWaitingNomination(season, { name: text, worksFor: text, nominator: text });
  expect((await refusal(sent)).fields.map((field) => field.split(':')[0])).toEqual(['name', 'worksFor', 'nominator']);
});

test('a hold keeps what others said of a nominee, and what a nominator said', async () => {
  const season = await aSeason(world, { nominations: true });
  const [own, by] = [await aPerson(season, 'Maren Oduya'), await aPerson(season, 'Tobiah Renn')];
  await aNomination(season, { email: await emailOf(season, own), nominatorEmail: await emailOf(season, by) });
  const timer = allTimers().find(({ name }) => name === 'nominations.never-accepted');
  const due = (heldPeople: readonly PersonId[]) =>
    inScope(
      season,
      (db, now) =>
        timer?.count({ ...world.asVisitor(), db, now }, { cutoff: () => new Date('2100-01-01'), heldPeople }) ?? Promise.resolve(0),
    );
  const all = await due([]);
  expect([all - (await due([own])), all - (await due([by]))]).toEqual([1, 1]);
  await placeHold(world.as(world.administrator), { on: season.slug, reason: 'an inquiry' });
  const blocks = async (person: PersonId) => (await ownErasing(world.as(person))).blocks.map(({ code }) => code);
  expect([await blocks(own), await blocks(by), await blocks(await aPerson(season))]).toEqual([['privacy.held'], ['privacy.held'], []]);
});
