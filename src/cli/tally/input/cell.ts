import type { Refusal } from '#core/problems/refusal.ts';
import type { NotScored } from '#core/scoring/ballot-table.ts';
import { stepsOf } from '#core/scoring/scale.ts';
import type { WrittenRules } from '#core/verdict/rules-shape.ts';
import { type CellPlace, wholeNumber } from '#platform/formats/csv.server.ts';

/** What people write where there is no mark. An empty cell is a missing mark; none of these is ever a zero. */
const words: ReadonlyMap<string, NotScored> = new Map([
  ['missing', 'missing'],
  ['n/a', 'notApplicable'],
  ['na', 'notApplicable'],
  ['not applicable', 'notApplicable'],
  ['abstain', 'abstained'],
  ['abstained', 'abstained'],
  ['recuse', 'recused'],
  ['recused', 'recused'],
  ['conflict', 'recused'],
]);

export const notScoredWord = (text: string): NotScored | undefined => words.get(text.toLowerCase());

/** How the marks of one criterion are written: in so many steps to a mark of 1, and words with what they are worth. */
export type Marking = {
  readonly steps: number;
  readonly worth?: ReadonlyMap<string, number>;
  /** It is measured by the rules, and so is no criterion. */
  readonly metric?: true;
};

const whole: Marking = { steps: 1 };

/** By criterion: what the rules say of how its marks are written. */
export function markingOf({ criteria = [], metrics, scale, step }: WrittenRules): (criterion: string) => Marking {
  const usual: Marking = { steps: stepsOf({ step: scale?.step ?? step ?? 1 }) };
  const own = new Map(
    criteria.map(({ id, scale: given, gate, marks }): [string, Marking] => {
      const steps = stepsOf({ step: given?.step ?? (gate ? undefined : scale?.step) ?? step ?? 1 });
      const worth = marks && new Map(Object.entries(marks).map(([word, mark]) => [word.toLowerCase(), Math.round(mark * steps)]));
      return [id, { steps, ...(worth && { worth }) }];
    }),
  );
  for (const { metric } of metrics ?? []) if (!own.has(metric)) own.set(metric, { ...usual, metric: true });
  if (usual.steps === 1 && [...own.values()].every(({ steps, worth, metric }) => steps === 1 && !worth && !metric)) return () => whole;
  return (criterion) => own.get(criterion) ?? usual;
}

/** `82 %`, `3.5 min`, `€ 1,200`: something measured. */
const measured =
  /^(?:[+-]?[\d.,]+\s*(?:[%‰€$£¥°]|ms|s|sec|seconds|min|mins|minutes|h|hrs|hours|d|days|pts|points|percent)|[€$£¥]\s*[\d.,]+)\.?$/iu;

/** `4. Accept`, `4 – Accept`, `4 (Accept)`, `B. Good`: a mark with what it means beside it. */
const labelled = /^([+-]?\d{1,4}|\p{L})(?:\s*[.:)=–—-]\s*|\s*\(|\s)(?=["'“(]?\p{L})/u;

/** The mark of a cell that says beside it what it means; the whole text of any other. */
export function withoutLabel(text: string): string {
  if (text.length < 3 || measured.test(text)) return text;
  return labelled.exec(text)?.[1] ?? text;
}

const decimal = /^([+-]?\d*)\.?(\d*)$/;

/** A number with decimals in steps; undefined for a text that is none. */
function inSteps(text: string, steps: number): number | 'between' | undefined {
  const [, whole = '', given = ''] = decimal.exec(text) ?? [];
  const decimals = given.replace(/0+$/, '');
  if (!/\d/.test(whole + given) || whole.length + decimals.length > 12) return undefined;
  const tens = 10 ** decimals.length;
  const parts = Number(`${whole === '' || whole === '-' || whole === '+' ? `${whole}0` : whole}${decimals}`) * steps;
  return parts % tens === 0 ? parts / tens : 'between';
}

function numberIn(written: string, { steps }: Marking, comma: boolean, at: CellPlace): number | Refusal {
  const facts = { ...at, value: written };
  if (comma && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(written)) return { code: 'csv.thousands-or-decimals', facts };
  const text = comma ? written.replace(',', '.') : written;
  const found = inSteps(text, steps);
  if (typeof found === 'number') return found;
  if (found === 'between')
    return steps === 1 ? { code: 'csv.decimal-mark', facts } : { code: 'csv.between-steps', facts: { ...facts, step: 1 / steps } };
  const refused = wholeNumber(text, at);
  if (typeof refused === 'number') return refused * steps;
  return refused.code === 'csv.bad-number' && measured.test(written) ? { code: 'csv.measured', facts } : { ...refused, facts };
}

/**
 * The mark in a cell in steps, why there is none, null for an empty cell, or what is wrong with it. `comma`: whether one stands before
 * decimals.
 */
export function markIn(text: string, marking: Marking, comma: boolean, at: () => CellPlace): number | NotScored | null | Refusal {
  if (text === '') return null;
  // One or two figures, which nearly every mark is.
  const [first, second] = [text.charCodeAt(0) - 48, text.charCodeAt(1) - 48];
  if (first >= 0 && first <= 9 && text.length === 1) return first * marking.steps;
  if (first >= 0 && first <= 9 && second >= 0 && second <= 9 && text.length === 2) return (first * 10 + second) * marking.steps;
  return notScoredWord(text) ?? marking.worth?.get(text.toLowerCase()) ?? numberIn(text, marking, comma, at());
}

/** A mark decided by people, in the judges' units: with decimals where they were given. */
export function decidedMark(text: string, comma: boolean, at: CellPlace): number | NotScored | null | Refusal {
  if (text === '') return null;
  const fine = 1000;
  const found = notScoredWord(text) ?? numberIn(text, { steps: fine }, comma, at);
  return typeof found === 'number' ? found / fine : found;
}

/** A day number as spreadsheets count them: day 1 is 1 January 1900, and they believe in 29 February 1900. */
const serial = /^\d{5}(\.\d+)?$/;
const iso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?( ?(Z|[+-]\d{2}:?\d{2}))?)?$/;

/** When a ballot was handed in, in ms since 1970: ISO 8601, UTC where no zone is said, or a spreadsheet's day number. */
export function timeIn(text: string, at: CellPlace): number | null | Refusal {
  if (text === '') return null;
  if (serial.test(text)) return Math.round((Number(text) - 25_569) * 86_400_000);
  if (iso.test(text)) {
    const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) || text.length === 10 ? text : `${text}Z`;
    const time = Date.parse(zoned.replace(/ (?=\d{2}:)/, 'T').replace(/ (?=[Z+-])/, ''));
    if (!Number.isNaN(time)) return time;
  }
  return { code: 'tally.time-not-readable', facts: { ...at, value: text } };
}
