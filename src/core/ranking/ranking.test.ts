import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction } from '../numeric/fraction.ts';
import type { EntryTally } from '../scoring/tally.ts';
import { type CategoryState, type GateFacts, publishRefusals, type Seat } from './publish-gate.ts';
import { outcomeOf } from './winners.ts';

const entry = (name: string, rank: number | null): EntryTally => {
  const counted = { category: 'Team', entry: name, ballots: [], setAside: [], total: 0n };
  return rank === null
    ? { ...counted, status: 'insufficient' }
    : { ...counted, status: 'ranked', rank, tied: false, score: fraction(9 - rank) };
};

describe('the outcome of a category', () => {
  it.each<[string, EntryTally[], string[]]>([
    ['the one entry of the top rank', [entry('A', 1), entry('B', 2)], ['A']],
    ['every entry of the top rank, jointly', [entry('A', 1), entry('B', 1), entry('C', 3)], ['A', 'B']],
    ['the only ranked entry, whoever was not scored enough', [entry('A', null), entry('B', 1)], ['B']],
  ])('is an award to %s', (_what, entries, winners) => {
    const outcome = outcomeOf({ entries });
    expect(outcome.kind === 'awarded' && outcome.winners.map((winner) => winner.entry)).toEqual(winners);
  });

  it('is no award when nobody could be ranked', () => {
    for (const entries of [[], [entry('A', null)]])
      expect(outcomeOf({ entries })).toEqual({ kind: 'not-awarded', reason: 'nobody-ranked' });
  });
});

describe('the publish gate', () => {
  const team: CategoryState = { category: 'Team', decided: 'awarded', minimumPanel: 2, entries: ['A'] };
  const tool: CategoryState = { category: 'Tool', decided: 'awarded', minimumPanel: 1, entries: ['B'] };
  const seats: Seat[] = [
    { category: 'Team', entry: 'A', judge: 'Ann', submitted: true },
    { category: 'Team', entry: 'A', judge: 'Bea', submitted: true },
    { category: 'Tool', entry: 'B', judge: 'Ann', submitted: true },
  ];
  const open: GateFacts = { judgingOpen: false, seats, categories: [team, tool] };
  const missing = seats.map((seat) => (seat.judge === 'Bea' ? { ...seat, submitted: false } : seat));

  it('opens when judging is over, every ballot is in and every category is decided', () => {
    expect(publishRefusals(open)).toEqual([]);
  });

  it.each<[string, Partial<GateFacts>, object[]]>([
    ['judging is still open', { judgingOpen: true }, [{ code: 'ranking.judging-still-open', facts: {} }]],
    [
      'a ballot is missing',
      { seats: missing },
      [{ code: 'ranking.ballot-missing', facts: { category: 'Team', entry: 'A', judge: 'Bea' } }],
    ],
    [
      'a category is undecided',
      { categories: [team, { ...tool, decided: null }] },
      [{ code: 'ranking.category-undecided', facts: { category: 'Tool' } }],
    ],
    [
      'a seat was given up and not filled again',
      { seats: seats.filter((seat) => seat.judge !== 'Bea') },
      [{ code: 'ranking.panel-too-small', facts: { category: 'Team', entry: 'A', judges: 1, needed: 2 } }],
    ],
    ['there is no category', { categories: [], seats: [] }, [{ code: 'ranking.nothing-to-publish', facts: {} }]],
  ])('stays shut when %s, and says which', (_what, change, refusals) => {
    expect(publishRefusals({ ...open, ...change })).toEqual(refusals);
  });

  it('waits for no ballot in a category decided not to be awarded', () => {
    expect(publishRefusals({ ...open, seats: missing, categories: [{ ...team, decided: 'not-awarded' }, tool] })).toEqual([]);
  });

  it('names each missing ballot exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (submitted) => {
        const some = seats.map((seat, i) => ({ ...seat, submitted: submitted[i] ?? false }));
        const named = publishRefusals({ ...open, seats: some }).map(({ facts }) => [facts.entry, facts.judge]);
        expect(named).toEqual(some.filter((seat) => !seat.submitted).map((seat) => [seat.entry, seat.judge]));
      }),
    );
  });
});
