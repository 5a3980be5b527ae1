import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CategoryState, type GateFacts, publishRefusals, type Seat } from './publish-gate.ts';

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
