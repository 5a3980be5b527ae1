/** The count by an edition's award rules: core's verdict on each of its tallies, kept as far as it decides. */

import { proposedPlace } from '#core/awarding/proposed-place.ts';
import { add, type Fraction, fraction, fromText, toText } from '#core/numeric/fraction.ts';
import type { Result } from '#core/problems/refusal.ts';
import { openLevels } from '#core/ranking/levels.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import { ballotTable } from '#core/scoring/collect-marks.ts';
import { stepsOf } from '#core/scoring/scale.ts';
import { isBlend } from '#core/verdict/blended/blend-refusals.ts';
import { blendedVerdict } from '#core/verdict/blended/blended-verdict.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import type { Verdict, VerdictCategory, VerdictEntry } from '#core/verdict/verdict.ts';
import { verdictOf } from '#core/verdict/verdict-of.ts';
import {
  type CountedBallot,
  type CountedCriterion,
  type CountedEntry,
  type CountedFigure,
  type CountedTally,
  declared,
  divisionOpen,
  type TallyResult,
} from './counted.ts';

export type RuledBallots = {
  readonly minimumPanel: number;
  readonly tallies: readonly CountedTally[];
  readonly criteria: readonly CountedCriterion[];
  readonly entries: readonly CountedAs[];
  readonly marks: readonly MarkRow[];
  /** Left out where no score is made of anything but ballots. */
  readonly figures?: readonly EntryFigure[];
};

/** An entry with the division it is ranked in; null: nobody could tell. */
type CountedAs = Pick<CountedEntry, 'entry' | 'category' | 'division'>;

export type EntryFigure = CountedFigure & { readonly entry: string; readonly category: string };

/** Marks by entry and judge. */
type Given = ReadonlyMap<string, ReadonlyMap<string, CountedBallot['marks']>>;

function givenOn(rows: readonly MarkRow[]): Given {
  const entries = Map.groupBy(rows, ({ entry }) => entry);
  const kept = (mark: MarkRow['mark']) => (mark === 'notApplicable' ? [null] : typeof mark === 'number' ? [mark] : []);
  const marksIn = (own: readonly MarkRow[]) =>
    Object.fromEntries(own.flatMap(({ criterion, mark }) => kept(mark).map((each) => [criterion, each])));
  return new Map(
    [...entries].map(([entry, own]) => [
      entry,
      new Map([...Map.groupBy(own, ({ judge }) => judge)].map(([judge, marks]) => [judge, marksIn(marks)])),
    ]),
  );
}

function meansOf(ballots: readonly Pick<CountedBallot, 'marks'>[], { criteria }: TallyRules): ReadonlyMap<string, Fraction> {
  const steps = new Map(criteria.map(({ id, scale }) => [id, stepsOf(scale)]));
  const given = Map.groupBy(
    ballots.flatMap(({ marks }) => Object.entries(marks)),
    ([criterion]) => criterion,
  );
  return new Map(
    [...given].flatMap(([id, all]) => {
      const marks = all.flatMap(([, mark]) => mark ?? []);
      const sum = marks.reduce((total, mark) => total + mark, 0);
      return marks.length === 0 ? [] : [[id, fraction(sum, marks.length * (steps.get(id) ?? 1))] as const];
    }),
  );
}

/** What people have to decide on an entry, where the rules would compare it and nobody is ranked with it. */
function openFor(entry: VerdictEntry, ranked: boolean, ballots: readonly CountedBallot[], rules: TallyRules): readonly string[] {
  if (ranked || entry.status !== 'ranked' || entry.raw === null) return [];
  return openLevels({ score: fromText(entry.raw.fraction), means: meansOf(ballots, rules) }, rules.levels);
}

function outOf({ noPlace }: VerdictEntry): Pick<CountedEntry, 'out'> {
  // Whom no judge has answered for yet has too few ballots, and nothing else.
  if (noPlace?.facts.judges === 0) return {};
  return noPlace?.key === 'gate-not-passed' || noPlace?.key === 'source-missing' ? { out: noPlace.key } : {};
}

/** Where nobody knows whom an entry is ranked with. */
const nobody = { place: null, tied: false, ranked: false } as const;

type Said = { readonly given: Given; readonly figures: readonly EntryFigure[] };

function countedEntry(category: VerdictCategory, entry: VerdictEntry, { given, figures }: Said, rules: TallyRules): CountedEntry {
  const isOpen = category.division === divisionOpen;
  const { place, tied, ranked } = isOpen ? nobody : proposedPlace(category, entry);
  const marksBy = (judge: string) => given.get(entry.entry)?.get(judge) ?? {};
  const ballots = entry.ballots.map(({ judge, composite }) => ({ judge, sum: composite, mean: composite, marks: marksBy(judge) }));
  const own = figures.flatMap(({ entry: of, category: _in, ...figure }) => (of === entry.entry ? [figure] : []));
  const open = openFor(entry, ranked || isOpen, ballots, rules);
  const total = ballots.reduce((sum, { mean }) => add(sum, fromText(mean)), fraction(0));
  return {
    category: category.category,
    entry: entry.entry,
    ...(category.division !== undefined && { division: isOpen ? null : category.division }),
    rank: place,
    tied,
    score: place === null ? null : (entry.raw?.fraction ?? null),
    total: toText(total),
    ballots,
    ...(rules.levels.length > 0 && { level: isOpen ? null : entry.level }),
    ...(open.length > 0 && { open }),
    ...(own.length > 0 && { figures: own }),
    ...(isOpen ? { out: 'division-open' as const } : outOf(entry)),
    ...(entry.setAside.length > 0 && { setAside: entry.setAside.map(({ judge, reason }) => ({ judge, reason, marks: marksBy(judge) })) }),
  };
}

/** Core's verdict on what one tally counts; null where there is not a single ballot. */
export function verdictOn(
  { rules }: CountedTally,
  rows: readonly MarkRow[],
  entries?: readonly CountedAs[],
  figures: readonly EntryFigure[] = [],
): Result<Verdict | null> {
  if (rows.length === 0) return { ok: true, value: null };
  const table = ballotTable(rules.criteria, rows, entries?.map(declared));
  if (!table.ok || !isBlend(rules)) return table.ok ? verdictOf(table.value, rules) : table;
  const said = figures.map(({ category, entry, source, of, value }) => ({ of, source, category, entry, value, file: null, row: null }));
  const values = said.flatMap(({ of, source: metric, ...rest }) => (of === 'value' ? [{ ...rest, metric }] : []));
  const votes = said.flatMap(({ of, source: count, value, ...rest }) =>
    of === 'count' ? [{ ...rest, votes: value, ...(rules.counts && { count }) }] : [],
  );
  return blendedVerdict({ rounds: [table.value], values, votes }, rules);
}

const uncounted = ({ entry, category, division }: CountedAs, { levels }: TallyRules): CountedEntry => ({
  category,
  entry,
  ...(division !== undefined && { division }),
  rank: null,
  tied: false,
  score: null,
  total: '0',
  ballots: [],
  ...(levels.length > 0 && { level: null }),
  ...(division === null && { out: 'division-open' as const }),
});

export function countByRules({ minimumPanel, tallies, criteria, entries, marks, figures = [] }: RuledBallots): Result<TallyResult> {
  const counted: CountedEntry[] = [];
  for (const tally of tallies) {
    const here = new Set(tally.categories);
    const [rows, own] = [marks.filter(({ category }) => here.has(category)), entries.filter(({ category }) => here.has(category))];
    const known = figures.filter(({ category }) => here.has(category));
    const verdict = verdictOn(tally, rows, own, known);
    if (!verdict.ok) return verdict;
    const given = givenOn(rows);
    const found = verdict.value?.categories.flatMap((category) =>
      category.entries.map((entry) => countedEntry(category, entry, { given, figures: known }, tally.rules)),
    );
    counted.push(...(found ?? own.map((entry) => uncounted(entry, tally.rules))));
  }
  return { ok: true, value: { v: 2, minimumPanel, weightTotal: '0', criteria, entries: counted, tallies } };
}
