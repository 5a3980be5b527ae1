import { describe, expect, it } from 'vitest';
import { random } from '../numeric/random.ts';
import { canonicalJson, type Json } from '../record/canonical.ts';
import type { MarkRow } from '../scoring/ballot-table.ts';
import { ballotTable } from '../scoring/collect-marks.ts';
import { compareVerdicts } from './compare.ts';
import { overridden } from './overrides.ts';
import type { TallyRules } from './rules.ts';
import type { Verdict } from './verdict.ts';
import { type Stage, verdictOf } from './verdict-of.ts';

const scale = { min: 0, max: 10 };
const rules: TallyRules = {
  version: 1,
  criteria: [
    { id: 'craft', weight: 2, scale },
    { id: 'impact', weight: 1, scale },
  ],
  aggregation: { kind: 'mean' },
  official: 'raw',
  minimumPanel: 2,
  ties: [],
  levels: [],
  seats: 2,
  seed: 'test',
  draws: 2000,
  priors: null,
  seatsAtRandom: false,
};

function tableOf(rows: readonly MarkRow[], given: TallyRules = rules) {
  const table = ballotTable(given.criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  return table.value;
}

function verdict(rows: readonly MarkRow[], changes: Partial<TallyRules> = {}, stages?: Stage[]): Verdict {
  const given = { ...rules, ...changes };
  const found = verdictOf(tableOf(rows, given), given, (stage) => stages?.push(stage));
  if (!found.ok) throw new Error(JSON.stringify(found.refusals));
  return found.value;
}

const ballot = (entry: string, judge: string, craft: number, impact = craft, category = 'X'): MarkRow[] => [
  { category, entry, judge, criterion: 'craft', mark: craft },
  { category, entry, judge, criterion: 'impact', mark: impact },
];

/** Twelve entries, each read by four of six judges in a ring; judge 0 is three points harsher than the others. */
function ring(): MarkRow[] {
  const { below } = random('ring');
  return Array.from({ length: 12 }, (_, entry) =>
    [0, 1, 3, 4].flatMap((step) => {
      const judge = (entry + step) % 6;
      const mark = 4 + Math.floor(entry / 4) + below(3) - (judge === 0 ? 3 : 0);
      return ballot(`entry ${entry}`, `judge ${judge}`, mark, mark + below(3));
    }),
  ).flat();
}

const shuffled = <T>(items: readonly T[]): T[] => {
  const { below } = random('shuffle');
  const left = [...items];
  return items.map(() => left.splice(below(left.length), 1)[0] as T);
};

describe('a verdict', () => {
  it('is a value of JSON, and the same whatever the order of the rows', () => {
    const [one, other] = [verdict(ring()), verdict(shuffled(ring()))];
    const text = (value: Verdict) => canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
    expect(text(one)).toBe(text(other));
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  it('goes through its stages in order, so that progress can be told', () => {
    const stages: Stage[] = [];
    verdict(ring(), {}, stages);
    expect(stages).toEqual(['counting', 'correcting', 'drawing', 'checking', 'testing']);
  });

  it('keeps the raw places where raw is official, and the corrected ones where they are and the design allows it', () => {
    const [raw] = verdict(ring()).categories;
    const [corrected] = verdict(ring(), { official: 'corrected' }).categories;
    expect([raw?.official, corrected?.official, corrected?.state]).toEqual(['raw', 'corrected', 'connected']);
    expect(raw?.entries.every(({ rank, rawRank }) => rank === rawRank)).toBe(true);
    expect(corrected?.entries.every(({ rank, correctedRank }) => rank === correctedRank)).toBe(true);
    expect(raw?.entries.map(({ entry }) => entry)).not.toEqual(corrected?.entries.map(({ entry }) => entry));
    expect(verdict(ring()).fit.judges.reduce((a, b) => ((a.effect ?? 0) < (b.effect ?? 0) ? a : b)).judge).toBe('judge 0');
  });

  it('is raw whatever the rules say where every judge marked every entry: severity cancels', () => {
    const rows = ['A', 'B', 'C', 'D'].flatMap((entry, i) =>
      ['J', 'K', 'L'].flatMap((judge, j) => ballot(entry, judge, 2 + i + j, 3 + i + ((i * j) % 3))),
    );
    const [category] = verdict(rows, { official: 'corrected' }).categories;
    expect([category?.state, category?.official, category?.review]).toEqual(['complete', 'raw', false]);
  });

  it('ranks nobody who has too few ballots, and lets nobody be compared with them', () => {
    const rows = [...ring(), ...ballot('late', 'judge 1', 10)];
    const [category] = verdict(rows).categories;
    const late = category?.entries.find(({ entry }) => entry === 'late');
    expect([late?.status, late?.rank, late?.pFirst, late?.rankInterval, late?.noPlace?.key]).toEqual([
      'insufficient',
      null,
      null,
      null,
      'panel-too-small',
    ]);
    const chances = category?.entries.reduce((sum, { pFirst }) => sum + (pFirst ?? 0), 0) ?? 0;
    expect(chances).toBeGreaterThan(0.95);
    expect(category?.neighbours.some(({ ahead, behind }) => ahead === 'late' || behind === 'late')).toBe(false);
  });

  it('keeps an exact tie, until the declared ladder parts it, and says by what', () => {
    const rows = [
      ...ballot('A', 'J', 8, 5),
      ...ballot('A', 'K', 8, 5),
      ...ballot('B', 'J', 7),
      ...ballot('B', 'K', 7),
      ...ballot('C', 'J', 1),
      ...ballot('C', 'K', 1),
    ];
    const [tied] = verdict(rows).categories;
    const [parted] = verdict(rows, { ties: [{ by: 'criteria' }] }).categories;
    expect([tied?.finding, tied?.winners]).toEqual(['tied', ['A', 'B']]);
    expect([parted?.winners, parted?.entries[0]?.tieBroken]).toEqual([['A'], { by: 'criteria', criteria: ['craft'], from: ['B'] }]);
  });

  it('awards levels by the official score, adds their points up by group, and calls nobody first below the lowest', () => {
    const rows = ['A', 'B', 'C'].flatMap((entry, i) =>
      ['J', 'K'].flatMap((judge) =>
        ballot(entry, judge, 9 - 2 * i).map((row) => ({ ...row, entryGroup: entry === 'C' ? 'other' : 'house' })),
      ),
    );
    const levels = [
      { level: 'Gold', atLeast: '9', points: '3' },
      { level: 'Silver', atLeast: '7', points: '1.5' },
    ];
    const found = verdict(rows, { levels });
    expect(found.categories[0]?.entries.map(({ level }) => level)).toEqual(['Gold', 'Silver', null]);
    expect(found.points.map(({ group, points, place }) => [group, points.fraction, place])).toEqual([['house', '9/2', 1]]);
    const [none] = verdict(rows, { levels: [{ level: 'Gold', atLeast: '9.5' }] }).categories;
    expect([none?.finding, none?.winners]).toEqual(['no-level', []]);
  });

  it('sets empty seats aside, says how many, and counts them where the rules say so', () => {
    const rows = [...ring(), ...ballot('entry 7', 'absent', 0)];
    const [aside, counted] = [verdict(rows), verdict(rows, { emptySeats: 'count' })];
    const of = ({ categories }: Verdict) => categories[0]?.entries.find(({ entry }) => entry === 'entry 7');
    expect([aside.emptySeats, of(aside)?.ballots.length, of(aside)?.setAside]).toEqual([
      1,
      4,
      [{ judge: 'absent', reason: 'empty-seat', missing: [] }],
    ]);
    expect([counted.emptySeats, of(counted)?.ballots.length]).toEqual([0, 5]);
    expect(aside.checks.find(({ check }) => check === 'empty-seat-zeros')?.flags.length).toBe(1);
  });

  it('is refused for rules that name criteria nobody judges, or want thresholds of scores that only order', () => {
    const found = verdictOf(tableOf(ring()), {
      ...rules,
      ties: [{ by: 'criterion', criterion: 'style' }],
      aggregation: { kind: 'schulze' },
      levels: [{ level: 'Gold', atLeast: '8' }],
    });
    expect(found.ok ? [] : found.refusals.map(({ code }) => code)).toEqual(['tally.weight-without-marks', 'ranking.level-needs-score']);
  });
});

describe('an override', () => {
  const table = tableOf(ring());
  const sources = { rounds: [table], values: [], votes: [] };
  const decision = {
    category: 'X',
    entry: 'entry 7',
    judge: 'judge 1',
    criterion: 'craft',
    mark: 4,
    who: 'the chair',
    why: 'typing error',
    file: 'o.csv',
    row: 2,
  } as const;

  it('puts a mark in place of the judge’s own, and keeps what it was', () => {
    const changed = overridden(sources, rules, [decision]);
    if (!changed.ok) throw new Error('refused');
    expect(changed.value.applied).toMatchObject([{ criterion: 'craft', is: '4', who: 'the chair', why: 'typing error' }]);
    const marks = changed.value.sources.rounds[0]?.marks ?? new Int32Array();
    const differing = [...table.marks.keys()].filter((cell) => table.marks[cell] !== marks[cell]);
    expect([differing.length, marks[differing[0] ?? 0]]).toEqual([1, 4]);
    expect(changed.value.applied[0]?.was).toBe(String(table.marks[differing[0] ?? 0]));
  });

  it('recuses a whole ballot where it names no criterion', () => {
    const changed = overridden(sources, rules, [{ ...decision, criterion: '', mark: 'recused' }]);
    expect(changed.ok && changed.value.applied.map(({ criterion, is }) => [criterion, is])).toEqual([
      ['craft', 'recused'],
      ['impact', 'recused'],
    ]);
  });

  it('is refused for a ballot that is not there and a mark outside the scale', () => {
    const changed = overridden(sources, rules, [
      { ...decision, judge: 'nobody' },
      { ...decision, mark: 11 },
    ]);
    expect(changed.ok ? [] : changed.refusals.map(({ code, facts }) => [code, facts.row])).toEqual([
      ['tally.override-without-ballot', 2],
      ['scoring.mark-outside-scale', 2],
    ]);
  });
});

describe('the difference of two verdicts', () => {
  it('is nothing for the same marks and rules', () => {
    expect(compareVerdicts(verdict(ring()), verdict(shuffled(ring())))).toEqual({ causes: [], changes: [] });
  });

  it('names the ballot and the rule it comes from, and each place it changed', () => {
    const changed = ring().map((row) => (row.entry === 'entry 7' && row.judge === 'judge 1' ? { ...row, mark: 1 } : row));
    const { causes, changes } = compareVerdicts(verdict(ring()), verdict(changed, { minimumPanel: 1 }));
    expect(
      causes.map((cause) =>
        cause.kind === 'ballot'
          ? [cause.judge, cause.entry, cause.after]
          : cause.kind === 'rule'
            ? [cause.rule, cause.before, cause.after]
            : cause.kind,
      ),
    ).toEqual([
      ['minimumPanel', '2', '1'],
      ['judge 1', 'entry 7', '1'],
    ]);
    expect(
      changes.some((change) => change.kind === 'entry' && change.entry === 'entry 7' && change.before.score !== change.after.score),
    ).toBe(true);
  });

  it('tells of entries and categories that came or went', () => {
    const [fewer, more] = [verdict(ring()), verdict([...ring(), ...ballot('new', 'judge 1', 5), ...ballot('other', 'judge 1', 5, 5, 'Y')])];
    const kinds = (a: Verdict, b: Verdict) =>
      compareVerdicts(a, b)
        .changes.map(({ kind }) => kind)
        .filter((kind) => kind !== 'entry');
    expect([kinds(fewer, more), kinds(more, fewer)]).toEqual([
      ['entry-new', 'category-new'],
      ['entry-gone', 'category-gone'],
    ]);
  });
});
