import type { Facts } from '../problems/problem.ts';
import type { Refusal, Result } from '../problems/refusal.ts';
import { type BallotTable, isMark, type NotScored, notScored } from '../scoring/ballot-table.ts';
import { type Scale, scaleOf, shownMark, stepOf, stepsIn } from '../scoring/scale.ts';
import type { Sources } from './blended/sources.ts';
import type { TallyRules } from './rules.ts';

/** A mark decided otherwise than the judge gave it. The empty criterion means the whole ballot; no round means the only one it is found in. */
export type Override = {
  readonly category: string;
  readonly entry: string;
  readonly judge: string;
  readonly criterion: string;
  readonly mark: number | NotScored;
  readonly who: string;
  readonly why: string;
  readonly file: string;
  readonly row: number;
  readonly round?: string;
};

/** One mark as it was and as it is, with who answers for it. */
export type Applied = Pick<Override, 'category' | 'entry' | 'judge' | 'criterion' | 'who' | 'why' | 'round'> & {
  readonly was: string;
  readonly is: string;
};

/** What is no mark, as files write it. */
const written: Readonly<Record<NotScored, string>> = { missing: 'none', notApplicable: 'n/a', abstained: 'abstained', recused: 'recused' };

const notScoredName = (value: number): NotScored =>
  (Object.keys(notScored) as NotScored[]).find((name) => notScored[name] === value) ?? 'missing';

const nameOf = (value: number, scale: Scale): string => (isMark(value) ? String(shownMark(value, scale)) : written[notScoredName(value)]);

const keyOf = ({ category, entry, judge }: Pick<Override, 'category' | 'entry' | 'judge'>): string =>
  JSON.stringify([category, entry, judge]);

/** Where each ballot stands, by the names of its category, entry and judge. */
function ballotNumbers({ categories, entries, judges, ballotEntry, ballotJudge }: BallotTable): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  ballotEntry.forEach((entry, ballot) => {
    const { name = '', category = 0 } = entries[entry] ?? {};
    numbers.set(keyOf({ category: categories[category] ?? '', entry: name, judge: judges[ballotJudge[ballot] ?? 0]?.name ?? '' }), ballot);
  });
  return numbers;
}

const factsOf = ({ category, entry, judge, criterion, file, row }: Override): Facts => ({ category, entry, judge, criterion, file, row });

/** The zero of an empty seat that would count beside a mark somebody decided: it is below its scale, and no mark. */
function leftBelow({ criteria }: BallotTable, marks: Int32Array, ballot: number, override: Override): Refusal[] {
  const width = criteria.length;
  const given = [...marks.subarray(ballot * width, (ballot + 1) * width)];
  if (given.every((mark) => !isMark(mark) || mark === 0)) return [];
  const column = given.findIndex((mark, c) => mark === 0 && (criteria[c]?.scale.min ?? 0) > 0);
  const { id = '', scale = { min: 0, max: 0 } } = criteria[column] ?? {};
  return column < 0 ? [] : [{ code: 'scoring.mark-outside-scale', facts: { ...factsOf(override), criterion: id, mark: 0, ...scale } }];
}

/** The table with these marks in place of the judges' own, and what was changed; a later override of the same mark holds. */
function overriddenTable(table: BallotTable, numbers: ReadonlyMap<string, number>, overrides: readonly Override[]) {
  const marks = table.marks.slice();
  const refusals: Refusal[] = [];
  const applied: Applied[] = [];
  const touched = new Map<number, Override>();
  for (const override of overrides) {
    const { category, entry, judge, criterion, who, why, mark, round } = override;
    const ballot = numbers.get(keyOf(override));
    const columns = [...table.criteria.keys()].filter((column) => criterion === '' || table.criteria[column]?.id === criterion);
    if (ballot === undefined || columns.length === 0) refusals.push({ code: 'tally.override-without-ballot', facts: factsOf(override) });
    else touched.set(ballot, override);
    for (const column of columns) {
      const id = table.criteria[column]?.id ?? '';
      const scale = scaleOf(table.criteria, column);
      if (typeof mark === 'number' && (mark < scale.min || mark > scale.max)) {
        refusals.push({ code: 'scoring.mark-outside-scale', facts: { ...factsOf(override), criterion: id, mark, ...scale } });
        continue;
      }
      const is = typeof mark === 'number' ? stepsIn(mark, scale) : notScored[mark];
      if (is === undefined) {
        refusals.push({ code: 'scoring.mark-between-steps', facts: { ...factsOf(override), criterion: id, mark, step: stepOf(scale) } });
        continue;
      }
      if (ballot === undefined) continue;
      const cell = ballot * table.criteria.length + column;
      const of = { category, entry, judge, criterion: id, ...(round !== undefined && { round }) };
      applied.push({ ...of, who, why, was: nameOf(marks[cell] ?? 0, scale), is: nameOf(is, scale) });
      marks[cell] = is;
    }
  }
  refusals.push(...[...touched].flatMap(([ballot, override]) => leftBelow(table, marks, ballot, override)));
  return { refusals, applied, table: { ...table, marks } };
}

/** Which of several rounds an override is of: the one it names, else the only one with such a ballot. */
function roundOf(override: Override, names: readonly string[], numbers: readonly ReadonlyMap<string, number>[]): number | Refusal {
  const { round } = override;
  const rounds = names.join(', ');
  if (round !== undefined) {
    const named = names.indexOf(round);
    return named >= 0 ? named : { code: 'blend.unknown-round', facts: { ...factsOf(override), round, rounds } };
  }
  const found = [...numbers.keys()].filter((i) => numbers[i]?.has(keyOf(override)));
  return found.length > 1 ? { code: 'tally.override-in-several-rounds', facts: { ...factsOf(override), rounds } } : (found[0] ?? 0);
}

/** The ballots of all rounds with what people decided in place of the judges' own marks, and what was changed. */
export function overridden(
  sources: Sources,
  { rounds = [] }: TallyRules,
  overrides: readonly Override[],
): Result<{ readonly sources: Sources; readonly applied: readonly Applied[] }> {
  if (overrides.length === 0) return { ok: true, value: { sources, applied: [] } };
  const names = rounds.map(({ round }) => round);
  const numbers = sources.rounds.map(ballotNumbers);
  const refusals: Refusal[] = [];
  const own: Override[][] = sources.rounds.map(() => []);
  for (const override of overrides) {
    const round = roundOf(override, names, numbers);
    if (typeof round === 'object') refusals.push(round);
    else own[round]?.push(names.length > 1 ? { ...override, round: names[round] ?? '' } : override);
  }
  const changed = sources.rounds.map((table, i) => overriddenTable(table, numbers[i] ?? new Map(), own[i] ?? []));
  refusals.push(...changed.flatMap((one) => one.refusals));
  if (refusals.length > 0) return { ok: false, refusals };
  const value = { sources: { ...sources, rounds: changed.map(({ table }) => table) }, applied: changed.flatMap(({ applied }) => applied) };
  return { ok: true, value };
}
