/** Somebody who uses everything the product has, and whose every word is the canary. */
import type { EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { addEmployment, matchWinnerName } from '#slices/companies/index.ts';
import {
  acceptWriterInvitation,
  addFile,
  askForLetter,
  extendDeadline,
  inviteWriter,
  noteItem,
  reopenEntry,
  saveDraft,
  startEntry,
  submitEntry,
  takeUpload,
  writeLetter,
  writeToEntrant,
  writeToOrganiser,
} from '#slices/entries/index.ts';
import { declareInterest, submitBallot } from '#slices/judging/index.ts';
import { declineNomination } from '#slices/nominations/index.ts';
import {
  acceptTerms,
  addPerson,
  publishTerms,
  requestAddress,
  requestLink,
  signInByPassword,
  startAuthenticator,
} from '#slices/people/index.ts';
import {
  acceptInvitation,
  applyWinners,
  decideRemark,
  invite,
  makeRemark,
  proposeWinners,
  publishEdition,
} from '#slices/programmes/index.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { acceptEntry, lookAgain, moveEntry, moveMending, returnEntry, ruleOut } from '#slices/screening/index.ts';
import { startVerification } from '#slices/system/index.ts';
import { aCompany } from '#tests/support/companies/companies.ts';
import { askReferee } from '#tests/support/entering/letters.ts';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { aNomination, told } from '#tests/support/nominations/nominations.ts';
import { anEntry, assignAll, judgesIn, marksOf, submitAll } from '#tests/support/panel.ts';
import { aDraft, aMember, aSeason, dates, emailOf, type Season, type World } from '#tests/support/season.ts';

/** Letters only, so that it fits wherever something does. */
export const canary = 'canariusquill';
export const address = `${canary}@people.example`;
const password = 'correct horse battery';
const say = (words: string) => `${words} ${canary}`;

/** An account with everything on it: a password, a session, an app begun, an address asked for, mails sent and waiting, terms agreed to. */
async function anAccount(world: World): Promise<PersonId> {
  const { person } = await addPerson(world.asSystem(), { email: address, name: canary, password });
  await signInByPassword(world.asVisitor(), { email: address, password, session: newToken() });
  await requestLink(world.asVisitor({ key: ids.random() }), { email: address, to: `/p/${canary}`, token: newToken() });
  const own = () => world.as(person, { key: ids.random() });
  await startAuthenticator(own(), { name: canary });
  await requestAddress(own(), { email: `new.${address}`, token: newToken() });
  await publishTerms(world.as(world.administrator), { kind: 'terms', body: 'Be kind.' });
  await acceptTerms(own(), { versions: { terms: 1 } });
  return person;
}

/** A draft, one that was sent back with a word, and one with a file that wins. */
async function competes(season: Season, person: PersonId): Promise<EntryId> {
  const own = () => season.as(person, { clock: dates.whileOpen, key: ids.random() });
  const manager = () => season.as(season.manager, { clock: dates.whileOpen, key: ids.random() });
  const text = { title: say('The hour after the flood, by'), nominee: say('The friends of'), body: say('We asked each of them.') };
  const [back, wins] = [
    (await startEntry(own(), { category: season.categories[0] })).entry,
    (await startEntry(own(), { category: season.categories[0] })).entry,
  ];
  const { entry: draft } = await startEntry(own(), { category: season.categories[1] });
  await addFile(own(), { entry: draft, ...(await takeUpload(own(), draft, new File([say('A letter.\n')], `${canary}.txt`))) });
  await submitEntry(own(), { entry: back, version: 1, ...text });
  const seen = { missing: [], unasked: [], restated: [] };
  await moveEntry(manager(), { entry: back, category: season.categories[1], reason: say('It tells of a machine, says'), seen });
  await returnEntry(manager(), { entry: back, reason: say('Please say who this is,') });
  await moveMending(manager(), { entry: back, reason: say('You were ill, says'), until: '2026-04-08T16:00:00Z' });
  await addFile(own(), { entry: wins, ...(await takeUpload(own(), wins, new File([say('Another letter.\n')], `${canary}-2.txt`))) });
  await submitEntry(own(), { entry: wins, version: 1, ...text });
  await acceptEntry(manager(), { entry: wins });
  const reason = say('A figure had slipped, says');
  const later = season.as(season.manager, { clock: dates.whileJudging, key: ids.random() });
  await reopenEntry(later, { entry: wins, reason, until: '2026-04-20T09:00:00Z' });
  const more = { edition: season.edition, email: await emailOf(season, person), until: '2026-04-20T09:00:00Z' };
  await extendDeadline({ ...later, key: ids.random() }, { ...more, reason: say('They were ill, said') });
  await writeToOrganiser(own(), { entry: wins, text: say('May we name them, asks'), seen: 0 });
  await noteItem({ ...later, key: ids.random() }, { entry: wins, what: say('A portrait of'), place: say('In the drawer of') });
  await writeToEntrant({ ...later, key: ids.random() }, { entry: wins, text: say('You may,'), seen: 1 });
  await asksForLetter(own(), wins);
  await judgesIn(season, 1);
  await assignAll(season);
  await isRuledOut(season, person);
  return wins;
}

/** One that may not compete, and about which two who screen disagree. */
async function isRuledOut(season: Season, person: PersonId): Promise<void> {
  const as = (who: PersonId) => season.as(who, { clock: dates.whileOpen, key: ids.random() });
  const { entry } = await startEntry(as(person), { category: season.categories[0] });
  await submitEntry(as(person), { entry, version: 1, title: say('Twice, by'), nominee: say('The friends of'), body: say('As before.') });
  const other = await aMember(season, season.programme, 'manager', 'Ada Winterfeld');
  await ruleOut(as(season.manager), { entry, version: 2, why: 'It was sent in twice', words: say('You sent it in twice,') });
  await lookAgain(as(other), { entry, agrees: 'no', remark: say('They are two, says') });
}

/** Asks a referee, whose letter says who it is about. */
async function asksForLetter(own: ReturnType<Season['as']>, entry: EntryId): Promise<void> {
  const token = newToken();
  const of = {
    name: say('A friend of'),
    email: `friend.of.${canary}@people.example`,
    relation: say('Taught'),
    message: say('Please, says'),
  };
  await askForLetter(own, { entry, ...of, confidential: false, token });
  await writeLetter({ ...own, key: ids.random() }, { token, text: say('They were there,'), version: 0 });
}

/** Writes an entry of somebody else's, and is asked to another. */
async function writesWith(season: Season, person: PersonId): Promise<void> {
  const [first, second] = [await aDraft(season), await aDraft(season)];
  const invited = { name: canary, email: address, rights: 'edit' as const };
  const invite = async ({ entry, owner }: typeof first): Promise<string> => {
    const token = newToken();
    await inviteWriter(season.as(owner, { clock: dates.whileOpen }), { entry, ...invited, token });
    return token;
  };
  const token = await invite(first);
  await acceptWriterInvitation(season.as(person, { clock: dates.whileOpen, key: ids.random() }), { token, session: newToken() });
  await writeToOrganiser(season.as(person, { clock: dates.whileOpen, key: ids.random() }), {
    entry: first.entry,
    text: say('And they, asks'),
    seen: 0,
  });
  await invite(second);
  const asked = await askReferee(season, await aDraft(season), address);
  await writeLetter(season.asVisitor({ clock: dates.whileOpen, key: ids.random() }), {
    token: asked.token,
    text: say('I was there,'),
    version: 0,
  });
}

/** Begins to answer a form. */
async function answers(world: World, person: PersonId): Promise<void> {
  const season = await aSeason(world, { published: false });
  await enterByForm(season, formOf(asks('long-text', 'essay')));
  await publishEdition(season.as(season.manager, { clock: dates.before }), { edition: season.edition });
  const own = () => season.as(person, { clock: dates.whileOpen, key: ids.random() });
  const { entry } = await startEntry(own(), { category: season.categories[0] });
  await saveDraft(own(), {
    entry,
    version: 1,
    title: say('Asked of'),
    nominee: say('The friends of'),
    answers: { essay: say('We asked.') },
  });
}

export async function announce(season: Season): Promise<void> {
  await submitAll(season, () => [9, 9, 9, 9, 9]);
  const manager = () => season.as(season.manager, { clock: dates.afterJudging });
  const { tally } = await computeTally(manager(), { edition: season.edition });
  await publishResults(manager(), { edition: season.edition, tally, announceAt: 'now', notAwarded: [season.categories[1]] });
}

/** Judges one entry with a comment, leaves another for an interest, and has a seat on which nothing was written. */
async function judges(season: Season, person: PersonId): Promise<void> {
  const token = newToken();
  await invite(season.as(season.manager, { key: ids.random() }), {
    programme: season.programme,
    email: address,
    name: canary,
    role: 'judge',
    token,
  });
  await acceptInvitation(season.as(person), { token, session: newToken() });
  await invite(season.as(season.manager), {
    programme: season.programme,
    email: address,
    name: canary,
    role: 'auditor',
    token: newToken(),
  });
  const entries = [
    await anEntry(season, 0, 'Three rings'),
    await anEntry(season, 0, 'Plain letters'),
    await anEntry(season, 1, 'Night trams'),
  ];
  await assignAll(season);
  const own = () => season.as(person, { clock: dates.whileJudging, key: ids.random() });
  const [first, second] = entries;
  const [criterion] = season.criteria;
  if (!first || !second || !criterion) throw new Error('there is nothing to judge');
  await season.database.owner.pool.query("update plaudit.criteria set comment = 'suggested' where id = $1", [criterion]);
  const comments = { [criterion]: say('Beside it') };
  await submitBallot(own(), { entry: first, version: 0, marks: marksOf(season, [7]), comments, comment: say('Signed') });
  await declareInterest(own(), { entry: second, reason: say('My sister works there:') });
}

/** Known at a company by whoever runs the organisation. */
async function works(world: World): Promise<void> {
  const company = await aCompany(world, 'Penmarrow Bank');
  const work = { company, name: canary, email: address, title: say('Head of'), from: '2024-01-01', until: '' };
  await addEmployment(world.as(world.administrator, { key: ids.random() }), work);
}

/** Among the winners of an old list, matched to no company, and in a list nobody has decided on. */
async function wonBefore(season: Season): Promise<void> {
  const manager = () => season.as(season.manager, { key: ids.random() });
  const list = (year: number) => ({
    programme: season.programme,
    file: 'winners.csv',
    format: 'csv' as const,
    content: `year,category,nominee,organisation,title\n${year},Service,${canary},House of ${canary},Prize of ${canary}\n`,
  });
  await applyWinners(manager(), { import: (await proposeWinners(manager(), list(1999))).import });
  await matchWinnerName(manager(), { programme: season.programme, written: `House of ${canary}`, company: 'none' });
  await proposeWinners(manager(), list(1998));
}

/** Says something in public and is answered by name; somebody else names them too. */
async function says(season: Season, person: PersonId): Promise<void> {
  const own = { programme: season.programme, kind: 'question' as const, body: say('May I enter?') };
  const { remark } = await makeRemark(season.as(person, { key: ids.random() }), own);
  const manager = () => season.as(season.manager, { key: ids.random() });
  await decideRemark(manager(), { remark, version: 1, state: 'shown', answer: say('You may,') });
  await makeRemark(manager(), { ...own, body: say('Is it true of') });
}

/** Nominates somebody, and is nominated by somebody else, told, and declines. */
async function nominates(world: World): Promise<void> {
  const season = await aSeason(world, { nominations: true });
  const by = {
    nominator: canary,
    nominatorEmail: address,
    reason: say('Ask'),
    evidence: say('So says'),
    evidenceAddress: `https://${address.split('@')[1]}/${canary}`,
  };
  await aNomination(season, by);
  const of = { name: canary, worksFor: `House of ${canary}`, email: `${canary}@people.example` };
  const { nominee } = await aNomination(season, of);
  const token = await told(season, nominee);
  await declineNomination(season.asVisitor({ clock: dates.whileOpen }), { token, answer: say('Not') });
}

/** A job that carries the canary and failed with it, as a mail server would have it. */
async function failedWork(world: World): Promise<void> {
  await startVerification(world.as(world.administrator), {});
  await world.database.owner.pool.query(
    `update graphile_worker._private_jobs set last_error = $2, attempts = 1,
        payload = jsonb_set(payload::jsonb, '{payload,to}', to_jsonb($2::text))::json
      where id = (select max(id) from graphile_worker._private_jobs where payload ->> 'organisation' = $1)`,
    [world.organisation, `550 no such mailbox ${address}`],
  );
}

/** What no operation of this season writes, as those that will would write it. */
const byHand: readonly string[] = [
  `insert into directory.other_addresses (email, person_id, added_at) values ('other.' || $3, $2, now())`,
  `insert into directory.identities (issuer, subject, id, person_id, provider, label, created_at)
    values ('https://' || $4, $4, gen_random_uuid(), $2, $4, $4, now())`,
  `insert into directory.provider_visits (state_hash, browser_hash, provider, person_id, onward, created_at, expires_at)
    values (sha256('a'), sha256('b'), $4, $2, '/' || $4, now(), now() + interval '1 hour')`,
  `update directory.sessions set browser = $4, system = $4 where person_id = $2`,
  `update directory.people set time_zone = 'Etc/' || $4, language = $4 where id = $2`,
  `update plaudit.outbox set last_error = '550 ' || $3, subject = $4 where organisation_id = $1 and recipient = $3`,
  `insert into plaudit.api_keys (organisation_id, id, person_id, name, prefix, secret_hash, scopes, every_programme, created_at, expires_at)
    values ($1, gen_random_uuid(), $2, $4, 'abcdef', sha256('key'), '{read}', true, now(), now() + interval '1 day')`,
  `insert into plaudit.mail_returns (organisation_id, address, hard, returns, reason, first_at, last_at)
    values ($1, $3, true, 1, '550 ' || $3, now(), now())`,
  `insert into plaudit.saved_views (organisation_id, id, person_id, list, subject, name, query, shared, created_at)
    values ($1, gen_random_uuid(), $2, $4, $4, $4, 'q=' || $4, true, now())`,
  `insert into plaudit.list_columns (organisation_id, person_id, list, columns, changed_at) values ($1, $2, $4, array[$4], now())`,
  `insert into plaudit.list_choices (organisation_id, person_id, list, subject, items, changed_at) values ($1, $2, $4, $4, '{}', now())`,
  `insert into plaudit.uploads (organisation_id, id, person_id, subject_kind, subject_id, name, bytes, started_at, expires_at, kept)
    values ($1, gen_random_uuid(), $2, 'entry', gen_random_uuid(), $4, 1, now(), now(), json_build_object('name', $4::text))`,
  `with put_in as (insert into plaudit.entry_imports (organisation_id, id, edition_id, category_id, file, fingerprint, kind, because, imported_by, imported_at)
      select e.organisation_id, gen_random_uuid(), e.edition_id, e.category_id, 'paper.csv', sha256('paper'), 'sent-in', '', m.person_id, now()
        from plaudit.entries e join plaudit.memberships m on m.organisation_id = e.organisation_id
       where e.organisation_id = $1 and e.owner_id = $2 limit 1 returning organisation_id, id)
    insert into plaudit.entry_import_rows (organisation_id, import_id, row, entry_id, reference)
      select i.organisation_id, i.id, 1 + row_number() over (), e.id, 'form of ' || $4
        from put_in i join plaudit.entries e on e.organisation_id = i.organisation_id and e.owner_id = $2`,
  `insert into plaudit.entry_links (organisation_id, entry_id, address, asked_at)
    select e.organisation_id, e.id, 'https://people.example/' || $4, now() from plaudit.entries e where e.organisation_id = $1 and e.owner_id = $2`,
  `insert into plaudit.stand_ins (organisation_id, id, person_id, by_id, session_id, reason, began_at, ends_at, ended_at)
    select $1, gen_random_uuid(), $2, m.person_id, gen_random_uuid(), 'asked by ' || $4, now(), now(), now() from plaudit.memberships m
     where m.organisation_id = $1 limit 1`,
  `insert into plaudit.privacy_requests (organisation_id, id, person_id, kind, state, reason, created_at, due_at, settled_at)
    values ($1, gen_random_uuid(), $2, 'export', 'expired', 'asked by ' || $4, now(), now(), now())`,
  `insert into plaudit.idempotency_keys (organisation_id, actor, key, operation, request_hash, request, answer, created_at)
    values ($1, 'somebody else', 'a key of theirs', 'test', sha256('a'), '{}', json_build_object('name', $4::text), now())`,
];

async function plantByHand({ database, organisation }: World, person: PersonId): Promise<void> {
  for (const statement of byHand) {
    const values = [organisation, person, address, canary];
    const used = values.map((value, i) => (statement.includes(`$${i + 1}`) ? value : undefined));
    // Numbered anew without those it does not name: the server wants to know the type of each.
    const kept = used.flatMap((value, i) => (value === undefined ? [] : [i]));
    const text = kept.reduce((left, old, i) => left.replaceAll(`$${old + 1}`, `$${i + 1}`), statement);
    const typed = text.replaceAll(/\$(\d)(?!::|\d)/g, (_all, digit: string) => {
      const type = kept[Number(digit) - 1] ?? 0;
      return `$${digit}::${type < 2 ? 'uuid' : 'text'}`;
    });
    await database.owner.pool.query(
      typed,
      kept.map((i) => values[i]),
    );
  }
}

export type CanaryPerson = { readonly person: PersonId; readonly entry: EntryId; readonly competing: Season; readonly judging: Season };

export async function aCanaryPerson(world: World): Promise<CanaryPerson> {
  const person = await anAccount(world);
  const competing = await aSeason(world, { seats: 1, minimumPanel: 1 });
  const entry = await competes(competing, person);
  const judging = await aSeason(world, { seats: 1, minimumPanel: 1 });
  await judges(judging, person);
  await answers(world, person);
  await writesWith(await aSeason(world), person);
  await works(world);
  await wonBefore(competing);
  await says(competing, person);
  await nominates(world);
  await failedWork(world);
  await plantByHand(world, person);
  return { person, entry, competing, judging };
}
