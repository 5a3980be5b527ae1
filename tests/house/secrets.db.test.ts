/**
 * Two worlds that differ in secrets alone say the same to whoever may not know, byte for byte, and make the database do the same.
 * Here all secrets at once, by the data every page is drawn from; `tests/nightly` asks for each by itself, with every parameter.
 */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import '#main/slices.ts';
import routes from '../../src/routes.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folders.ts';
import { aCourt, type Court, type Reader, readers } from '../support/non-interference/court.ts';
import { startObserving } from '../support/non-interference/observe.ts';
import { plantedTranscript } from '../support/non-interference/plants.ts';
import { listQuestions, plainQuestions, type Question, questionsAbout } from '../support/non-interference/questions.ts';
import type { Secret } from '../support/non-interference/secret.ts';
import { listSecrets } from '../support/non-interference/secrets/services.ts';
import { secrets, secretsOf } from '../support/non-interference/secrets.ts';
import {
  aRoom,
  differences,
  mailsIn,
  type Room,
  statusesExpected,
  statusesOf,
  type Transcript,
  transcript,
} from '../support/non-interference/worlds.ts';
import { dates, emailOf, foundedWorld } from '../support/season.ts';

const database = await testDatabase();
const dataFolder = temporaryFolder('secrets');
const court: Court = await aCourt(await foundedWorld(database), dataFolder);
const stopObserving = startObserving();

/** Known to nobody but whoever wrote it and the administrator, so that all others can be asked of them at once. */
const ownSecrets = secrets.filter(({ knows }) =>
  knows.every((reader) => reader === 'administrator' || reader === 'second' || reader === 'owner'),
);
/** Known to nobody but those who run the award and the administrator, so that its judges and another award's manager can be asked. */
const officeSecrets = secrets.filter(
  (secret) =>
    !ownSecrets.includes(secret) &&
    secret.knows.every((reader) => ['owner', 'chair', 'auditor', 'screener', 'administrator'].includes(reader)),
);
/** Whoever screens an award knows what is entered in it and what was decided of that, but of what is their own; nothing else. */
const deskSecrets = secrets.filter(({ knows }) => !knows.includes('screener'));
const ignorantOf = (all: readonly Secret[]) => readers.filter((reader) => all.every(({ knows }) => !knows.includes(reader)));
const outsiders = ignorantOf(secrets);
const insiders = ignorantOf(ownSecrets).filter((reader) => !outsiders.includes(reader));
const colleagues = ignorantOf(officeSecrets).filter((reader) => !outsiders.includes(reader));
const asked = new Set([...outsiders, ...insiders, ...colleagues]);

const open: Room[] = [];
const room = async (told: readonly Secret[], other: readonly Secret[]): Promise<Room> => {
  const made = await aRoom(
    court,
    [...told.map((secret) => ({ secret, way: 'one' as const })), ...other.map((secret) => ({ secret, way: 'other' as const }))],
    dates.whileJudging,
    dataFolder,
  );
  open.push(made);
  return made;
};
afterAll(async () => {
  stopObserving();
  for (const each of open) await each.close();
});

let questions: readonly Question[] = [];
let one: Room;
let allOther: Room;
let ownOther: Room;
let officeOther: Room;
let deskOther: Room;
const first = new Map<Reader, Transcript>();

beforeAll(async () => {
  const besides = (some: readonly Secret[]) => secrets.filter((secret) => !some.includes(secret));
  one = await room(secrets, []);
  allOther = await room([], secrets);
  ownOther = await room(besides(ownSecrets), ownSecrets);
  officeOther = await room(besides(officeSecrets), officeSecrets);
  deskOther = await room(besides(deskSecrets), deskSecrets);
  const about = secrets.flatMap((secret) => questionsAbout(court, secret));
  const each = [...plainQuestions(court), ...listQuestions(court, [...ownSecrets, ...listSecrets]), ...about];
  questions = [...new Map(each.map((question) => [question.path, question])).values()];
  // A process asks some things once and remembers them.
  for (const each of open) await transcript(each, 'visitor', questions.slice(0, 3));
  for (const reader of asked) first.set(reader, await transcript(one, reader, questions));
}, 240_000);

const heard = (reader: Reader): Transcript => first.get(reader) ?? new Map();

test('every slice with a page has its secrets here, or says why it has none', () => {
  const withPages = new Set(routes.flatMap(({ file }) => /^slices\/([\w-]+)\//.exec(file)?.[1] ?? []));
  expect([...withPages].filter((slice) => !(slice in secretsOf))).toEqual([]);
  const slices = new Set(readdirSync(new URL('../../src/slices', import.meta.url)));
  expect(Object.keys(secretsOf).filter((slice) => !slices.has(slice))).toEqual([]);
});

test('the same world asked twice says the same: there is no noise a leak could hide in', async () => {
  for (const reader of [outsiders[0] ?? 'visitor', 'chair'] as const) {
    expect(differences(heard(reader), await transcript(one, reader, questions))).toEqual([]);
  }
});

test('whoever may know nothing is told the same in both worlds', async () => {
  expect(outsiders).toEqual(['visitor', 'stranger', 'foreigner', 'region']);
  for (const reader of outsiders)
    expect([reader, differences(heard(reader), await transcript(allOther, reader, questions))]).toEqual([reader, []]);
});

test('what belongs to one person alone differs for nobody else, manager, auditor and fellow judge included', async () => {
  expect(insiders).toEqual(['neighbour', 'first', 'chair', 'auditor', 'screener']);
  for (const reader of insiders)
    expect([reader, differences(heard(reader), await transcript(ownOther, reader, questions))]).toEqual([reader, []]);
});

test('what those who run an award know differs for nobody else, its judges and the manager of another included', async () => {
  expect(colleagues).toEqual(['neighbour', 'first', 'second']);
  for (const reader of colleagues)
    expect([reader, differences(heard(reader), await transcript(officeOther, reader, questions))]).toEqual([reader, []]);
});

test('whoever screens is told the same but of what they screen, a verdict on an entry of their own included', async () => {
  expect(differences(heard('screener'), await transcript(deskOther, 'screener', questions))).toEqual([]);
});

const only = (told: Transcript, path: string): Transcript => new Map([...told].filter(([asked]) => asked === path));

test('whoever may know is told something else, or the secret was out of reach', async () => {
  const blind: string[] = [];
  for (const secret of secrets) {
    const about = questionsAbout(court, secret);
    const silent = new Set(secret.told);
    for (const reader of secret.knows) {
      const [told, meanwhile] = [await transcript(one, reader, about), await transcript(allOther, reader, about)];
      const seen = about.filter(({ path }) => differences(only(told, path), only(meanwhile, path)).length > 0).map(({ route }) => route);
      if (!seen.some((route) => secret.shown.includes(route))) blind.push(`${reader} sees nothing of ${secret.name}`);
      for (const route of seen) silent.delete(route);
    }
    blind.push(...[...silent].map((route) => `${route} tells nobody of ${secret.name}`));
  }
  expect(blind).toEqual([]);
});

test('most of what was asked was answered, and nothing by a fault or a limit', () => {
  const shares = new Map([...first].map(([reader, told]) => [reader, (statusesOf(told).get(200) ?? 0) / told.size]));
  const strange = [...first].flatMap(([reader, told]) =>
    [...told].flatMap(([path, { status }]) => (statusesExpected(path).includes(status) ? [] : [`${reader} ${path}: ${status}`])),
  );
  expect(strange).toEqual([]);
  expect(shares.get('chair')).toBeGreaterThan(0.6);
  expect(shares.get('first')).toBeGreaterThan(0.25);
  expect(shares.get('visitor')).toBeGreaterThan(0.05);
});

test('a mail says the same in both worlds, but to whom the secret is told', async () => {
  const told = new Set(secrets.flatMap(({ mailed = [] }) => mailed));
  const known = await Promise.all(
    [...new Set(secrets.flatMap(({ knows }) => knows))].map(async (reader) =>
      reader === 'visitor' ? '' : emailOf(court, court.people[reader]),
    ),
  );
  const ofOthers = async (of: Room) => [...(await mailsIn(of))].filter(([recipient]) => !told.has(recipient) && !known.includes(recipient));
  const [here, there] = [await ofOthers(one), await ofOthers(allOther)];
  expect(here.length).toBeGreaterThan(5);
  expect(there).toEqual(here);
  expect([...(await mailsIn(allOther)).keys()].filter((recipient) => told.has(recipient))).toEqual([...told]);
});

for (const { name, plant } of secrets) {
  test(`a planted ${plant.kind} on ${plant.route} that gives away ${name} is found`, async () => {
    const question = questions.find(({ route, path }) => route === plant.route && (plant.kind !== 'search' || path.includes('?q=')));
    if (!question) throw new Error(`${plant.route} is not asked for`);
    const [here, there] = [await plantedTranscript(one, plant, question), await plantedTranscript(allOther, plant, question)];
    expect(here.get(question.path)?.status).toBe(200);
    expect(differences(here, there)).toEqual([expect.stringContaining(question.path)]);
  });
}

test('a statement more in one world is found, though the answer is the same', async () => {
  const [question] = questions;
  if (!question) throw new Error('nothing is asked');
  const told = heard('chair').get(question.path);
  if (!told) throw new Error('nothing was said');
  const more = { ...told, statements: `${told.statements}\nSELECT 3: select from ballots` };
  expect(differences(new Map([[question.path, told]]), new Map([[question.path, more]]))).toEqual([expect.stringContaining('does')]);
});
