import type { Refusal } from '#core/problems/refusal.ts';
import type { NotScored } from '#core/scoring/ballot-table.ts';
import { type CellPlace, wholeNumber } from '#platform/formats/csv.server.ts';

/** What people write where there is no mark. An empty cell is a missing mark; none of these is ever a zero. */
const words: Readonly<Record<string, NotScored>> = {
  missing: 'missing',
  'n/a': 'notApplicable',
  na: 'notApplicable',
  'not applicable': 'notApplicable',
  abstain: 'abstained',
  abstained: 'abstained',
  recuse: 'recused',
  recused: 'recused',
  conflict: 'recused',
};

export const notScoredWord = (text: string): NotScored | undefined => words[text.toLowerCase()];

/** The mark in a cell, why there is none, null for an empty cell, or what is wrong with it. */
export function markIn(text: string, at: () => CellPlace): number | NotScored | null | Refusal {
  if (text === '') return null;
  // One or two figures, which nearly every mark is.
  const [first, second] = [text.charCodeAt(0) - 48, text.charCodeAt(1) - 48];
  if (first >= 0 && first <= 9 && text.length === 1) return first;
  if (first >= 0 && first <= 9 && second >= 0 && second <= 9 && text.length === 2) return first * 10 + second;
  return notScoredWord(text) ?? wholeNumber(text, at());
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
