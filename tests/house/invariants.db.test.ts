/** Every promise of `db/invariants` holds after a whole season, and each way of breaking it is found. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { newToken } from '#platform/tokens.server.ts';
import { setParent } from '#slices/companies/index.ts';
import { addFile, graceOutage, reopenEntry, writeToOrganiser } from '#slices/entries/index.ts';
import { prepareBatch } from '#slices/messages/index.ts';
import { mergeNominees } from '#slices/nominations/index.ts';
import { addPerson, erasePerson, requestLink, signInByPassword } from '#slices/people/index.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { moveEntry, undoMove } from '#slices/screening/index.ts';
import { sealOrganisation } from '#slices/system/index.ts';
import { aCompany, aWholeCompany, mergeInto } from '../support/companies/companies.ts';
import { asSystem } from '../support/contexts.ts';
import { testDatabase } from '../support/database.ts';
import { invariantFiles, offenders } from '../support/invariants.ts';
import { aNomination } from '../support/nominations/nominations.ts';
import { aPanel, submitAll } from '../support/panel.ts';
import { onDatabase } from '../support/postgres/template.ts';
import { aDraft, aSeason, aSubmission, dates, foundedWorld, type Season, type World } from '../support/season.ts';

/** What each promise rules out, as somebody would do it who can write past every constraint. */
const planted: Readonly<Record<string, readonly string[]>> = {
  '01-every-event-has-a-body.sql': ['delete from audit_bodies where event_id = (select id from audit_events order by id limit 1)'],
  '02-chains-have-no-gap.sql': [
    'delete from audit_seals where seq = 1',
    'update audit_chains set length = length + 1',
    `update audit_chains set head = sha256(head) where length > 0`,
  ],
  '03-nothing-unsealed-was-passed-over.sql': ['delete from audit_seals where seq = 1'],
  '04-submitted-ballots-are-complete.sql': [
    'delete from ballot_marks where criterion_id = (select criterion_id from ballot_marks limit 1)',
    'update ballot_marks set mark = 0',
    'update ballot_marks set mark = 11',
    `update categories set scorecard = 'another'`,
  ],
  '05-nobody-judges-with-an-interest.sql': [
    'update entries e set owner_id = a.judge_id from assignments a where a.entry_id = e.id',
    `insert into interests select organisation_id, entry_id, judge_id, 'A colleague', now() from assignments`,
  ],
  '06-only-accepted-entries-are-judged.sql': [
    `update entries set state = 'submitted' where state = 'accepted'`,
    'update assignments set edition_id = gen_random_uuid()',
  ],
  '07-entries-lie-in-their-edition.sql': [
    'update categories set edition_id = gen_random_uuid()',
    `update entries set number = 'Z-' || number where number is not null`,
    'update entries e set category_id = c.id from categories c where c.edition_id = e.edition_id and c.id <> e.category_id and e.number is not null',
    'update entry_moves set undone_by = moved_by, undone_at = moved_at where undone_at is null',
    'update entry_moves set from_category = to_category, to_category = from_category where undone_at is null',
  ],
  '08-an-entry-says-what-its-history-says.sql': [`update entries set body = body || ' And more.' where state = 'accepted'`],
  '09-submissions-were-in-time.sql': [
    `update entries set submitted_at = timestamptz '2026-02-28 09:00Z' where submitted_at is not null`,
    `update editions set state = 'draft'`,
  ],
  '10-ballots-were-in-time.sql': [
    'update ballots b set submitted_at = d.judging_close_at from editions d where d.id = b.edition_id and b.submitted_at is not null',
  ],
  '11-winners-are-first.sql': ['update decisions set won = false where rank = 1', 'update decisions set rank = 2 where won'],
  '12-honours-follow-decisions.sql': ['delete from honours', 'delete from decisions where won', 'update decisions set won = false'],
  '13-sent-mail-keeps-nothing.sql': [
    `update outbox set state = 'sent' where data ? 'token'`,
    `update outbox set state = 'bounced' where data ? 'token'`,
  ],
  '30-mail-of-a-batch-leaves-when-approved.sql': [
    `update outbox set state = 'queued', held_for = null where held_for = 'batch'`,
    `update outbox set state = 'sent', held_for = null where held_for = 'batch'`,
  ],
  '14-the-erased-cannot-sign-in.sql': [
    `insert into sessions (token_hash, id, person_id, created_at, seen_at, proved_at, expires_at)
      select sha256('planted'), gen_random_uuid(), id, now(), now(), now(), now() + interval '1 day' from people where erased_at is not null`,
    `update people set password_hash = 'planted' where erased_at is not null`,
    `update people set name = 'Ruth Abara' where erased_at is not null`,
  ],
  '20-nobody-opens-an-account-that-is-gone.sql': [
    `insert into identities (issuer, subject, id, person_id, provider, label, created_at)
      select 'https://planted.example', 'planted', gen_random_uuid(), id, 'planted', '', now() from people where email is null limit 1`,
  ],
  '21-stand-ins-last-an-hour.sql': [
    `insert into stand_ins (organisation_id, id, person_id, by_id, session_id, reason, began_at, ends_at)
      select o.id, gen_random_uuid(), p.id, q.id, gen_random_uuid(), 'planted', now(), now() + interval '2 hours'
        from organisations o, people p, people q where p.id < q.id limit 1`,
  ],
  '15-no-company-lies-above-itself.sql': [
    `update companies c set parent_id = k.id from companies k where k.parent_id = c.id`,
    `update companies c set parent_id = m.id from companies m where m.merged_into is not null and c.merged_into is null`,
  ],
  '16-a-merged-company-has-one-merge.sql': [
    'update companies set merged_into = null where merged_into is not null',
    'delete from company_merges',
    'update company_merges set undone_at = now(), undone_by = merged_by',
    `insert into company_keys select organisation_id, 'planted', id from companies where merged_into is not null`,
  ],
  '17-nobody-works-twice-at-one-company.sql': [
    `insert into employments (organisation_id, id, contact_id, company_id, starts_on)
      select organisation_id, gen_random_uuid(), contact_id, company_id, starts_on + 1 from employments`,
  ],
  '18-the-erased-have-no-employment.sql': [`update contacts set erased_at = now(), name = '', email = null, person_id = null`],
  '29-what-became-part-of-another-holds-nothing.sql': [
    `update people p set same_as = k.id, merged_at = now(), email = null, name = '', password_hash = null from people k, programme_roles r
      where k.id <> p.id and k.erased_at is null and r.person_id = p.id and r.role = 'judge' and p.id = (select person_id from programme_roles
        where role = 'judge' order by person_id limit 1)`,
  ],
  '19-recovery-codes-go-with-a-factor.sql': [
    `insert into recovery_codes (code_hash, person_id, created_at) select sha256('planted'), id, now() from people limit 1`,
    `insert into fresh_recovery_codes (person_id, sealed_codes, expires_at) select id, 'planted', now() from people limit 1`,
  ],
  '31-no-answer-is-newer-than-its-entry.sql': [
    `insert into entry_answers (organisation_id, entry_id, field, version, answer, saved_by, saved_at)
      select organisation_id, id, 'planted', version + 1, '1', owner_id, now() from entries`,
  ],
  '33-nominees-count-their-nominators.sql': [
    'update nominees set by_customers = by_customers + 1',
    'delete from nominations where id = (select id from nominations where nominee_id is not null limit 1)',
  ],
  '34-only-what-was-accepted-became-an-entry.sql': [
    `update nominees n set entry_id = e.id from entries e where e.id = (select id from entries limit 1)
        and n.id = (select id from nominees where state <> 'accepted' limit 1)`,
    `update nominees set joined_to = (select id from nominees where joined_to is not null limit 1), state = 'proposed'
      where id = (select id from nominees where joined_to is null limit 1)`,
  ],
  '32-withdrawn-entries-hold-no-place.sql': [
    `update entries set state = 'withdrawn' where state = 'accepted'`,
    `update entries set withdrawn_at = now() where state = 'accepted'`,
    `update entries set state = 'withdrawn', withdrawn_from = 'accepted', withdrawn_at = now() where state = 'accepted'`,
    'update categories set places_freed = 0 where places_freed > 0',
    'update categories set places_freed = -1',
  ],
  '36-a-grace-is-for-whom-it-says.sql': [
    `update plaudit.outage_graces set people = people + 1`,
    `update plaudit.outage_graces set ended_at = now(), ended_by = given_by`,
    `update plaudit.deadline_extensions set until = until + interval '1 second'`,
  ],
  '35-a-next-version-stands-for-nothing-yet.sql': [
    `update entries set next_of = id where state = 'accepted'`,
    `update entries set next_of = id where next_of is null and state = 'draft'`,
    'update entry_reopenings set draft_id = entry_id',
  ],
  '38-only-what-was-sent-back-has-an-instant-to-mend-by.sql': [`update entries set mend_by = now() where state = 'accepted'`],
  '37-the-ineligible-do-not-compete.sql': [
    `update entries set ineligible_at = now() where state = 'accepted'`,
    `update entries set state = 'ineligible', ineligible_at = now() where state = 'accepted'`,
  ],
  '28-contents-are-counted.sql': ['update contents set refers = refers + 1', 'update contents set bytes = bytes + 1'],
  '40-tallies-are-counts.sql': [
    'update entry_tallies set change = change * 2',
    `delete from entry_tallies where id = (select id from entry_tallies limit 1)`,
  ],
  '41-threads-count-their-messages.sql': [
    'update entry_threads set messages = messages + 1',
    'update entry_threads set answered = messages + 1',
    'delete from thread_messages',
    `update thread_messages set side = 'organiser'`,
    `insert into thread_reads (organisation_id, entry_id, person_id, through)
      select organisation_id, entry_id, person_id, number + 1 from thread_messages limit 1`,
  ],
  '39-an-entry-is-shared-with-others.sql': [
    `insert into entry_writers (organisation_id, entry_id, person_id, rights, joined_at)
      select organisation_id, id, owner_id, 'view', now() from entries limit 1`,
  ],
};

/** A merge that stands, a company below another, and somebody who works there. */
async function companiesOf(world: World): Promise<void> {
  const ctx = world.as(world.administrator);
  const kept = await aWholeCompany(world, 'Penmarrow Bank', 'penmarrow');
  const merged = await aCompany(world, 'Corvane');
  await setParent(ctx, { company: await aCompany(world, 'Little Fen Tramways'), parent: kept, version: 1 });
  await mergeInto(world, kept, merged);
}

/** An entry that was moved and is there still, and one that was moved back. */
async function movedIn(season: Season): Promise<void> {
  const manager = () => season.as(season.manager, { clock: dates.whileOpen });
  const to = { category: season.categories[1], reason: 'It tells of a machine.', seen: { missing: [], unasked: [], restated: [] } };
  const [there, back] = [await aSubmission(season), await aSubmission(season)];
  await moveEntry(manager(), { entry: there.entry, ...to });
  await moveEntry(manager(), { entry: back.entry, ...to });
  await undoMove(manager(), { entry: back.entry });
}

/** Two drafts with the same content beside them. */
async function filesOf(season: Season): Promise<void> {
  for (const { entry, owner } of [await aDraft(season), await aDraft(season)]) {
    const file = { name: 'letter.pdf', mediaType: 'application/pdf', bytes: 9, sha256: '0'.repeat(64) };
    await addFile(season.as(owner, { clock: dates.whileOpen }), { entry, ...file });
    await writeToOrganiser(season.as(owner, { clock: dates.whileOpen }), { entry, text: 'May we name a branch?', seen: 0 });
  }
}

/** Two nominations of one nominee, merged, and one beside them. */
async function nominationsOf(world: World): Promise<void> {
  const season = await aSeason(world, { nominations: true });
  const [kept, other] = [await aNomination(season), await aNomination(season, { nominatorEmail: 'piers@customers.example' })];
  await mergeNominees(season.as(season.manager, { clock: dates.whileOpen }), { into: kept.nominee, nominee: other.nominee });
  await aNomination(season, { name: 'Rurik Salter', email: '' });
}

const database = await testDatabase();
const client = new Client({ connectionString: onDatabase(inject('template').superUrl, database.name) });
afterAll(() => client.end());

beforeAll(async () => {
  await client.connect();
  const world = await foundedWorld(database);
  const panel = await aPanel(world);
  await submitAll(panel, () => [8, 7, 9, 6, 10]);
  await filesOf(panel);
  await movedIn(panel);
  const again = { entry: panel.entries[0] ?? '', reason: 'A figure had slipped.', until: '2026-04-20T09:00:00Z' };
  await reopenEntry(panel.as(panel.manager, { clock: dates.whileJudging }), again);
  const [from, to] = ['2026-03-10T08:00:00Z', '2026-03-10T10:00:00Z'];
  const grace = { from, to, until: '2026-04-20T09:00:00Z', reason: 'Our pages did not answer.', count: 2 };
  await graceOutage(panel.as(panel.manager, { clock: dates.whileJudging }), { edition: panel.edition, ...grace });
  const letter = { mail: 'entries.letter', subject: 'News', body: '{greeting}' };
  await prepareBatch(panel.as(panel.manager, { clock: dates.whileOpen }), { edition: panel.edition, ...letter });
  const manager = panel.as(panel.manager, { clock: dates.afterJudging });
  const { tally } = await computeTally(manager, { edition: panel.edition });
  await publishResults(manager, { edition: panel.edition, tally, announceAt: 'now' });
  const [email, password] = ['ruth@people.example', 'correct horse battery'];
  const { person } = await addPerson(world.asSystem(), { email, name: 'Ruth Abara', password });
  await signInByPassword(world.asVisitor(), { email, password, session: newToken() });
  await requestLink(world.asVisitor(), { email, to: '/home', token: newToken() });
  await companiesOf(world);
  await nominationsOf(world);
  await erasePerson(asSystem(database.jobs, world.organisation), { person, reason: 'asked to be forgotten' });
  // A transaction of any database of the server may hold the horizon up for a moment: nothing is sealed before it is over.
  const unsealed = async () => {
    await sealOrganisation(database.jobs, world.organisation);
    const { rows } = await client.query<{ left: number }>(
      'select (select count(*) from audit_events)::int - (select count(*) from audit_seals)::int as left',
    );
    return rows[0]?.left;
  };
  await vi.waitUntil(async () => (await unsealed()) === 0, { timeout: 30_000, interval: 250 });
});

test('every promise has a planted violation, and every plant its promise', () => {
  expect(Object.keys(planted).sort()).toEqual(invariantFiles().sort());
});

for (const [file, statements] of Object.entries(planted)) {
  test(`${file.slice(3, -4).replaceAll('-', ' ')}: it holds, and each planted violation is found`, async () => {
    expect(await offenders(client, file)).toEqual([]);
    for (const statement of statements) {
      await client.query('begin; set local session_replication_role = replica');
      const { rowCount } = await client.query(statement);
      const found = await offenders(client, file);
      await client.query('rollback');
      expect([statement, (rowCount ?? 0) > 0, found.length > 0]).toEqual([statement, true, true]);
    }
  });
}
