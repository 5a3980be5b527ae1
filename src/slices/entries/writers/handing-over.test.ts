/** An entry becomes somebody else's: offered by mail, accepted once, and only as far as the limits of its category go for them. */
import { expect, test } from 'vitest';
import { type EntryId, ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { limit } from '#tests/support/entering/limits.ts';
import { shareEntry } from '#tests/support/entering/sharing.ts';
import { assignAll } from '#tests/support/panel.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import {
  aDraft,
  aMember,
  anAcceptedEntry,
  aPerson,
  aSeason,
  aSubmission,
  dates,
  emailOf,
  foundedWorld,
  type Season,
} from '#tests/support/season.ts';
import {
  acceptWriterInvitation,
  entriesForManager,
  entryForOwner,
  inviteWriter,
  offerOwnership,
  reopenEntry,
  saveDraft,
  submitEntry,
  withdrawWriterInvitation,
} from '../index.ts';
import { ownerPage, writerInvitation, writersPage } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };

type Offer = { readonly entry: EntryId; readonly by: PersonId; readonly to: PersonId };

async function offer({ entry, by, to }: Offer, of: Season = season): Promise<string> {
  const token = newToken();
  await offerOwnership(of.as(by, { clock: dates.whileOpen }), { entry, email: await emailOf(of, to), name: 'Wanda Brightwater', token });
  return token;
}

const at = (person: PersonId, of: Season = season, clock = dates.whileOpen) => of.as(person, { clock });
const accept = (person: PersonId, token: string, of: Season = season) =>
  acceptWriterInvitation(at(person, of), { token, session: newToken() });
const mailsTo = async (email: string) =>
  (await database.owner.pool.query('select mail, data from plaudit.outbox where recipient = $1 order by created_at', [email])).rows;

test('its owner offers it, nothing changes before it is accepted, and whoever had it may still write, read and send it in', async () => {
  const { entry, owner } = await aDraft(season);
  const to = await aPerson(world, 'Wanda Brightwater');
  const token = await offer({ entry, by: owner, to });
  expect(await mailsTo(await emailOf(world, to))).toMatchObject([{ mail: 'entries.ownership-offered', data: { token } }]);
  expect((await entryForOwner(at(owner), entry)).may).toBe('owner');
  expect(await refusalCode(entryForOwner(at(to), entry))).toBe('general.not-found');
  expect(await writerInvitation(at(to), token)).toMatchObject({ rights: 'owner', known: true, forAnother: false });
  expect(await refusalCode(accept(await aPerson(world, 'Tobiah Renn'), token))).toBe('people.invitation-for-another');
  expect(await accept(to, token)).toMatchObject({ person: to, entry, rights: 'owner' });
  expect([(await entryForOwner(at(to), entry)).may, (await entryForOwner(at(owner), entry)).may]).toEqual(['owner', 'submit']);
  expect(await mailsTo(await emailOf(world, owner))).toMatchObject([{ mail: 'entries.owner-changed', data: { title: '' } }]);
  expect(await refusalCode(accept(to, token))).toBe('people.invitation-used-or-expired');
  const asking = { entry, email: 'ruth@new.example', name: 'Ruth', token: newToken() };
  expect(await refusalCode(inviteWriter(at(owner), { ...asking, rights: 'view' }))).toBe('general.not-found');
  await saveDraft(at(owner), { entry, version: 1, ...text });
  expect((await submitEntry(at(owner), { entry, version: 2, ...text })).number).toBeTruthy();
  const page = await writersPage(at(to), entry);
  expect(page.writers.map(({ person, rights }) => [person, rights])).toEqual([[owner, 'submit']]);
});

test('an entry is offered to one person at a time, also to whoever writes it already, and never to its owner', async () => {
  const { entry, owner } = await aDraft(season);
  const [first, second] = [await aPerson(world, 'Tove Lindqvist'), await aPerson(world, 'Ruth Abara')];
  await shareEntry(season, { entry, owner, rights: 'edit' }, second);
  const before = await offer({ entry, by: owner, to: first });
  const after = await offer({ entry, by: owner, to: second });
  expect(await refusalCode(accept(first, before))).toBe('people.invitation-used-or-expired');
  expect(await refusalCode(offer({ entry, by: owner, to: owner }))).toBe('entries.writer-is-owner');
  expect(await refusalCode(offer({ entry, by: second, to: first }))).toBe('general.not-found');
  await accept(second, after);
  const { rows } = await database.owner.pool.query('select person_id from plaudit.entry_writers where entry_id = $1', [entry]);
  expect(rows).toEqual([{ person_id: owner }]);
  const open = await offer({ entry, by: second, to: first });
  const [invitation] = (await writersPage(at(second), entry)).invitations;
  await withdrawWriterInvitation(at(second), { entry, invitation: invitation?.id ?? '' });
  expect(await refusalCode(accept(first, open))).toBe('people.invitation-used-or-expired');
});

test('somebody new has an account and the entry by the link; of four who press at once one becomes its owner', async () => {
  const { entry, owner } = await aDraft(season);
  const email = `${ids.random()}@new.example`;
  const token = newToken();
  await offerOwnership(at(owner), { entry, email, name: 'Ines Okafor', token });
  const visitor = () => world.asVisitor({ clock: dates.whileOpen });
  const press = () => acceptWriterInvitation(visitor(), { token, name: 'Ines Okafor', session: newToken() });
  const outcomes = await Promise.allSettled([press(), press(), press(), press()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await writersPage(at(owner), entry)).owner.name).toBe('Ines Okafor');
});

test('who runs the programme offers an entry that was sent in, takes the offer back, and never a draft', async () => {
  const { entry, owner } = await aSubmission(season);
  const draft = await aDraft(season);
  const to = await aPerson(world, 'Wanda Brightwater');
  const { manager } = season;
  expect(await refusalCode(offer({ entry: draft.entry, by: manager, to: manager }))).toBe('general.not-found');
  const token = await offer({ entry, by: manager, to });
  const shown = await ownerPage(at(manager), entry);
  expect(shown.offered).toMatchObject({ email: await emailOf(world, to), expired: false });
  const invitation = shown.offered?.invitation ?? '';
  await withdrawWriterInvitation(at(manager), { entry, invitation });
  expect(await refusalCode(accept(to, token))).toBe('people.invitation-used-or-expired');
  expect((await ownerPage(at(manager), entry)).offered).toBeUndefined();
  const asking = { entry, email: 'ruth@new.example', name: 'Ruth', rights: 'view' as const, token: newToken() };
  const asked = await inviteWriter(at(owner), asking);
  expect(await refusalCode(withdrawWriterInvitation(at(manager), { entry, invitation: asked.invitation }))).toBe(
    'entries.writer-invitation-not-open',
  );
  await accept(to, await offer({ entry, by: manager, to }));
  const edition = await editionById(at(manager), season.edition);
  const found = edition ? await entriesForManager(at(manager), edition, { search: 'Brightwater' }) : { entries: [] };
  expect(found.entries.map(({ id }) => id)).toContain(entry);
});

test('its next version goes with it', async () => {
  const late = await aSeason(world);
  const { entry, owner } = await aSubmission(late);
  const closed = dates.whileJudging;
  const until = new Date(closed.getTime() + 3 * 86_400_000);
  await reopenEntry(at(late.manager, late, closed), { entry, reason: 'A figure was wrong.', until: until.toISOString() });
  const to = await aPerson(world, 'Wanda Brightwater');
  await accept(to, await offer({ entry, by: owner, to }, late), late);
  const { rows } = await database.owner.pool.query('select distinct owner_id from plaudit.entries where id = $1 or next_of = $1', [entry]);
  expect(rows).toEqual([{ owner_id: to }]);
});

test('of two entries that become one person’s at once as many do as one entrant may have, and a refused one stays as it was', async () => {
  const limited = await aSeason(world);
  await limit(limited, { each: 1 });
  const [one, two] = [await aSubmission(limited), await aSubmission(limited)];
  const to = await aPerson(world, 'Wanda Brightwater');
  const tokens = [
    await offer({ entry: one.entry, by: one.owner, to }, limited),
    await offer({ entry: two.entry, by: two.owner, to }, limited),
  ];
  const started = await startAtBarrier(
    database,
    'entries',
    tokens.map((token) => () => accept(to, token, limited)),
  );
  expect([wonOf(started).length, lostOf(started)]).toEqual([1, ['entries.own-limit-reached']]);
  const { rows } = await database.owner.pool.query('select owner_id from plaudit.entries where id = any ($1)', [[one.entry, two.entry]]);
  expect(rows.filter(({ owner_id }) => owner_id === to)).toHaveLength(1);
  const third = await aDraft(limited);
  await accept(to, await offer({ entry: third.entry, by: third.owner, to }, limited), limited);
  expect((await entryForOwner(at(to, limited), third.entry)).may).toBe('owner');
});

test('whoever judges an entry does not become its owner, nor writes it, while they hold the seat', async () => {
  const own = await aSeason(world, { seats: 1, minimumPanel: 1 });
  const judge = await aMember(world, own.programme, 'judge', 'Maren Oduya');
  const { entry, owner } = await anAcceptedEntry(own);
  await assignAll(own);
  const token = await offer({ entry, by: owner, to: judge }, own);
  expect(await refusalCode(accept(judge, token, own))).toBe('judging.seated-for-entry');
  expect(await refusalCode(shareEntry(own, { entry, owner, rights: 'view' }, judge))).toBe('judging.seated-for-entry');
  expect((await entryForOwner(at(owner, own), entry)).may).toBe('owner');
});
