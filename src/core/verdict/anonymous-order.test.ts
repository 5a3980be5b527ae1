import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ballotTable } from '../scoring/collect-marks.ts';
import { anonymousOrder } from './anonymous-order.ts';

const criteria = ['craft', 'care'].map((id) => ({ id, weight: 1, scale: { min: 1, max: 3 } }));

const seat = fc.record({
  entry: fc.constantFrom('A', 'B', 'C'),
  judge: fc.nat(4),
  craft: fc.integer({ min: 1, max: 3 }),
  care: fc.integer({ min: 1, max: 3 }),
});

it('numbers judges the same under any names, and keeps every mark with its judge', () => {
  const seats = fc.uniqueArray(seat, { minLength: 1, maxLength: 12, selector: ({ entry, judge }) => `${entry} ${judge}` });
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(seats, names, names, (ballots, some, others) => {
      const under = (called: readonly string[]) => {
        const rows = ballots.flatMap(({ entry, judge, ...marks }) =>
          (['craft', 'care'] as const).map((criterion) => ({
            category: 'Team',
            entry,
            judge: called[judge] ?? '',
            criterion,
            mark: marks[criterion],
          })),
        );
        const table = ballotTable(criteria, rows);
        if (!table.ok) throw new Error(JSON.stringify(table.refusals));
        return anonymousOrder(table.value);
      };
      const [one, other] = [under(some), under(others)];
      for (const part of ['ballotEntry', 'ballotJudge', 'marks'] as const) expect(one[part]).toEqual(other[part]);
      for (const { entry, judge, craft, care } of ballots) {
        const ballot = one.ballotEntry.findIndex(
          (e, b) => one.entries[e]?.name === entry && one.judges[one.ballotJudge[b] ?? 0]?.name === some[judge],
        );
        expect(Array.from(one.marks.slice(2 * ballot, 2 * ballot + 2))).toEqual([craft, care]);
      }
    }),
  );
});
