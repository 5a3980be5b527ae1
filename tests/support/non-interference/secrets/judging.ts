/** What a judge thinks of an entry, and of themselves. */
import { type EntryId, ids } from '#platform/ids.ts';
import { declareInterest, submitBallot } from '#slices/judging/index.ts';
import { marksOf } from '../../panel.ts';
import { dates } from '../../season.ts';
import type { Court } from '../court.ts';
import { look, type Secret } from '../secret.ts';

type Words = { readonly marks: readonly number[]; readonly comment: string };

async function ballotOfSecond(court: Court, entry: EntryId, { marks, comment }: Words): Promise<void> {
  const ctx = court.as(court.people.second, { clock: dates.whileJudging, key: ids.random() });
  await submitBallot(ctx, { entry, version: 0, marks: marksOf(court, marks), comment });
}

export const judgingSecrets: readonly Secret[] = [
  {
    name: 'the marks of another judge’s ballot',
    at: dates.whileJudging,
    tell: (court, way) =>
      ballotOfSecond(court, court.entries[0], { marks: way === 'one' ? [9, 8, 10, 9, 7] : [2, 1, 4, 3, 10], comment: 'Read twice.' }),
    knows: ['second'],
    shown: ['/judge/:entry'],
    plant: {
      kind: 'count',
      route: '/judge/:entry',
      reader: 'first',
      leak: (court) =>
        look(court, 'ballot_marks m join plaudit.ballots b on b.id = m.ballot_id where b.entry_id = $1 and m.mark > 8', {
          told: 'count(*)',
          of: court.entries[0],
        }),
    },
  },
  {
    name: 'the comment on another judge’s ballot',
    at: dates.whileJudging,
    tell: (court, way) =>
      ballotOfSecond(court, court.entries[1], {
        marks: [6],
        comment: way === 'one' ? 'Kind.' : 'I doubt every figure in it, and the last one most.',
      }),
    places: ({ entries }) => ({ entry: entries[1] }),
    knows: ['second'],
    words: ['doubt'],
    shown: ['/judge/:entry'],
    plant: {
      kind: 'header',
      route: '/manage/:programme/:edition/judging',
      reader: 'chair',
      leak: (court) => look(court, 'ballots where entry_id = $1', { told: 'sum(length(comment))', of: court.entries[1] }),
    },
  },
  {
    name: 'that a judge has declared an interest',
    at: dates.whileJudging,
    tell: async (court, way) => {
      if (way === 'one') return;
      const ctx = court.as(court.people.first, { clock: dates.whileJudging, key: ids.random() });
      await declareInterest(ctx, { entry: court.entries[1], reason: 'My sister works there' });
    },
    knows: ['first', 'chair', 'auditor', 'administrator'],
    places: ({ entries }) => ({ entry: entries[1] }),
    words: ['sister'],
    shown: ['/manage/:programme/:edition/judging', '/judge'],
    plant: {
      kind: 'sort',
      route: '/home',
      reader: 'owner',
      leak: (court) => look(court, 'interests where entry_id = $1', { told: 'string_agg(reason, $$, $$)', of: court.entries[1] }),
    },
  },
];
