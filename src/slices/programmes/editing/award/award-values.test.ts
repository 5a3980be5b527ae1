import { expect, it } from 'vitest';
import { partShapes } from '#core/editions/parts.ts';
import { award } from '#tests/support/tally/award.ts';
import { awardFrom } from './award-values.ts';
import { countingValues, sourceValues } from './counting-values.ts';
import { levelValues } from './level-values.ts';
import { tieValues } from './tie-values.ts';

const gold = { level: 'Gold', highest: true, atLeast: '7.75', floors: [{ criterion: 'result', atLeast: '7' }], points: '3' };
const stevie = { level: 'Stevie', atLeast: '7.75' };
const shortlisted = { level: 'Shortlisted', top: 8 };
const was = award({
  levels: [gold, stevie],
  ties: ['criteria', { by: 'high-marks', from: 9 }, { by: 'criterion', criterion: 'result' }, 'lot'],
  aggregation: { kind: 'trimmed', percent: 20, fallback: 'median' },
  rounds: [
    { round: 'judges', weight: 75 },
    { round: 'members', weight: 25, minimumPanel: 1, scorecard: 'members' },
  ],
  votes: { each: '.001', atMost: '1' },
  categories: { J01A: { seats: 8 } },
});

const after = (values: Record<string, string>, before = was) => partShapes.award.parse(awardFrom(values, before).body);

it('what a form was filled with is what it sends back', () => {
  const [first] = was.levels;
  expect(after({ do: 'level.change', at: '0', ...(first && levelValues(first)) })).toEqual(was);
  expect(after({ do: 'ties', ...tieValues(was.ties) })).toEqual(was);
  expect(after({ do: 'counting', ...countingValues(was, was.judges) })).toEqual(was);
  expect(after({ do: 'sources', ...sourceValues(was) })).toEqual(was);
  const points = award({ aggregation: { kind: 'borda', points: [12, 10, 8] } });
  expect(after({ do: 'counting', ...countingValues(points, 3) }, points)).toEqual(points);
});

it('a level is added where it belongs, moved, changed and taken away', () => {
  const names = (values: Record<string, string>) => after(values).levels.map(({ level }) => level);
  const added = { do: 'level.add', level: 'Shortlisted', top: '8' };
  expect(after(added).levels).toEqual([gold, stevie, shortlisted]);
  expect(names({ ...added, place: '0' })).toEqual(['Shortlisted', 'Gold', 'Stevie']);
  expect(names({ ...added, do: 'level.change', at: '0', place: '1' })).toEqual(['Stevie', 'Shortlisted']);
  expect(names({ do: 'levels', move: '1.up' })).toEqual(['Stevie', 'Gold']);
  expect(names({ do: 'level.drop', at: '0' })).toEqual(['Stevie']);
  expect(names({ do: 'level.change', at: '7', level: 'Nobody' })).toEqual(['Gold', 'Stevie']);
});

it('a rung goes up, down or away, and a line of nothing is none', () => {
  const by = (values: Record<string, string>) => after({ do: 'ties', ...tieValues(was.ties), ...values }).ties.map((rung) => rung.by);
  expect(by({ move: '3.up' })).toEqual(['criteria', 'high-marks', 'lot', 'criterion']);
  expect(by({ move: '0.down' })).toEqual(['high-marks', 'criteria', 'criterion', 'lot']);
  expect(by({ move: '1.away' })).toEqual(['criteria', 'criterion', 'lot']);
  expect(by({ 'ties.0.by': '', 'ties.4.by': 'median' })).toEqual(['high-marks', 'criterion', 'lot', 'median']);
});

it('what is refused is told at the field it was written in', () => {
  const level = awardFrom(
    { do: 'level.add', level: 'Bronze', 'floors.2.criterion': 'result', 'floors.2.atLeast': 'much', place: '1' },
    was,
  );
  expect(['levels.1.atLeast', 'levels.1', 'levels.1.floors.0.atLeast', 'levels.2'].map(level.fieldOf)).toEqual([
    'atLeast',
    'level',
    'floors.2.atLeast',
    'levels.2',
  ]);
  const ties = awardFrom({ do: 'ties', 'ties.1.by': 'criterion:luck', 'ties.4.by': 'high-marks', move: '4.up' }, was);
  expect(['ties.0.from', 'ties.1.criterion'].map(ties.fieldOf)).toEqual(['ties.4.from', 'ties.1.by']);
  const own = awardFrom({ do: 'counting', of: 'J01A', 'aggregation.kind': 'trimmed', 'aggregation.percent': 'some' }, was);
  expect(own.fieldOf('categories.J01A.aggregation.percent')).toBe('aggregation.percent');
  const sources = awardFrom({ do: 'sources', 'rounds.3.round': 'Live' }, was);
  expect(sources.fieldOf('rounds.0.round')).toBe('rounds.3.round');
});

it('a category has of its own what differs, and nothing once that is given up', () => {
  const counting = countingValues(was, was.judges);
  expect(after({ do: 'counting', of: 'J01A', ...counting, minimumPanel: '2' }).categories).toEqual({ J01A: { minimumPanel: 2 } });
  expect(after({ do: 'counting', of: 'J01A', ...counting }).categories).toEqual({});
  const own = after({ do: 'level.add', of: 'J01A', level: 'Shortlisted', top: '8' });
  expect([own.levels.length, own.categories.J01A]).toEqual([2, { seats: 8, levels: [gold, stevie, shortlisted] }]);
  expect(after({ do: 'own.away', of: 'J01A', part: 'levels' }, own)).toEqual(was);
  expect(after({ do: 'own.away', of: 'J01A', part: 'counting' }).categories).toEqual({});
  expect(after({ do: 'own.away', of: 'J01A', part: 'constructor' })).toEqual(was);
});
