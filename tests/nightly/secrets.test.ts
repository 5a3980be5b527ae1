/** Each secret by itself, asked for by everybody with everything the product reads from an address, as page and as data. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#main/slices.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folders.ts';
import { aCourt, type Court, type Reader, readers } from '../support/non-interference/court.ts';
import { startObserving } from '../support/non-interference/observe.ts';
import { bareQuestions, everyQuestion, furtherQuestions, type Question } from '../support/non-interference/questions.ts';
import { secrets } from '../support/non-interference/secrets.ts';
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
import { emailOf, foundedWorld } from '../support/season.ts';

const database = await testDatabase();
const dataFolder = temporaryFolder('secrets');
const court: Court = await aCourt(await foundedWorld(database), dataFolder);
afterAll(startObserving());

for (const secret of secrets) {
  const ignorant = readers.filter((reader) => !secret.knows.includes(reader));
  describe(secret.name, () => {
    let one: Room;
    let other: Room;
    let questions: readonly Question[] = [];
    beforeAll(async () => {
      one = await aRoom(court, [{ secret, way: 'one' }], secret.at, dataFolder);
      other = await aRoom(court, [{ secret, way: 'other' }], secret.at, dataFolder);
      questions = everyQuestion(court, secret);
      for (const room of [one, other]) await transcript(room, 'visitor', questions.slice(0, 3));
    });
    afterAll(() => Promise.all([one.close(), other.close()]));

    /** All that a reader is told in one world; further questions of a page are asked where it opens. */
    const heard = async (reader: Reader): Promise<Transcript> => {
      const bare = await transcript(one, reader, bareQuestions(questions));
      const further = furtherQuestions(questions, (path) => bare.get(path)?.status === 200);
      return new Map([...bare, ...(await transcript(one, reader, further))]);
    };
    const again = (room: Room, reader: Reader, told: Transcript) =>
      transcript(
        room,
        reader,
        questions.filter(({ path }) => told.has(path)),
      );

    test.each(ignorant)('%s is told the same in both worlds', async (reader) => {
      const told = await heard(reader);
      expect(differences(told, await again(other, reader, told))).toEqual([]);
      expect([...told].filter(([path, { status }]) => !statusesExpected(path).includes(status)).map(([path]) => path)).toEqual([]);
      expect(statusesOf(told).get(200)).toBeGreaterThan(10);
    });

    test('the same world asked twice says the same to one of them', async () => {
      const [reader = 'visitor'] = ignorant.toReversed();
      const told = await heard(reader);
      expect(differences(told, await again(one, reader, told))).toEqual([]);
    });

    test.each(secret.knows)('%s may know, and sees it where it is shown', async (reader) => {
      const shown = questions.filter(({ route }) => secret.shown.includes(route));
      expect(differences(await transcript(one, reader, shown), await transcript(other, reader, shown)).length).toBeGreaterThan(0);
    });

    test('no mail tells it to anybody else', async () => {
      const known = new Set(secret.mailed);
      for (const reader of secret.knows) if (reader !== 'visitor') known.add(await emailOf(court, court.people[reader]));
      const ofOthers = async (room: Room) => [...(await mailsIn(room))].filter(([recipient]) => !known.has(recipient));
      expect(await ofOthers(other)).toEqual(await ofOthers(one));
    });
  });
}
