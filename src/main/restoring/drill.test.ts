import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, inject, it, vi } from 'vitest';
import { backUp } from '#main/backup.ts';
import { connect } from '#main/connection.ts';
import { writeErasures } from '#main/keep-erasures.ts';
import { type Restoring, restore } from '#main/restore.ts';
import '#main/slices.ts';
import { mark } from '#platform/backup/mark.server.ts';
import { verifyBackup } from '#platform/backup/verify.server.ts';
import { type Config, loadConfig } from '#platform/config.server.ts';
import { roleUrl } from '#platform/database/roles.server.ts';
import { openDatabase, transaction } from '#platform/database/transaction.server.ts';
import { type EditionId, ids } from '#platform/ids.ts';
import { startEmbedded } from '#platform/postgres/embedded.server.ts';
import { startJobs } from '#platform/queue/jobs.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { configureMail, mailboxForAdministrator, releaseHeld } from '#slices/messages/index.ts';
import { addPerson, erasePerson, requestLink, signInByPassword } from '#slices/people/index.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { verifyRecord } from '#slices/system/index.ts';
import { filesBelow, placesOf, rowsOf, secretTables } from '#tests/support/backup/fingerprint.ts';
import { eventually, run } from '#tests/support/child.ts';
import { asPerson, asSystem, asVisitor } from '#tests/support/contexts.ts';
import { createDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { assignAll, submitAll } from '#tests/support/panel.ts';
import { onDatabase, withClient } from '#tests/support/postgres/template.ts';
import { sealAll } from '#tests/support/record/sealed.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { anAcceptedEntry, anEdition, aPerson, dates, foundedWorld } from '#tests/support/season.ts';
import { aFair } from '../../../tests/house/pages/fair.ts';

vi.setConfig({ testTimeout: 180_000 });

const secret = 'a secret that only tests use, 32 characters or more';
const passphrase = 'a passphrase of the drill';
const canary = 'Quillfeather';
const { superUrl } = inject('template');
const folder = temporaryFolder('drill');
const source = await createDatabase();
const made: string[] = [source.name];

const configOf = (databaseUrl: string, dataFolder: string): Config => ({
  ...loadConfig({ PLAUDIT_DATA: dataFolder, DATABASE_URL: databaseUrl }),
});
const on = (name: string) => onDatabase(superUrl, name);

/** A database of the server that nobody has touched. */
async function emptyDatabase(): Promise<{ name: string; ownerUrl: string; superUrl: string }> {
  const name = `restored_${ids.random().slice(0, 8)}`;
  const owner = new URL(source.urls.owner).username;
  await withClient(superUrl, (client) => client.query(`create database ${name} owner ${owner}`));
  made.push(name);
  return { name, ownerUrl: onDatabase(source.urls.owner, name), superUrl: on(name) };
}

// A season with somebody in every part, a file, ballots, results; mail that waits, and somebody who will be erased.
const world = await foundedWorld(source);
const data = join(folder, 'data');
mkdirSync(data);
const fair = await aFair(world, 1, data);
const { person: leaving } = await addPerson(world.asSystem(), { email: `${canary.toLowerCase()}@people.example`, name: `Ada ${canary}` });
await requestLink(asVisitor(source.app, world.organisation), { email: 'waits@people.example', to: '/home', token: 'w'.repeat(43) });

// Results that are decided and embargoed.
const embargoed = await anEdition(fair, { seats: 1, minimumPanel: 1 });
await anAcceptedEntry(embargoed);
await assignAll(embargoed);
await submitAll(embargoed, () => [7]);
const announcedAt = new Date(Date.now() + 86_400_000);
const counting = embargoed.as(embargoed.manager, { clock: dates.afterJudging });
const { tally } = await computeTally(counting, { edition: embargoed.edition });
await publishResults(counting, { edition: embargoed.edition, tally, announceAt: announcedAt.toISOString() });
// A season at a told instant waits for nothing, so what would tell these winners is put there as publishing does.
const telling = { edition: embargoed.edition };
await enqueue(world.asSystem(), 'results.tell-winners', telling, {
  jobKey: `results.tell-winners ${embargoed.edition}`,
  runAt: announcedAt,
});
await addPerson(world.asSystem(), { email: 'signs.in@people.example', name: 'Ruth Abara', password: 'a password of the drill' });
// What the rules of these seasons ask of nobody, as those of others do.
await withClient(on(source.name), async (client) => {
  await client.query(`insert into plaudit.ballot_comments (organisation_id, ballot_id, criterion_id, comment)
    select b.organisation_id, b.id, m.criterion_id, 'Said beside it.' from plaudit.ballots b
      join plaudit.ballot_marks m on m.organisation_id = b.organisation_id and m.ballot_id = b.id limit 1`);
  await client.query(`insert into plaudit.entry_figures (organisation_id, entry_id, source, value, evidence, recorded_at)
    select organisation_id, id, 'votes', '40', 'The box of the hall.', now() from plaudit.entries limit 1`);
  await client.query(`insert into plaudit.screening_verdicts (organisation_id, id, entry_id, why, words, decided_by, decided_at)
    select organisation_id, gen_random_uuid(), id, 'It was sent in twice.', '', owner_id, now() from plaudit.entries where state = 'submitted' limit 1`);
  await client.query(`insert into plaudit.entry_divisions (organisation_id, entry_id, division, reason, decided_at)
    select organisation_id, id, 'small', 'The register says so.', now() from plaudit.entries limit 1`);
});
await sealAll(source.jobs, world.organisation);

const sourceConfig = { ...configOf(source.urls.owner, data), secret };
const backups = join(folder, 'backups');
const before = await rowsOf(on(source.name));
// It is opened a score of times; the last one taken here costs a guess what every other does.
const taken = await backUp(sourceConfig, { to: backups, passphrase, work: 10, keep: 2, progress: () => undefined });

// Life goes on after the backup: more is written, and somebody is erased.
await aPerson(world, 'Nadia Wren');
await erasePerson(asSystem(source.jobs, world.organisation), { person: leaving, reason: 'asked for it' });
await writeErasures(source.jobs, [data, backups]);

afterAll(async () => {
  await source.drop();
  await withClient(superUrl, async (client) => {
    for (const name of made.slice(1)) await client.query(`drop database ${name} with (force)`);
  });
  rmSync(folder, { recursive: true, force: true });
});

it('a backup holds rows of every secret table, and is whole when it is read from end to end', async () => {
  const secrets = await secretTables(on(source.name));
  expect(secrets.filter((name) => (before.get(name)?.length ?? 0) === 0)).toEqual([]);
  const { contents, record, damage } = await verifyBackup(taken.file, passphrase);
  const rows = [...before].map(([name, all]) => [name, all.length]);
  expect(Object.fromEntries(Object.entries(contents.tables).map(([name, table]) => [name, table.rows]))).toEqual({
    ...Object.fromEntries(rows),
    'queue.jobs': contents.tables['queue.jobs']?.rows,
  });
  expect([damage, record.faults, contents.files.count]).toEqual([0, 0, filesBelow(data).length]);
  expect(record.sealed).toBe(before.get('plaudit.audit_seals')?.length);
});

it('what is restored is what was backed up, row for row and file for file, and the record goes on from there', async () => {
  const place = await emptyDatabase();
  const config = configOf(place.ownerUrl, join(folder, 'elsewhere'));
  const restored = await restore(
    config,
    { file: taken.file, passphrase, erasures: { kind: 'none' }, progress: () => undefined },
    () => undefined,
  );
  expect(restored.erasedAgain).toBe(1);
  const after = await rowsOf(place.superUrl);
  // What the restore itself tells, and what it changes on purpose.
  const own = [
    'plaudit.audit_events',
    'plaudit.audit_bodies',
    'plaudit.audit_seals',
    'plaudit.audit_chains',
    'plaudit.outbox',
    'plaudit.idempotency_keys',
    'directory.people',
  ];
  const untouched = [...before.keys()].filter((name) => !own.includes(name));
  expect(untouched.map((name) => [name, after.get(name)])).toEqual(untouched.map((name) => [name, before.get(name)]));
  const kept = (name: string) => new Set(after.get(name));
  const lost = (name: string) => (before.get(name) ?? []).filter((row) => !kept(name).has(row));
  expect(['plaudit.audit_events', 'plaudit.audit_seals', 'plaudit.idempotency_keys'].flatMap(lost)).toEqual([]);
  expect(lost('directory.people').map((row) => (JSON.parse(row) as { id: string }).id)).toEqual([leaving]);
  expect(filesBelow(config.dataFolder)).toEqual(filesBelow(data));
  expect(readFileSync(join(config.dataFolder, 'secret'), 'utf8').trim()).toBe(secret);
  expect(await brokenInvariants(place.superUrl)).toEqual([]);
  const jobs = openDatabase(roleUrl(place.ownerUrl, secret, 'jobs'), { max: 2, name: 'drill' });
  await aPerson({ ...world, asSystem: () => asSystem(jobs, world.organisation) }, 'Somebody New').catch(() => undefined);
  await sealAll(jobs, world.organisation);
  const { chains, unsealed, sealed } = await verifyRecord(jobs, world.organisation);
  await jobs.close();
  expect([chains.flatMap(({ faults }) => faults), unsealed, sealed > (before.get('plaudit.audit_seals')?.length ?? 0) / 2]).toEqual([
    [],
    0,
    true,
  ]);
});

it('a restore into an empty folder brings nothing of the erased, sends no old mail, and keeps its embargo', async () => {
  const place = join(folder, 'new-folder');
  const env = { PLAUDIT_DATA: place, DATABASE_URL: '', PLAUDIT_SECRET: '', PLAUDIT_BACKUP_PASSPHRASE: passphrase, PLAUDIT_LOG: 'silent' };
  const command = (...words: string[]) => run(process.execPath, ['src/cli/main.ts', ...words], env);
  const restoring = command('restore', taken.file, '--json');
  expect([(await restoring.exited).code, restoring.output()]).toEqual([0, expect.stringContaining('"erasedAgain":1')]);
  const told = JSON.parse(
    restoring
      .output()
      .split('\n')
      .find((line) => line.startsWith('{')) ?? '',
  ) as { held: number; files: number };
  expect(told).toMatchObject({ files: 1, held: before.get('plaudit.outbox')?.filter((row) => row.includes('"queued"')).length });

  const embedded = await startEmbedded(place, () => undefined);
  const mailServer = await startMailServer(0);
  const [app, jobs] = (['app', 'jobs'] as const).map((role) =>
    openDatabase(roleUrl(embedded.ownerUrl, secret, role), { max: 4, name: role }),
  );
  if (!app || !jobs) throw new Error('there are two roles');
  configureMail({ smtpUrl: `smtp://127.0.0.1:${mailServer.port}`, mailFrom: 'a@example.org', url: 'http://localhost' });
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const working = await startJobs({ database: jobs, log, concurrency: 2 });
  try {
    // Nothing of who was erased after the backup is anywhere, though the backup has it.
    expect(await placesOf(canary, onDatabase(embedded.superUrl, 'plaudit'))).toEqual([]);
    expect(await placesOf(canary, on(source.name))).toEqual([]);
    expect([...before.values()].flat().filter((row) => row.includes(canary)).length).toBeGreaterThan(0);

    const visitor = asVisitor(app, world.organisation);
    const session = await signInByPassword(visitor, {
      email: 'signs.in@people.example',
      password: 'a password of the drill',
      session: 's'.repeat(43),
    });
    expect(session).toBeTruthy();
    const claims = { organisation: world.organisation };
    const seen = (edition: string) =>
      transaction(app, claims, (db) =>
        db
          .selectFrom('decisions')
          .select('id')
          .where('organisation_id', '=', world.organisation)
          .where('edition_id', '=', edition as EditionId)
          .execute(),
      );
    expect([(await seen(fair.edition)).length > 0, await seen(embargoed.edition)]).toEqual([true, []]);
    // Nobody can have told those winners yet, so whoever does it on the day holds nothing back.
    const { rows: later } = await withClient(onDatabase(embedded.superUrl, 'plaudit'), (client) =>
      client.query(
        `select j.payload ->> 'restored' as restored from graphile_worker._private_jobs j where j.key = 'results.tell-winners ${embargoed.edition}'`,
      ),
    );
    expect(later).toEqual([{ restored: null }]);

    // What waited then is held, and so is what jobs that waited write now: a copy asked for before the backup. What is asked for now leaves.
    const admin = asPerson(app, world.organisation, world.administrator);
    const copies = before.get('plaudit.privacy_requests')?.filter((row) => row.includes('"export"') && row.includes('"waiting"')).length;
    expect(copies).toBeGreaterThan(0);
    await eventually(
      'the mail about the copies is held',
      async () => (await mailboxForAdministrator(admin)).held === told.held + (copies ?? 0),
    );
    await requestLink(visitor, { email: 'asks.now@people.example', to: '/home', token: 'n'.repeat(43) });
    await eventually('the new mail has left', () => mailServer.received.length > 0);
    expect(mailServer.received.map(({ to }) => to)).toEqual(['asks.now@people.example']);
    const { held } = await mailboxForAdministrator(admin);
    expect(await refusalCode(releaseHeld(admin, { count: held + 1 }))).toBe('messages.held-changed');
    await releaseHeld(admin, { count: held });
    await eventually('what was held has left', () => mailServer.received.length === held + 1);
    expect(mailServer.received.map(({ to }) => to)).toContain('waits@people.example');
  } finally {
    await working.stop();
    await Promise.all([app.close(), jobs.close(), mailServer.stop()]);
    await embedded.stop();
  }
});

it('a restore says why it does not go on, and has written nothing', async () => {
  const place = await emptyDatabase();
  const config = configOf(place.ownerUrl, join(folder, 'refused'));
  const attempt = (file: string, changes: Partial<Restoring> = {}, into = config) =>
    refusal(restore(into, { file, passphrase, erasures: { kind: 'none' }, progress: () => undefined, ...changes }, () => undefined));
  const alone = join(folder, 'alone');
  mkdirSync(alone, { recursive: true });
  const copy = join(alone, 'copy.age');
  copyFileSync(taken.file, copy);
  const bytes = readFileSync(copy);
  const cut = join(alone, 'cut.age');
  writeFileSync(cut, bytes.subarray(0, bytes.length - 5_000));
  const changed = join(alone, 'changed.age');
  writeFileSync(
    changed,
    bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
  );
  expect((await attempt(join(alone, 'none.age'))).code).toBe('backup.missing');
  expect((await attempt(copy, { passphrase: 'another passphrase' })).code).toBe('backup.wrong-passphrase');
  expect((await attempt(copy, { erasures: { kind: 'found' } })).code).toBe('backup.erasures-unknown');
  expect((await attempt(cut)).code).toBe('backup.cut-off');
  expect((await attempt(changed)).code).toMatch(/^backup\.(changed|cut-off)$/);
  expect((await attempt(copy, {}, { ...config, secret: 'another secret of 32 characters or more' })).code).toBe('backup.other-secret');
  expect((await attempt(copy, {}, configOf(source.urls.owner, join(folder, 'refused')))).code).toBe('backup.not-empty');
  const { rows } = await withClient(place.superUrl, (client) =>
    client.query('select count(*)::int as organisations from directory.organisations').catch(() => ({ rows: [{ organisations: 0 }] })),
  );
  expect(rows).toEqual([{ organisations: 0 }]);
  // A place that only a failed restore has touched is still empty.
  const again = await restore(config, { file: copy, passphrase, erasures: { kind: 'none' }, progress: () => undefined }, () => undefined);
  expect(again.files).toBe(1);
});

it('a restore that was killed keeps everybody out until it has ended, and goes on where it was', async () => {
  const place = await emptyDatabase();
  const config = configOf(place.ownerUrl, join(folder, 'killed'));
  const how = { file: taken.file, passphrase, erasures: { kind: 'found' } as const, progress: () => undefined };
  await restore(config, how, () => undefined);
  await withClient(place.ownerUrl, (client) =>
    mark.set(client, { backup: taken.manifest.id, takenAt: taken.manifest.takenAt, file: taken.file }),
  );
  expect(await refusalCode(connect({ ...config, secret }, 'app'))).toBe('installation.restore-unfinished');
  expect(await refusalCode(backUp({ ...config, secret }, { to: backups, passphrase, keep: 2, progress: () => undefined }))).toBe(
    'installation.restore-unfinished',
  );
  expect((await restore(config, how, () => undefined)).rows).toBe(0);
  const database = await connect({ ...config, secret }, 'app');
  await database.close();
});

it('so many backups are kept as were asked for, and what a killed run left is removed', async () => {
  writeFileSync(join(backups, '.plaudit-0000.part'), 'half a backup');
  const keep = { to: backups, passphrase, keep: 1, progress: () => undefined };
  const { file, removed } = await backUp(sourceConfig, keep);
  expect(removed).toEqual([basename(taken.file)]);
  expect(readdirSync(backups).sort()).toEqual(['erasures.json', basename(file)]);
});
