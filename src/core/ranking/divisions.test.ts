import { expect, test } from 'vitest';
import { random } from '../numeric/random.ts';
import { canonicalJson, plainJson } from '../record/canonical.ts';
import type { MarkRow } from '../scoring/ballot-table.ts';
import { ballotTable } from '../scoring/collect-marks.ts';
import type { DeclaredEntry } from '../scoring/collecting/build-table.ts';
import type { TallyRules } from '../verdict/rules.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { verdictOf } from '../verdict/verdict-of.ts';

const scale = { min: 0, max: 10 };
const rules: TallyRules = {
  version: 1,
  criteria: [
    { id: 'craft', weight: 2, scale },
    { id: 'impact', weight: 1, scale },
  ],
  aggregation: { kind: 'mean' },
  // A ballot of noughts is one: whether a seat stood empty is asked of all ballots together.
  emptySeats: 'count',
  official: 'raw',
  minimumPanel: 2,
  ties: [{ by: 'criteria' }],
  levels: [
    { level: 'Gold', highest: true },
    { level: 'Finalist', top: 3 },
  ],
  seats: 2,
  seed: 'divisions',
  draws: 400,
  priors: null,
  seatsAtRandom: false,
};

type Season = { readonly rows: readonly MarkRow[]; readonly entries: readonly DeclaredEntry[] };

/** Entries of one category read by some of six judges, who differ; half of the seasons have gaps. */
function season(seed: string): Season {
  const { below } = random(seed);
  const severity = Array.from({ length: 6 }, () => below(4) - 2);
  const gaps = below(2) === 0;
  const entries = Array.from({ length: 9 + below(8) }, (_, i) => ({ category: 'T', entry: `entry ${i}`, quality: 3 + below(5) }));
  const rows = entries.flatMap(({ category, entry, quality }, i) =>
    [0, 1, 2, 3].flatMap((step) => {
      const judge = (i + step) % 6;
      const given = () => Math.max(0, Math.min(10, quality + (severity[judge] ?? 0) + below(3) - 1));
      return ['craft', 'impact'].flatMap((criterion) => {
        const mark = given();
        return gaps && below(12) === 0 ? [] : [{ category, entry, judge: `judge ${judge}`, criterion, mark }];
      });
    }),
  );
  return { rows, entries: entries.map(({ category, entry }) => ({ category, entry })) };
}

function verdict({ rows, entries }: Season, changes: Partial<TallyRules> = {}): Verdict {
  const given = { ...rules, ...changes };
  const table = ballotTable(given.criteria, rows, entries);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const found = verdictOf(table.value, given);
  if (!found.ok) throw new Error(JSON.stringify(found.refusals));
  return found.value;
}

const byJudge = (ballots: Verdict['categories'][number]['entries'][number]['ballots']) =>
  ballots.map(({ judge, composite }) => `${judge} ${composite}`).sort();

const shown = (score: number | null): string => (score ?? Number.NaN).toFixed(4);

const seeds = Array.from({ length: 8 }, (_, i) => `season ${i}`);
const kinds: readonly Partial<TallyRules>[] = [{}, { official: 'corrected' }, { skipped: 'impute' }];

const divided = ({ rows, entries }: Season, divisionOf: (i: number) => string): Season => ({
  rows,
  entries: entries.map((entry, i) => ({ ...entry, division: divisionOf(i) })),
});

test.each(seeds)('a single division for everybody is the whole category, to the byte (%s)', (seed) => {
  const given = season(seed);
  for (const change of kinds) {
    const [whole, one] = [
      verdict(given, change),
      verdict(
        divided(given, () => 'all'),
        change,
      ),
    ];
    const { categories, ...rest } = one;
    expect(categories.map(({ division }) => division)).toEqual(['all']);
    const stripped = { ...rest, categories: categories.map(({ division: _said, ...category }) => category) };
    expect(canonicalJson(plainJson(stripped))).toBe(canonicalJson(plainJson(whole)));
  }
});

test.each(seeds)('each division is ranked by itself, by the scores of the whole panel (%s)', (seed) => {
  const given = season(seed);
  const { below } = random(`${seed} divided`);
  const where = given.entries.map(() => (below(3) === 0 ? 'small' : 'open'));
  for (const change of kinds) {
    const whole = verdict(given, change);
    const apart = verdict(
      divided(given, (i) => where[i] ?? ''),
      change,
    );
    const inWhole = new Map(whole.categories.flatMap(({ entries }) => entries.map((entry) => [entry.entry, entry])));
    expect(apart.counted).toEqual(whole.counted);
    expect(apart.fit.judges).toHaveLength(whole.fit.judges.length);
    for (const { entries, division } of apart.categories) {
      const ranked = entries.filter(({ status }) => status === 'ranked');
      const enough = ranked.length >= 3;
      expect(entries.map(({ entry }) => entry).sort()).toEqual(
        given.entries.flatMap(({ entry }, i) => (where[i] === division ? [entry] : [])).sort(),
      );
      const told = entries.map((own) => {
        const { entry, raw, ballots, corrected, rank, level, goesThrough } = own;
        const isRanked = enough && own.status === 'ranked';
        return {
          entry,
          raw,
          ballots: byJudge(ballots),
          ...(isRanked ? { corrected: shown(corrected), rank, level, goesThrough } : { rank }),
        };
      });
      const expected = entries.map(({ entry, status }) => {
        const before = inWhole.get(entry);
        const rank = 1 + ranked.filter((other) => (inWhole.get(other.entry)?.rank ?? 0) < (before?.rank ?? 0)).length;
        const level = rank === 1 ? 'Gold' : rank <= 3 ? 'Finalist' : null;
        const place = { corrected: shown(before?.corrected ?? null), rank, level, goesThrough: rank <= 2 };
        const same = { entry, raw: before?.raw, ballots: byJudge(before?.ballots ?? []) };
        return { ...same, ...(enough && status === 'ranked' ? place : { rank: null }) };
      });
      expect(told).toEqual(expected);
      // The chances of a division are shared out within it: told to two decimals each, or none.
      const chances = ranked.reduce((sum, { pFirst }) => sum + (pFirst ?? 0), 0);
      expect(ranked.every(({ pFirst }) => pFirst === null) ? 1 : Math.round(chances * 10) / 10).toBe(1);
    }
  }
});

test.each(seeds.slice(0, 4))('places of ranks given by judges compare the entries of a division alone (%s)', (seed) => {
  const given = season(seed);
  const where = given.entries.map((_, i) => (i % 2 === 0 ? 'small' : 'open'));
  const change: Partial<TallyRules> = { aggregation: { kind: 'mean-rank' }, levels: [], ties: [] };
  const apart = verdict(
    divided(given, (i) => where[i] ?? ''),
    change,
  );
  for (const { division, entries } of apart.categories) {
    const names = new Set(given.entries.flatMap(({ entry }, i) => (where[i] === division ? [entry] : [])));
    const alone = verdict(
      { rows: given.rows.filter(({ entry }) => names.has(entry)), entries: given.entries.filter(({ entry }) => names.has(entry)) },
      change,
    );
    const places = (all: Verdict['categories'][number]['entries']) =>
      new Map(all.map(({ entry, rawRank, raw, status }) => [entry, [rawRank, raw, status]]));
    expect(places(entries)).toEqual(places(alone.categories[0]?.entries ?? []));
  }
});

test('an entry without a division is not ranked beside entries it does not compete with', () => {
  const { rows, entries } = season('open');
  const some = entries.map((entry, i) => (i === 3 ? entry : { ...entry, division: 'open' }));
  expect(ballotTable(rules.criteria, rows, some)).toEqual({
    ok: false,
    refusals: [{ code: 'scoring.entry-without-division', facts: { category: 'T', entry: 'entry 3' } }],
  });
});
