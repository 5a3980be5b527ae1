import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { transaction } from '#platform/database/transaction.server.ts';
import { ids, type OrganisationId, type ProgrammeId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { addPerson, foundOrganisation } from '#slices/people/index.ts';
import { asPerson, asSystem } from '../../../tests/support/contexts.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { eraseBodies, sealOrganisation, verifyRecord } from './index.ts';

const database = await testDatabase();
const { app, jobs, owner } = database;
const organisation = ids.random<OrganisationId>();
const programme = ids.next<ProgrammeId>();
await foundOrganisation(asSystem(app, organisation), { slug: 'hall', name: 'The Hall' });
const { person } = await addPerson(asSystem(app, organisation), { email: 'a@example.org', name: 'A' });

const note = operation('test.note', {
  input: z.object({ text: z.string(), wait: z.number().default(0) }),
  who: ['person'],
  find: () => Promise.resolve(true),
  run: async (ctx, input) => {
    await tell(ctx, { kind: 'test.noted', programme, subject: { kind: 'programme', id: programme }, body: { text: input.text } });
    if (input.wait > 0) await sql`select pg_sleep(${input.wait})`.execute(ctx.db);
    return null;
  },
});

/** Seals until so many events are: other databases of the same server may hold the horizon back for a moment. */
async function sealUntil(count: number): Promise<number> {
  let total = 0;
  for (let turn = 0; turn < 100 && total < count; turn += 1) {
    total += (await sealOrganisation(jobs, organisation)) ?? 0;
    if (total < count) await sleep(50);
  }
  return total;
}

async function faultsOf() {
  const report = await verifyRecord(app, organisation);
  return report.chains.flatMap(({ faults }) => faults);
}

/** The one that must be all there are. */
async function faultOf() {
  const faults = await faultsOf();
  expect(faults.length).toBeLessThanOrEqual(1);
  return faults[0] ?? null;
}

/** Changes what the owner of the database could change behind everybody's back, looks, and puts it back. */
async function whileTampered<T>(change: string, undo: string, look: () => Promise<T>): Promise<T> {
  await owner.pool.query(change);
  try {
    return await look();
  } finally {
    await owner.pool.query(undo);
  }
}

describe('the record', () => {
  it('is sealed once for each event, in one chain a programme, and verifies', async () => {
    for (const text of ['one', 'two', 'three']) await note(asPerson(app, organisation, person), { text });
    expect(await sealUntil(5)).toBe(5);
    expect(await sealOrganisation(jobs, organisation)).toBe(0);
    const report = await verifyRecord(app, organisation);
    expect(report).toMatchObject({ sealed: 5, unsealed: 0, stopped: false });
    const eventsOf = (id: string) => report.chains.find(({ chain }) => chain === id);
    expect(eventsOf(organisation)).toMatchObject({ events: 2, faults: [], broken: 0 });
    expect(eventsOf(programme)).toMatchObject({ events: 3, faults: [], broken: 0 });
  });

  it('waits for a transaction that began before and has not ended, so that no event can slip in among sealed ones', async () => {
    const slow = note(asPerson(app, organisation, person), { text: 'slow', wait: 0.6 });
    await sleep(200);
    await note(asPerson(app, organisation, person), { text: 'fast' });
    expect(await sealOrganisation(jobs, organisation)).toBe(0);
    await slow;
    expect(await sealUntil(2)).toBe(2);
    const { rows } = await owner.pool.query<{
      body: string;
    }>(`select b.body from plaudit.audit_seals s join plaudit.audit_bodies b on b.event_id = s.event_id
      where s.chain_id = '${programme}' order by s.seq desc limit 2`);
    expect(rows.map((row) => (JSON.parse(row.body) as { text: string }).text)).toEqual(['fast', 'slow']);
    expect(await faultOf()).toBeNull();
  });

  it('names one changed byte of an event, a column, a body and a seal', async () => {
    const at = `organisation_id = '${organisation}' and id = (select event_id from plaudit.audit_seals where chain_id = '${programme}' and seq = 2)`;
    const body = at.replace(' and id ', ' and event_id ');
    const text = await whileTampered(
      `update plaudit.audit_events set event = replace(event, 'test.noted', 'test.noteD') where ${at}`,
      `update plaudit.audit_events set event = replace(event, 'test.noteD', 'test.noted') where ${at}`,
      faultOf,
    );
    expect(text).toMatchObject({ seq: 2, part: 'event-text', column: 'kind' });
    const column = await whileTampered(
      `update plaudit.audit_events set at = at + interval '1 second' where ${at}`,
      `update plaudit.audit_events set at = at - interval '1 second' where ${at}`,
      faultOf,
    );
    expect(column).toMatchObject({ seq: 2, part: 'column', column: 'at' });
    const changed = await whileTampered(
      `update plaudit.audit_bodies set body = replace(body, 'two', 'twO') where ${body}`,
      `update plaudit.audit_bodies set body = replace(body, 'twO', 'two') where ${body}`,
      faultOf,
    );
    expect(changed).toMatchObject({ seq: 2, part: 'body', why: 'changed', where: { known: true, field: 'text' } });
    const seal = await whileTampered(
      `update plaudit.audit_seals set seal = set_byte(seal, 7, get_byte(seal, 7) # 1) where chain_id = '${programme}' and seq = 2`,
      `update plaudit.audit_seals set seal = set_byte(seal, 7, get_byte(seal, 7) # 1) where chain_id = '${programme}' and seq = 2`,
      faultOf,
    );
    expect(seal).toMatchObject({ seq: 2, part: 'seal' });
    expect(await faultOf()).toBeNull();
  });

  it('names every break of a chain, whatever was broken before it', async () => {
    const row = (seq: number) => `(select event_id from plaudit.audit_seals where chain_id = '${programme}' and seq = ${seq})`;
    const flip = (seq: number) => `update plaudit.audit_seals set seal = set_byte(seal, 7, get_byte(seal, 7) # 1)
      where chain_id = '${programme}' and seq = ${seq}`;
    const body = (from: string, to: string, seq: number) =>
      `update plaudit.audit_bodies set body = replace(body, '${from}', '${to}') where event_id = ${row(seq)}`;
    const kind = (to: string) => `update plaudit.audit_events set kind = '${to}' where id = ${row(4)}`;
    const faults = await whileTampered(
      `${flip(1)}; ${body('three', 'seven', 3)}; ${kind('test.other')}`,
      `${flip(1)}; ${body('seven', 'three', 3)}; ${kind('test.noted')}`,
      faultsOf,
    );
    expect(faults).toMatchObject([
      { seq: 1, part: 'seal' },
      { seq: 3, part: 'body', why: 'changed', where: { known: false, why: 'many' } },
      { seq: 4, part: 'column', column: 'kind' },
    ]);
    expect(await faultsOf()).toEqual([]);
  });

  it('cannot be updated, deleted or emptied by the application or the jobs process', async () => {
    for (const role of [app, jobs]) {
      for (const table of ['audit_events', 'audit_bodies', 'audit_seals']) {
        await expect(role.pool.query(`update plaudit.${table} set organisation_id = organisation_id`)).rejects.toThrow('permission denied');
        await expect(role.pool.query(`delete from plaudit.${table}`)).rejects.toThrow('permission denied');
        await expect(role.pool.query(`truncate plaudit.${table}`)).rejects.toThrow('permission denied');
      }
    }
  });

  it('keeps commitment and reason when a person is erased, and still verifies', async () => {
    const before = await owner.pool.query<{ event: string }>('select event from plaudit.audit_events order by id');
    await expect(
      transaction(app, { organisation }, (db) => eraseBodies({ ...asSystem(app, organisation), db }, person, 'asked for it')),
    ).rejects.toThrow('permission denied');
    const erased = await transaction(jobs, { organisation }, (db) =>
      eraseBodies({ ...asSystem(jobs, organisation), db }, person, 'asked for it'),
    );
    expect(erased).toBe(6);
    const after = await owner.pool.query<{ event: string }>('select event from plaudit.audit_events order by id');
    expect(after.rows).toEqual(before.rows);
    const { rows } = await owner.pool.query(
      `select distinct body, salt, person_id, erased_reason from plaudit.audit_bodies where erased_at is not null`,
    );
    expect(rows).toEqual([{ body: null, salt: null, person_id: null, erased_reason: 'asked for it' }]);
    expect(await faultOf()).toBeNull();
  });
});
