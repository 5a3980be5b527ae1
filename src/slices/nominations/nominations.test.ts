import { expect, test } from 'vitest';
import { transaction } from '#platform/database/transaction.server.ts';
import { allRounds } from '#platform/queue/rounds.server.ts';
import { newToken } from '#platform/tokens.server.ts';
import { entryForOwner, submitEntry } from '#slices/entries/index.ts';
import { changePart, editionById, publishEdition } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { aNomination, aWaitingNomination, codeOf, told } from '#tests/support/nominations/nominations.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, dates, emailOf, foundedWorld, type Season } from '#tests/support/season.ts';
import { nominationByLink } from './answering/view.ts';
import {
  acceptNomination,
  changeNominee,
  confirmNomination,
  correctNominee,
  declineNomination,
  mergeNominees,
  nominate,
  splitNominee,
} from './index.ts';
import { alikeIn, nomineesOf } from './listing/lists.ts';
import { waitingForCode } from './public-view.ts';
import { nomineeForManager } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const open = (season: Season) => season.asVisitor({ clock: dates.whileOpen });
const manager = (season: Season) => season.as(season.manager, { clock: dates.whileOpen });
const page = (season: Season, nominee: string) => nomineeForManager(manager(season), season.slug, season.editionSlug, nominee);
const names = async (season: Season) =>
  (await nomineesOf(manager(season), season.edition, { sort: 'name' })).nominees.map(({ name }) => name);
const day = 86_400_000;

test('a nomination counts once the code of the mail came back, and nothing before that', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nomination } = await aWaitingNomination(season);
  expect([await names(season), await waitingForCode(open(season), nomination)]).toEqual([[], { confirmed: false }]);
  const code = await codeOf(season, nomination);
  expect(await confirmNomination(open(season), { nomination, code: '1234' })).toEqual({ confirmed: false, left: 4 });
  expect(await names(season)).toEqual([]);
  expect(await confirmNomination(open(season), { nomination, code: ` ${code.slice(0, 4)} ${code.slice(4)} ` })).toEqual({
    confirmed: true,
    left: 0,
  });
  expect([await names(season), await waitingForCode(open(season), nomination)]).toEqual([['Ines Castellane'], { confirmed: true }]);
});

test('a code works for five tries and for a day', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nomination } = await aWaitingNomination(season);
  for (const left of [4, 3, 2, 1, 0]) expect((await confirmNomination(open(season), { nomination, code: '0' })).left).toBe(left);
  const code = await codeOf(season, nomination);
  expect(await refusalCode(confirmNomination(open(season), { nomination, code }))).toBe('nominations.code-used-up');
  const late = await aWaitingNomination(season);
  const after = (ms: number) => season.asVisitor({ clock: new Date(dates.whileOpen.getTime() + ms) });
  const given = { nomination: late.nomination, code: await codeOf(season, late.nomination) };
  expect(await refusalCode(confirmNomination(after(day), given))).toBe('nominations.code-used-up');
  expect((await confirmNomination(after(day - 1), given)).confirmed).toBe(true);
});

test('nominations come in by their own clock, in [open, close), and only where an edition has one', async () => {
  const season = await aSeason(world, { nominations: true });
  const at = (iso: string) => refusalCode(aWaitingNomination(season, { at: new Date(iso), nominatorEmail: `${iso.length}@c.example` }));
  expect(await at('2026-02-10T08:59:59.999Z')).toBe('nominations.not-open-yet');
  await aWaitingNomination(season, { at: new Date('2026-02-10T09:00:00Z') });
  await aWaitingNomination(season, { at: new Date('2026-03-20T16:59:59.999Z') });
  expect(await at('2026-03-20T17:00:00Z')).toBe('nominations.closed');
  expect(await refusalCode(aWaitingNomination(await aSeason(world)))).toBe('nominations.not-taken');
  const draft = await aSeason(world, { nominations: true, published: false });
  expect(await refusalCode(aWaitingNomination(draft))).toBe('general.not-found');
});

test('what a category does not take is refused at the field, and so is the own address for somebody else', async () => {
  const season = await aSeason(world, { nominations: true, published: false });
  const ctx = season.as(season.manager, { clock: dates.before });
  const { version = 0 } = (await editionById(ctx, season.edition)) ?? {};
  const body = [
    { code: 'A', name: 'Team of the year', nominees: ['team'], nominators: ['peer', 'customer'] },
    { code: 'B', name: 'Innovation' },
  ];
  await changePart(ctx, { edition: season.edition, version, part: 'categories', body });
  await publishEdition(ctx, { edition: season.edition });
  const fields = async (more: object) => (await refusal(aWaitingNomination(season, more))).fields;
  expect(await fields({ kind: 'person', relation: 'self', email: '' })).toEqual(['kind: field.not-one-of', 'relation: field.not-one-of']);
  expect(await fields({ category: 1, email: 'tobiah.renn+ines@customers.example' })).toEqual(['relation: nominations.own-address']);
  await aWaitingNomination(season, { kind: 'team' });
});

test('a second nomination of the same nominee by the same mailbox is not counted, however the address is written', async () => {
  const season = await aSeason(world, { nominations: true });
  await aNomination(season);
  const again = aNomination(season, { nominatorEmail: 'Tobiah.Renn+again@customers.example', name: 'CASTELLANE, Ines', email: '' });
  expect(await refusalCode(again)).toBe('nominations.nominated-already');
  await aNomination(season, { nominatorEmail: 'tobiah.renn@customers.example', name: 'Rurik Salter', email: '' });
  expect(await names(season)).toEqual(['Ines Castellane', 'Rurik Salter']);
});

test('nominations of one nominee are found, merged by a manager alone with every nominator credited, and parted again', async () => {
  const season = await aSeason(world, { nominations: true });
  const first = await aNomination(season);
  const second = await aNomination(season, {
    name: 'Inès Castellane',
    email: '',
    nominator: 'Piers',
    nominatorEmail: 'piers@c.example',
    relation: 'peer',
  });
  const third = await aNomination(season, {
    name: 'I. C.',
    email: 'Ines.Castellane+work@valewick.example',
    nominatorEmail: 'maud@c.example',
  });
  await aNomination(season, { name: 'Rurik Salter', email: '', nominatorEmail: 'maud@c.example' });
  expect(await alikeIn(manager(season), season.edition)).toHaveLength(2);
  const merge = (into: string, nominee: string) => mergeNominees(manager(season), { into, nominee });
  await merge(second.nominee, third.nominee);
  expect((await merge(first.nominee, second.nominee)).brought).toEqual([third.nominee]);
  const view = await page(season, first.nominee);
  expect([view.customers, view.peers, view.proposals.map(({ by }) => by).sort(), view.members.map(({ name }) => name).sort()]).toEqual([
    2,
    1,
    ['Piers', 'Tobiah Renn', 'Tobiah Renn'],
    ['I. C.', 'Inès Castellane'],
  ]);
  expect([await names(season), await alikeIn(manager(season), season.edition)]).toEqual([['Ines Castellane', 'Rurik Salter'], []]);
  expect(await refusalCode(merge(third.nominee, first.nominee))).toBe('nominations.merged-away');
  await splitNominee(manager(season), { nominee: second.nominee, brought: [third.nominee] });
  const after = [await page(season, first.nominee), await page(season, second.nominee)];
  expect(after.map(({ customers, peers }) => [customers, peers])).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(await refusalCode(splitNominee(manager(season), { nominee: second.nominee }))).toBe('nominations.not-merged');
});

test('a nominee is told once by mail, reads what was said, and not by whom where they asked to be hidden', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nominee } = await aNomination(season);
  const hidden = { nominator: 'Piers Holloway', nominatorEmail: 'piers@c.example', relation: 'peer' as const, hidden: true };
  const other = await aNomination(season, { ...hidden, reason: 'He says so too.' });
  await mergeNominees(manager(season), { into: nominee, nominee: other.nominee });
  const replaced = await told(season, nominee);
  const token = await told(season, nominee);
  expect(await refusalCode(nominationByLink(open(season), replaced))).toBe('nominations.link-over');
  const view = await nominationByLink(open(season), token);
  expect(Object.fromEntries(view.said.map(({ by, reason }) => [by, reason]))).toEqual({
    '': 'He says so too.',
    'Tobiah Renn': 'She rang every one of us back on the night of the flood.',
  });
  expect(JSON.stringify(view)).not.toContain('Piers');
  await correctNominee(open(season), { token, name: 'Ines Castellane-Roe', worksFor: '' });
  expect((await page(season, nominee)).name).toBe('Ines Castellane-Roe');
  const nobody = await aNomination(season, { name: 'Rurik Salter', email: '' });
  expect(await refusalCode(told(season, nobody.nominee))).toBe('nominations.no-address');
  await changeNominee(manager(season), {
    nominee: nobody.nominee,
    version: 1,
    name: 'Rurik Salter',
    worksFor: '',
    email: 'rurik@n.example',
  });
  await told(season, nobody.nominee);
});

test('who declines is told nothing more in the edition, whoever nominates them again, and may change their own mind', async () => {
  const season = await aSeason(world, { nominations: true });
  const { nominee } = await aNomination(season);
  const token = await told(season, nominee);
  await declineNomination(open(season), { token, answer: 'Not this year.' });
  expect([(await page(season, nominee)).state, (await page(season, nominee)).answer]).toEqual(['declined', 'Not this year.']);
  expect(await refusalCode(told(season, nominee))).toBe('nominations.declined-already');
  const again = await aNomination(season, { nominatorEmail: 'maud@c.example', email: 'INES.castellane+2@valewick.example', category: 1 });
  expect(await refusalCode(told(season, again.nominee))).toBe('nominations.declined-already');
  expect((await page(season, nominee)).state).toBe('declined');
  const { entry } = await acceptNomination(open(season), { token, name: 'Ines Castellane', session: newToken() });
  expect(entry).not.toBeNull();
});

test('who accepts has an account by the mailed address and a draft of their own that begins with the nomination', async () => {
  const season = await aSeason(world, { nominations: true });
  const email = 'accepts@valewick.example';
  const { nominee } = await aNomination(season, { email });
  const token = await told(season, nominee);
  const session = newToken();
  expect((await refusal(acceptNomination(open(season), { token, session }))).fields).toEqual(['name: field.required']);
  const { entry } = await acceptNomination(open(season), { token, name: 'Ines Castellane', session });
  const { rows } = await database.owner.pool.query(
    'select p.id, p.email, p.name from plaudit.entries e join directory.people p on p.id = e.owner_id where e.id = $1',
    [entry],
  );
  expect(rows[0]).toMatchObject({ email, name: 'Ines Castellane' });
  const draft = await entryForOwner(season.as(rows[0].id, { clock: dates.whileOpen }), entry ?? '');
  expect([draft.nominee, draft.nomineeKind, draft.nominator, draft.state]).toEqual(['Ines Castellane', 'person', 'customer', 'draft']);
  expect(await acceptNomination(season.as(rows[0].id, { clock: dates.whileOpen }), { token, session })).toEqual({ nominee, entry });
  // The link alone opens nothing any more, and is nobody else's.
  expect(await refusalCode(acceptNomination(open(season), { token, session: newToken() }))).toBe('nominations.accepted-already');
  const stranger = season.as(await aPerson(season), { clock: dates.whileOpen });
  expect(await refusalCode(acceptNomination(stranger, { token, session: newToken() }))).toBe('nominations.for-another');
  expect((await nominationByLink(open(season), token)).entry).toBeNull();
  expect(await refusalCode(declineNomination(open(season), { token }))).toBe('nominations.accepted-already');
});

test('accepted before entries open, the application begins when they do: two clocks', async () => {
  const season = await aSeason(world, { nominations: true });
  const early = new Date('2026-02-20T09:00:00Z');
  const person = await aPerson(season, 'Maren Oduya');
  const { nominee } = await aNomination(season, { email: await emailOf(season, person), at: early });
  const token = await told(season, nominee, { at: early });
  const own = (clock: Date) => acceptNomination(season.as(person, { clock }), { token, session: newToken() });
  expect(await own(early)).toEqual({ nominee, entry: null });
  expect(await refusalCode(own(early))).toBe('entries.not-open-yet');
  const { entry } = await own(dates.entriesOpenAt);
  expect(entry).not.toBeNull();
  const late = await aNomination(season, { name: 'Rurik Salter', email: 'late@n.example' });
  const link = await told(season, late.nominee, { at: new Date(dates.entriesCloseAt.getTime() - day) });
  const after = acceptNomination(season.asVisitor({ clock: dates.entriesCloseAt }), { token: link, name: 'Late', session: newToken() });
  expect(await refusalCode(after)).toBe('entries.closed');
});

test('rules ask for confirmed nominations, all that were merged, and not for what the entrant says', async () => {
  const season = await aSeason(world, { nominations: true, published: false });
  const ctx = season.as(season.manager, { clock: dates.before });
  const change = async (part: 'rules' | 'categories', body: object) => {
    const { version = 0 } = (await editionById(ctx, season.edition)) ?? {};
    await changePart(ctx, { edition: season.edition, version, part, body: JSON.parse(JSON.stringify(body)) });
  };
  await change('rules', { 'two-customers': { needs: { fact: 'nominations.customer', atLeast: 2 } } });
  await change('categories', [
    { code: 'A', name: 'Team of the year', rules: ['two-customers'] },
    { code: 'B', name: 'Innovation of the year' },
  ]);
  await publishEdition(ctx, { edition: season.edition });
  const own = await aDraft(season);
  const text = { version: 1, title: 'The night of the flood', nominee: 'Ines Castellane', body: 'All of it.' };
  const send = (owner: typeof own.owner, entry: string) => submitEntry(season.as(owner, { clock: dates.whileOpen }), { entry, ...text });
  expect((await refusal(send(own.owner, own.entry))).fields).toEqual(['rules.two-customers: entries.rule-refuses']);

  const person = await aPerson(season, 'Ines Castellane');
  const { nominee } = await aNomination(season, { email: await emailOf(season, person) });
  const token = await told(season, nominee);
  const { entry } = await acceptNomination(season.as(person, { clock: dates.whileOpen }), { token, session: newToken() });
  expect((await refusal(send(person, entry ?? ''))).fields).toEqual(['rules.two-customers: entries.rule-refuses']);
  const more = await aNomination(season, { nominatorEmail: 'maud@c.example', email: '' });
  await mergeNominees(manager(season), { into: nominee, nominee: more.nominee });
  expect((await send(person, entry ?? '')).number).toMatch(/^A-/);
});

test('nominations nobody confirmed are gone after a day, in the role of the jobs', async () => {
  const season = await aSeason(world, { nominations: true });
  await aWaitingNomination(season);
  const kept = await aNomination(season, { name: 'Rurik Salter' });
  await database.setClock(new Date(dates.whileOpen.getTime() + day + 1));
  const round = allRounds().find(({ name }) => name === 'forget nominations nobody confirmed');
  await round?.run(database.jobs, season.asSystem().log);
  const left = await transaction(database.app, { organisation: season.organisation, scopes: ['nominations'] }, (db) =>
    db
      .selectFrom('nominations')
      .select('id')
      .where('organisation_id', '=', season.organisation)
      .where('edition_id', '=', season.edition)
      .execute(),
  );
  expect(left.map(({ id }) => id)).toEqual([kept.nomination]);
});

test('who has not opened the scope reads no nomination, whatever they ask the database for', async () => {
  const season = await aSeason(world, { nominations: true });
  await aNomination(season);
  const count = (scopes: string[]) =>
    transaction(
      database.app,
      { organisation: season.organisation, scopes },
      async (db) =>
        (
          await db
            .selectFrom('nominations')
            .select('id')
            .where('organisation_id', '=', season.organisation)
            .where('edition_id', '=', season.edition)
            .execute()
        ).length,
    );
  expect([await count([]), await count(['nominations'])]).toEqual([0, 1]);
});

test('one mailbox nominates thirty times in an edition, and no more', async () => {
  const season = await aSeason(world, { nominations: true });
  for (let i = 0; i < 30; i += 1)
    await aNomination(season, { nominatorEmail: `tobiah.renn+${i}@customers.example`, name: `Nominee ${i}`, email: '' });
  expect(await refusalCode(aWaitingNomination(season))).toBe('nominations.too-many');
  expect(nominate.who).toEqual(['visitor']);
});
