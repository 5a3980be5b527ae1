import { beforeAll, describe, expect, it } from 'vitest';
import '#main/slices.ts';
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { startEntry } from '#slices/entries/index.ts';
import { ballotsAgainstRecord, declareInterest, saveBallot } from '#slices/judging/index.ts';
import { askForErasure, withdrawRequest } from '#slices/privacy/index.ts';
import { acceptInvitation, invite } from '#slices/programmes/index.ts';
import { sealOrganisation, verifyRecord } from '#slices/system/index.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { anEntry, assignAll, marksOf, seatsOf, submit } from '../../../../tests/support/panel.ts';
import { signInForTests, withApp } from '../../../../tests/support/people/authenticator.ts';
import { refusalCode } from '../../../../tests/support/refusal.ts';
import { aMember, anAcceptedEntry, aPerson, aSeason, dates, emailOf, foundedWorld, type Season } from '../../../../tests/support/season.ts';
import {
  addPerson,
  configureSignIn,
  erasePerson,
  mergeAccounts,
  mergePreview,
  peopleByIds,
  personByEmail,
  requestMerge,
  signInByPassword,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
beforeAll(() => configureSignIn(signInForTests));

type Two = { readonly from: PersonId; readonly into: PersonId };

/** The link as it was mailed to the other account. */
async function asked({ from, into }: Two): Promise<string> {
  const token = newToken();
  await requestMerge(world.as(into), { email: await emailOf(world, from), token });
  return token;
}

async function merge(two: Two, secret = '') {
  const token = await asked(two);
  const { shown } = await mergePreview(world.as(two.into), token);
  return mergeAccounts(world.as(two.into), { token, secret, shown });
}

async function twoPeople(): Promise<Two> {
  return { from: await aPerson(world, 'Orla T'), into: await aPerson(world, 'Orla Tennant') };
}

/** A season of one panel with two judges who are one person. */
async function twoJudges(): Promise<Two & { season: Season }> {
  const season = await aSeason(world, { seats: 1, minimumPanel: 1 });
  const [from, into] = [
    await aMember(season, season.programme, 'judge', 'Maren O'),
    await aMember(season, season.programme, 'judge', 'Maren Oduya'),
  ];
  return { season, from, into };
}

/** Past the policies: how many ballots a judge has. */
async function ballotsOf(judge: PersonId): Promise<number> {
  const client = await database.owner.pool.connect();
  try {
    await client.query(`select set_config('plaudit.organisation', $1, false), set_config('plaudit.scopes', 'ballots', false)`, [
      world.organisation,
    ]);
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from plaudit.ballots where judge_id = $1', [judge]);
    return rows[0]?.n ?? -1;
  } finally {
    client.release(true);
  }
}

const count = async (statement: string, person: PersonId) => (await database.owner.pool.query(statement, [person])).rowCount;

describe('two accounts of one person', () => {
  it('become one: what is the other’s moves, both addresses sign in, and the old id leads to who they are', async () => {
    const { season, from, into } = await twoJudges();
    for (const title of ['Three rings', 'Plain letters']) await anEntry(season, 0, title);
    await assignAll(season);
    const seats = await seatsOf(season);
    for (const { entry, judge } of seats) await submit(season, judge, entry, [7]);
    const own = await anAcceptedEntry(await aSeason(world), { owner: from });
    const address = await emailOf(world, from);
    await database.owner.pool.query(
      `insert into plaudit.uploads (organisation_id, id, person_id, subject_kind, subject_id, name, bytes, started_at, expires_at)
       values ($1, gen_random_uuid(), $2, 'entry', $3, 'talk.mp4', 9, now(), now() + interval '3 days')`,
      [world.organisation, from, own.entry],
    );
    expect(await merge({ from, into })).toEqual({ merged: true, waitMinutes: 0 });
    expect(await count('select from plaudit.uploads where person_id = $1', into)).toBe(1);
    expect((await seatsOf(season)).map(({ judge }) => judge)).toEqual([into, into]);
    expect(seats.map(({ judge }) => judge).sort()).toEqual([from, into].sort());
    expect(await ballotsOf(into)).toBe(2);
    expect(await count(`select from plaudit.entries where owner_id = $1 and id = '${own.entry}'`, into)).toBe(1);
    expect((await personByEmail(world.asVisitor(), address))?.id).toBe(into);
    const them = { name: 'Maren Oduya', email: await emailOf(world, into), zone: null };
    expect((await peopleByIds(world.asVisitor(), [from])).get(from)).toEqual(them);
    expect((await ballotsAgainstRecord(world.asSystem())).faults).toEqual([]);
    while (((await sealOrganisation(database.jobs, world.organisation)) ?? 0) > 0);
    expect((await verifyRecord(database.jobs, world.organisation)).chains.reduce((sum, { broken }) => sum + broken, 0)).toBe(0);
  });

  it('show before what moves and to how many, and are merged as they were looked at', async () => {
    const { from, into } = await twoPeople();
    const season = await aSeason(world);
    await anAcceptedEntry(season, { owner: from });
    const token = await asked({ from, into });
    const { moves, shown } = await mergePreview(world.as(into), token);
    expect(moves).toEqual(
      expect.arrayContaining([
        { what: 'entries', count: 1 },
        { what: 'addresses', count: 1 },
      ]),
    );
    await startEntry(season.as(from, { clock: dates.whileOpen }), { category: season.categories[0] });
    expect(await refusalCode(mergeAccounts(world.as(into), { token, secret: '', shown }))).toBe('privacy.merge-changed');
    const again = await mergePreview(world.as(into), token);
    expect(await mergeAccounts(world.as(into), { token, secret: '', shown: again.shown })).toEqual({ merged: true, waitMinutes: 0 });
    expect(await refusalCode(mergeAccounts(world.as(into), { token, secret: '', shown: again.shown }))).toBe('privacy.merge-link-over');
  });

  it('are proved: only by who asked, with the code of the other where it has one, and its app moves where there is none', async () => {
    const { from, into } = await twoPeople();
    const app = await withApp(world, from, new Date(Date.now() - 60_000));
    const stranger = await aPerson(world);
    const token = await asked({ from, into });
    expect(await refusalCode(mergePreview(world.as(stranger), token))).toBe('general.not-found');
    const { shown, code } = await mergePreview(world.as(into), token);
    expect(code).toBe(true);
    expect(await refusalCode(mergeAccounts(world.as(stranger), { token, secret: '', shown }))).toBe('privacy.merge-link-over');
    expect(await mergeAccounts(world.as(into), { token, secret: '000000', shown })).toEqual({ merged: false, waitMinutes: 0 });
    expect(await mergeAccounts(world.as(into), { token, secret: app.codeAt(new Date()), shown })).toEqual({ merged: true, waitMinutes: 0 });
    expect(await count('select from directory.factors where person_id = $1', into)).toBe(1);
  });

  it('leave nothing to sign in with but the one account, whose erasing takes the other too', async () => {
    const [email, password] = [`${ids.random()}@people.example`, 'correct horse battery'];
    const { person: from } = await addPerson(world.asSystem(), { email, name: 'Orla T', password });
    const into = await aPerson(world, 'Orla Tennant');
    await signInByPassword(world.asVisitor(), { email, password, session: newToken() });
    await merge({ from, into });
    expect(await count('select from directory.sessions where person_id = $1', from)).toBe(0);
    expect((await signInByPassword(world.asVisitor(), { email, password, session: newToken() })).person).toBeNull();
    const jobs = { ...world.asSystem(), db: database.jobs.db, database: database.jobs };
    await erasePerson(jobs, { person: from, reason: 'asked for it' });
    const { rows } = await database.owner.pool.query('select erased_at is not null as erased from directory.people where id = any ($1)', [
      [from, into],
    ]);
    expect(rows).toEqual([{ erased: true }, { erased: true }]);
    expect(await personByEmail(world.asVisitor(), email)).toBeUndefined();
  });
});

describe('a merge is refused', () => {
  const blocksOf = async (two: Two) => {
    const token = await asked(two);
    const { blocks, shown } = await mergePreview(world.as(two.into), token);
    const refused = await refusalCode(mergeAccounts(world.as(two.into), { token, secret: '', shown }));
    return { blocks: blocks.map(({ code }) => code), refused };
  };
  const both = (code: string) => ({ blocks: [code], refused: code });

  it('when an owner would judge their own entry', async () => {
    const { season, from } = await twoJudges();
    const into = await aPerson(world);
    await anEntry(season, 0, 'Three rings', into);
    await assignAll(season);
    const judge = (await seatsOf(season))[0]?.judge ?? from;
    expect(await blocksOf({ from: judge, into })).toEqual(both('privacy.merge-own-entry'));
  });

  it('when one judge would have two seats on an entry, or two ballots for it', async () => {
    const season = await aSeason(world, { seats: 2, minimumPanel: 1 });
    const [from, into] = [
      await aMember(season, season.programme, 'judge', 'Maren O'),
      await aMember(season, season.programme, 'judge', 'Maren Oduya'),
    ];
    const entry = await anEntry(season, 0, 'Three rings');
    await assignAll(season);
    expect(await blocksOf({ from, into })).toEqual(both('privacy.merge-two-seats'));
    for (const judge of [from, into]) await submit(season, judge, entry, [7]);
    expect(await blocksOf({ from, into })).toEqual(both('privacy.merge-two-ballots'));
  });

  it('when a judge would read what they declared an interest in', async () => {
    const { season, from, into } = await twoJudges();
    const entry = await anEntry(season, 0, 'Three rings');
    await assignAll(season);
    const judge = (await seatsOf(season))[0]?.judge ?? from;
    await declareInterest(season.as(judge, { clock: dates.whileJudging }), { entry, reason: 'a sister' });
    await assignAll(season);
    expect(await blocksOf({ from, into })).toEqual(both('privacy.merge-interest'));
  });

  it('when one account checks what the other runs, when one is to be erased, and when there are no two', async () => {
    const season = await aSeason(world);
    const [from, into] = [await aMember(season, season.programme, 'auditor', 'Aino V'), await aPerson(world, 'Aino Vuori')];
    const token = newToken();
    await invite(world.as(world.administrator), {
      programme: season.programme,
      email: await emailOf(world, into),
      name: 'Aino',
      role: 'manager',
      token,
    });
    await acceptInvitation(world.as(into), { token, session: newToken() });
    expect(await blocksOf({ from, into })).toEqual(both('privacy.merge-roles'));
    const two = await twoPeople();
    const { request } = await askForErasure(world.as(two.from), {});
    expect(await blocksOf(two)).toEqual(both('privacy.merge-erasing'));
    await withdrawRequest(world.as(two.from), { request });
    const own = await emailOf(world, two.into);
    expect(await refusalCode(requestMerge(world.as(two.into), { email: own, token: newToken() }))).toBe('privacy.merge-one-account');
    const nobody = newToken();
    await requestMerge(world.as(two.into), { email: 'nobody@people.example', token: nobody });
    expect(await refusalCode(mergePreview(world.as(two.into), nobody))).toBe('privacy.merge-one-account');
  });
});

describe('a ballot that is saved while accounts are merged', () => {
  it('is saved and moves, or finds the seat gone: never lost, never left behind', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { season, from, into } = await twoJudges();
      await anEntry(season, 0, 'Three rings');
      await assignAll(season);
      const [seat] = await seatsOf(season);
      const two = seat?.judge === from ? { from, into } : { from: into, into: from };
      if (!seat) throw new Error('there is no seat');
      const token = await asked(two);
      const { shown } = await mergePreview(world.as(two.into), token);
      const marks = marksOf(season, [7]);
      const saving = saveBallot(season.as(two.from, { clock: dates.whileJudging }), { entry: seat.entry, version: 0, marks, comment: '' });
      const [saved, merged] = await Promise.allSettled([saving, mergeAccounts(world.as(two.into), { token, secret: '', shown })]);
      expect(merged.status).toBe('fulfilled');
      expect(await ballotsOf(two.from)).toBe(0);
      expect(await ballotsOf(two.into)).toBe(saved.status === 'fulfilled' ? 1 : 0);
      expect((await seatsOf(season)).map(({ judge }) => judge)).toEqual([two.into]);
    }
  });
});
