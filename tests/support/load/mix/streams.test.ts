import { expect, test } from 'vitest';
import type { Heard } from '../loops.ts';
import { drawn, mixOutcome } from './streams.ts';

test('requests fall to kinds by their shares, the same for a seed', () => {
  const streams = [{ share: 24 }, { share: 72 }, { share: 4 }];
  const of = drawn('noon', streams, 10_000);
  expect(drawn('noon', streams, 10_000)).toEqual(of);
  const counts = streams.map((_, i) => of.filter((stream) => stream === i).length);
  // Five standard deviations of a count of so many draws.
  const far = counts.map((count, i) => {
    const share = (streams[i]?.share ?? 0) / 100;
    return Math.abs(count - 10_000 * share) / Math.sqrt(10_000 * share * (1 - share));
  });
  expect(Math.max(...far)).toBeLessThan(5);
});

test('who was asked to come again is told apart from who was refused, kind by kind', () => {
  const at = (intended: number, ok: boolean): Heard => ({ intended, sent: intended, answered: intended + 10, ok });
  const heard = [at(0, true), at(1, false), at(2, false), at(3, true)];
  const told = [
    { stream: 0, status: 200 },
    { stream: 0, status: 503 },
    { stream: 1, status: 409 },
    { stream: 1, status: 303 },
  ];
  const streams = [
    { name: 'autosave', share: 1, does: 'ask' as const },
    { name: 'submissions', share: 1, does: 'ask' as const },
  ];
  const { whole, streams: came } = mixOutcome({ seconds: 1, streams }, heard, told);
  expect(whole.reached).toBe(0.5);
  expect(came.map(({ name, offered, shed, refused, statuses }) => ({ name, offered, shed, refused, statuses }))).toEqual([
    { name: 'autosave', offered: 2, shed: 1, refused: 0, statuses: '503' },
    { name: 'submissions', offered: 2, shed: 0, refused: 1, statuses: '409' },
  ]);
});
