/** Whatever the design, the rules and the marks: what is found, the sentences, the winners, the chances and the tag say one thing. */
import { describe, expect, it } from 'vitest';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import { ballotTable } from '#core/scoring/collect-marks.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import type { VerdictCategory } from '#core/verdict/verdict.ts';
import { verdictOf } from '#core/verdict/verdict-of.ts';
import { type Design, designs } from '#tests/support/tally/designs.ts';
import { report } from './report.ts';
import { tally } from './tally.ts';

const rules: TallyRules = {
  version: 1,
  criteria: [{ id: 'craft', weight: 1, scale: { min: 0, max: 100 } }],
  aggregation: { kind: 'mean' },
  official: 'raw',
  minimumPanel: 1,
  ties: [],
  levels: [],
  seats: 2,
  seed: 'table',
  draws: 1000,
  priors: null,
  seatsAtRandom: false,
};

/** One twin more of every entry that is first by mean, so that the first place is tied exactly. */
function twinned(rows: readonly MarkRow[]): readonly MarkRow[] {
  const [first] = [...new Set(rows.map(({ entry }) => entry))].sort((a, b) => meanOf(rows, b) - meanOf(rows, a));
  return [...rows, ...rows.filter(({ entry }) => entry === first).map((row) => ({ ...row, entry: `${row.entry} twin` }))];
}

function meanOf(rows: readonly MarkRow[], entry: string): number {
  const own = rows.filter((row) => row.entry === entry);
  return own.reduce((sum, { mark }) => sum + Number(mark), 0) / own.length;
}

function counted({ rows, seatsAtRandom = false, priors = null }: Design, changes: Partial<TallyRules>): VerdictCategory {
  const given = { ...rules, seatsAtRandom, priors, ...changes };
  const table = ballotTable(given.criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const found = verdictOf(table.value, given);
  if (!found.ok) throw new Error(JSON.stringify(found.refusals));
  const [category] = found.value.categories;
  if (!category) throw new Error('no category');
  return category;
}

type Change = readonly [string, (design: Design) => readonly [Design, Partial<TallyRules>]];

const changes: readonly Change[] = [
  ['as it is', (design) => [design, {}]],
  ['corrected scores official', (design) => [design, { official: 'corrected' }]],
  ['the first place tied', (design) => [{ ...design, rows: twinned(design.rows) }, {}]],
  ['the first place tied, corrected scores official', (design) => [{ ...design, rows: twinned(design.rows) }, { official: 'corrected' }]],
  ['a level nobody reaches', (design) => [design, { levels: [{ level: 'Gold', atLeast: '99' }] }]],
  ['a level for the first', (design) => [design, { levels: [{ level: 'Best', highest: true }] }]],
  ['a larger panel asked for', (design) => [design, { minimumPanel: 4 }]],
  ['sums', (design) => [design, { aggregation: { kind: 'sum' } }]],
  ['medians', (design) => [design, { aggregation: { kind: 'median' } }]],
  ['Borda points', (design) => [design, { aggregation: { kind: 'borda' } }]],
  ['an instant run-off', (design) => [design, { aggregation: { kind: 'instant-runoff' } }]],
  ['Schulze', (design) => [design, { aggregation: { kind: 'schulze' } }]],
  ['approval', (design) => [design, { aggregation: { kind: 'approval', from: 60 } }]],
];

/** Every category that comes of a design by a change; the largest is counted as it is alone. */
const cases = Object.entries(designs).flatMap(([name, design]) =>
  (name === 'more judges than a panel has' ? changes.slice(0, 1) : changes).map(([change, by]) => ({
    name: `${name}, ${change}`,
    made: by(design),
  })),
);

const named = new Set(['clear', 'likely', 'too-close', 'review', 'tied', 'first']);

/** All that would be a contradiction, as sentences; none for a good category. */
function contradictions(category: VerdictCategory, asked: TallyRules['official']): readonly string[] {
  const { entries, finding, winners, chances, review, method, draws, official, unit } = category;
  const wrong: string[] = [];
  const never = (holds: boolean, what: string) => {
    if (holds) wrong.push(what);
  };
  const ranked = entries.filter(({ status }) => status === 'ranked');
  const first = entries.filter(({ rank }) => rank === 1);
  const chance = entries.filter(({ pFirst }) => pFirst !== null);
  const [leader] = first;
  const text = tally.finding(category);
  const legend = report.legend.interval(category);
  const how = report.method.official(asked, [category]);
  const all = [
    text,
    tally.state(category, asked),
    how,
    legend,
    report.leadOf(category),
    report.inShort(category),
    report.finding(finding),
  ].join('\n');

  never(winners.length > 0 !== named.has(finding), 'winners are named by exactly the findings that name any');
  never(
    named.has(finding) &&
      [...winners].join() !==
        first
          .map(({ entry }) => entry)
          .sort()
          .join(),
    'winners are those with place 1',
  );
  never(finding === 'tied' && (winners.length < 2 || first.some(({ tied }) => !tied)), 'a tie has two winners or more');
  never(['clear', 'likely', 'too-close', 'first'].includes(finding) && winners.length !== 1, 'one winner');
  never(ranked.length < 3 && !['too-few', 'nobody-ranked'].includes(finding), 'fewer than three are not ranked');
  never(
    ['too-few', 'nobody-ranked'].includes(finding) &&
      entries.some(({ rank, pool, correctedRank }) => [rank, pool, correctedRank].some((n) => n !== null)),
    'no ranks',
  );

  never((chances === 'given') !== chance.length > 0, 'chances are given or not');
  never((chances === 'given') !== draws > 0, 'what is drawn is given');
  never(
    chances !== 'given' && entries.some(({ rankInterval, pTop, inWinnerSet }) => rankInterval !== null || pTop !== null || inWinnerSet),
    'no range without a chance',
  );
  never(chances !== 'given' && category.neighbours.length > 0, 'no chance of neighbours without one of places');
  const p = leader?.pFirst ?? null;
  never(finding === 'clear' && (p === null || p < 0.9), 'clear from .90');
  never(finding === 'likely' && (p === null || p < 0.6 || p >= 0.9), 'likely from .60');
  never(finding === 'too-close' && (p === null || p >= 0.6), 'too close below .60');
  never(finding === 'first' && chances === 'given', 'a chance that is given is told');
  never(finding === 'clear' && entries.some(({ inWinnerSet, rank }) => inWinnerSet !== (rank === 1)), 'who is clear is the winner set');
  never(chance.length > 0 && first.length > 0 && !entries.some(({ inWinnerSet }) => inWinnerSet), 'a winner set where there are chances');
  for (const pool of new Set(chance.map((entry) => entry.pool))) {
    const sum = chance.reduce((all, entry) => all + (entry.pool === pool ? (entry.pFirst ?? 0) : 0), 0);
    never(Math.abs(sum - 1) > 0.05, `chances of one field come to 1, not ${sum}`);
  }

  never(review !== (finding === 'review' || (finding === 'parts' && review)), 'what is to be looked at again is found so');
  never(review && method === 'raw', 'nothing but raw has no other winner');
  never(/\bWinner:/.test(text) && report.tags[finding] !== 'ok', 'a winner’s tag is green');
  never(report.tags[finding] === 'ok' && !text.startsWith('Winner:'), 'a green tag names a winner');
  never(/clear|probably/.test(text) !== ['clear', 'likely'].includes(finding), 'surely or probably where a chance says so');
  never(/\d %/.test(text) && chances !== 'given', 'no per cents without chances');
  never(/[Ll]ook again/.test(all) && !review, 'look again only where two scores differ');
  never(/nothing .*left to correct/i.test(all) && method !== 'raw', 'nothing to correct, and corrected');
  never(/no chance/i.test(all) && chances === 'given', 'no chance, and one given');
  never(
    /exactly tied|together|share the first/.test(report.leadOf(category)) !==
      (first.length > 1 && named.has(finding) && finding !== 'review'),
    'a tie is told',
  );
  never(/undefined|null|NaN/.test(all), 'words for everything');

  never(
    unit === 'order' && /\b(raw|exact|corrected) scores?\b|\bscores? stand/i.test(all.replace(/^Look again.*$/gm, '')),
    `no score, and one told: ${all}`,
  );
  never(chances === 'score' && /score stands|corrected score/i.test(all), `a corrected score of what is no mean: ${all}`);
  never(/corrected (score|mean)/i.test(legend) && method === 'raw', 'a legend of what is not corrected');
  never(/range/.test(legend) !== entries.some(({ standardError }) => standardError !== null), 'a legend of a range where one is drawn');
  const instead = asked === 'corrected' && official === 'raw';
  for (const said of [tally.state(category, asked), how]) {
    never(/rules make the corrected score official, but .*the raw score counts/.test(said) !== instead, `that raw counts instead: ${said}`);
  }
  never(/stands beside/.test(how) !== (asked === 'raw' && method !== 'raw'), `beside only what there is: ${how}`);
  never(
    chances !== 'given' && !/no chances|without ranks and chances|no chance|chance could rest/i.test(all) && named.has(finding),
    `why no chance is given: ${all}`,
  );
  return wrong;
}

const met: Readonly<Record<string, string>> = {
  complete: 'clear first likely no-level tied too-close',
  components: 'first parts',
  'components-at-random': 'clear first no-level review tied',
  connected: 'clear first no-level review tied too-close',
  'harshness-went-with-quality': 'clear first no-level review tied',
  'no-variance': 'first no-level tied',
  'one-judge': 'first no-level tied',
  'one-judge-with-priors': 'first no-level review tied too-close',
  'severity-only': 'first no-level review tied',
  thin: 'first likely no-level review tied',
  'too-few-entries': 'nobody-ranked too-few',
  'too-many-judges': 'first',
};

describe('what a category comes to', () => {
  const found = new Map<string, Set<string>>();
  it.each(cases)(
    'contradicts itself nowhere: $name',
    ({ made: [design, changed] }) => {
      const category = counted(design, changed);
      expect(contradictions(category, changed.official ?? rules.official)).toEqual([]);
      found.set(category.state, (found.get(category.state) ?? new Set()).add(category.finding));
    },
    60_000,
  );

  it('was held against every design there is, and most findings under each', () => {
    expect(Object.fromEntries([...found].map(([state, findings]) => [state, [...findings].sort().join(' ')]))).toEqual(met);
  });
});

const of = (name: string): Design => {
  const design = designs[name];
  if (!design) throw new Error(`no design “${name}”`);
  return design;
};

describe('judges who differ by constants and by nothing else', () => {
  it('are corrected exactly, and that is said; only where it names another first is anybody asked to look again', () => {
    const small = counted(of('judges who differ by constants'), {});
    expect([small.state, small.finding, small.review]).toEqual(['severity-only', 'first', false]);
    expect(tally.state(small)).toBe(
      'Judges differ by so many points on every entry and by nothing else: the corrected score takes that off exactly, and there is nothing left that a chance could rest on. The raw score is the official one.',
    );
    const large = counted(of('judges who differ by large constants'), {});
    expect([large.state, large.finding, large.winners]).toEqual(['severity-only', 'review', ['entry 00']]);
    expect([tally.finding(large), tally.review(large)]).toEqual([
      'First by the rules: entry 00 (no chance can be given)',
      'Look again: raw scores put entry 00 first, corrected ones entry 03.',
    ]);
  });
});

describe('which score counts, and why', () => {
  const why = (name: string, changed: Partial<TallyRules>) => tally.state(counted(of(name), changed), changed.official);

  it('is said where the rules ask for the corrected one and there is none', () => {
    const corrected = { official: 'corrected' } as const;
    expect(why('one judge an entry', corrected)).toBe(
      'Each entry has one judge: nobody can tell a severe judge from a weak entry, so no chances are given. The rules make the corrected score official, but none can be made here: the raw score counts.',
    );
    expect(why('every judge on every entry', corrected)).toMatch(
      /nothing needs correcting\. .* but there is nothing to correct here: the raw score counts\.$/,
    );
    const both = [
      { ...counted(of('a ring of panels'), corrected), category: 'Ring' },
      { ...counted(of('one judge an entry'), corrected), category: 'Lone' },
    ];
    expect(report.method.official('corrected', both)).toBe(
      'The corrected score is the official one, but not everywhere. Lone: The rules make the corrected score official, but none can be made here: the raw score counts.',
    );
  });

  it('of entries in an order is the order, and it is their mean that is corrected', () => {
    const schulze = { aggregation: { kind: 'schulze' } } as const;
    expect(why('a ring of panels', schulze)).toBe(
      'Not every judge marked every entry; shared judges link them all, so means can be corrected for how judges mark. No chances are given: they would be those of a mean, and the rules rank otherwise. The order the rules make is the official one.',
    );
    const ring = counted(of('a ring of panels'), schulze);
    expect([report.legend.interval(ring), report.legend.ghost(ring), report.method.official('raw', [ring])]).toEqual([
      'Corrected mean of its ballots, with the range that holds it nine times in ten',
      'Mean of its ballots as they are',
      'The exact order is the official one; the mean of its ballots, corrected, stands beside it to show what the choice of judges did.',
    ]);
    expect(report.legend.interval(counted(of('one judge an entry'), {}))).toBe('Score');
  });
});

describe('fewer than three entries with a panel', () => {
  it.each([
    ['one entry', 1, 'No ranks: entry 00 has nobody to be compared with. People decide whether it is awarded.'],
    ['two entries', 2, 'No ranks: two entries are too few to compare. entry 00 has the better score; people decide whether that wins.'],
  ])('%s: raw scores in their order, no rank, no chance, no winner', (name, n, sentence) => {
    for (const official of ['raw', 'corrected'] as const) {
      const category = counted(of(name), { official });
      expect([category.state, category.official, category.finding, category.winners]).toEqual(['too-few-entries', 'raw', 'too-few', []]);
      expect(category.entries.map(({ entry, rank, rawRank, pFirst, goesThrough }) => [entry, rank, rawRank, pFirst, goesThrough])).toEqual(
        Array.from({ length: n }, (_, i) => [`entry 0${i}`, null, i + 1, null, true]),
      );
      expect(category.entries.every(({ raw }) => raw !== null)).toBe(true);
      expect(Object.values(category.robustness.leaveOneOut)).toEqual([
        { tested: false, why: 'too-few-entries' },
        { tested: false, why: 'too-few-entries' },
      ]);
      expect(tally.finding(category)).toBe(sentence);
    }
  });

  it('many entries of which two have their panel are two, whatever the others told of the judges', () => {
    const rows = of('a ring of panels').rows.filter(({ entry, judge }) => entry < 'entry 02' || judge < 'judge 3');
    const category = counted({ rows }, { minimumPanel: 5, official: 'corrected' });
    expect([category.state, category.method, category.finding]).toEqual(['too-few-entries', 'raw', 'too-few']);
    const ranked = category.entries.filter(({ status }) => status === 'ranked');
    expect(ranked.map(({ corrected }) => corrected)).toEqual(ranked.map(({ mean }) => mean));
  });

  it('a level by score is reached without a rank; where a place would have to decide, none is given in its stead', () => {
    const levelsBy = (name: string, ...levels: TallyRules['levels']) => counted(of(name), { levels }).entries.map(({ level }) => level);
    const good = { level: 'Good', atLeast: '10' };
    expect(levelsBy('two entries', { level: 'Best', atLeast: '99', highest: true }, good)).toEqual(['Good', 'Good']);
    for (const open of [{ highest: true }, { top: 1 }, { percentile: 50 }, { margin: '1' }]) {
      expect(levelsBy('two entries', { level: 'Best', atLeast: '10', ...open }, good)).toEqual([null, null]);
      expect(levelsBy('every judge on every entry', { level: 'Best', atLeast: '10', ...open }, good)[0]).toBe('Best');
    }
  });
});

describe('parts of a category that no judge joins', () => {
  const category = counted(of('two parts no judge joins'), {});

  it('are ranked each by itself, whichever score is official; nobody is first of all', () => {
    for (const own of [category, counted(of('two parts no judge joins'), { official: 'corrected' })]) {
      expect([own.finding, own.winners]).toEqual(['parts', []]);
      const ranks = own.entries.map(({ pool, rank }) => [pool, rank]);
      expect(ranks).toEqual([0, 1].flatMap((pool) => [1, 2, 3, 4].map((rank) => [pool, rank])));
    }
    expect(category.entries.map(({ rawRank }) => rawRank ?? 0).sort((a, b) => a - b)).not.toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(tally.finding(category)).toMatch(
      /^No one winner: no judge joins its parts\. First in part 1 entry 0\d and in part 2 entry 0\d\. A judge who reads entries of each could join them; else people decide\.$/,
    );
  });

  it('of one entry alone have no rank', () => {
    const { entries, finding } = counted(of('a part of one entry'), {});
    const alone = entries.find(({ entry }) => entry === 'entry 05');
    expect([finding, alone?.status, alone?.rank, alone?.pFirst, alone?.pool]).toEqual(['parts', 'ranked', null, null, null]);
  });
});

describe('chances', () => {
  it('are told of the first and of whoever else is likeliest, as chances of being truly first', () => {
    const close = counted(of('a ring of panels, four ahead'), {});
    const [first] = close.entries;
    const other = close.entries.slice(1).sort((a, b) => (b.pFirst ?? 0) - (a.pFirst ?? 0))[0];
    const per = (share: number | null | undefined) => `${Math.round((share ?? 0) * 100)} %`;
    expect(tally.finding(close)).toBe(
      `First: ${first?.entry}, too close to call (chance of being truly first: ${per(first?.pFirst)}; ${other?.entry} ${per(other?.pFirst)})`,
    );
  });

  it('are of the mean, and given of no score that ranks otherwise', () => {
    for (const kind of ['mean', 'sum', 'median', 'mean-rank', 'borda', 'schulze', 'instant-runoff'] as const) {
      const category = counted(of('every judge on every entry'), { aggregation: { kind } });
      const given = kind === 'mean' || kind === 'sum';
      expect([kind, category.chances, category.draws > 0, category.neighbours.length > 0]).toEqual([
        kind,
        given ? 'given' : 'score',
        given,
        given,
      ]);
      expect(
        category.entries.every(({ pFirst, pTop, rankInterval }) => [pFirst, pTop, rankInterval].every((one) => (one !== null) === given)),
      ).toBe(true);
      expect(/No chances are given: they would be those of a mean/.test(tally.state(category))).toBe(!given);
    }
  });

  it('are shown neither as nothing nor as certain', () => {
    expect([0, 0.004, 0.006, 0.5, 0.994, 1].map(tally.chance)).toEqual(['< 1 %', '< 1 %', '1 %', '50 %', '99 %', '> 99 %']);
  });
});
