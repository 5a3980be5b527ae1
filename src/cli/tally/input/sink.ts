import type { Refusal } from '#core/problems/refusal.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import { collectMarks, type MarkCollector } from '#core/scoring/collect-marks.ts';
import type { RoundReading } from './rounds.ts';

/** More marks than a panel of judges makes: a table of them all would not stay within the memory and time that are promised. */
export const mostMarks = 3_000_000;

/** What was taken for granted or passed over while reading; said beside the result, never refused. */
export type Note =
  | { readonly kind: 'columns-passed-over'; readonly file: string; readonly columns: readonly string[] }
  | { readonly kind: 'one-category'; readonly file: string }
  | { readonly kind: 'sheets-passed-over'; readonly file: string; readonly sheets: readonly string[] };

/** Refusals kept; a column in the wrong format would otherwise fill the memory. */
const keptRefusals = 1000;

/** Where the marks of all files come together. */
export class Sink {
  /** By round; under the empty name where there are no rounds. */
  readonly collectors = new Map<string, MarkCollector>();
  readonly refusals: Refusal[] = [];
  readonly notes: Note[] = [];
  readonly #names = new Map<string, string>();
  readonly #progress: (marks: number) => void;
  readonly #rounds: RoundReading | undefined;
  #refused = 0;
  #marks = 0;

  constructor(progress: (marks: number) => void = () => {}, rounds?: RoundReading) {
    this.#progress = progress;
    this.#rounds = rounds;
    if (!rounds) this.collectors.set('', collectMarks());
  }

  /** Takes a mark into its round; `said`: what its row says of it. */
  add(row: MarkRow, said: string): void {
    const at = this.#rounds?.roundOf(row.file ?? '', row.row ?? 0, said) ?? { round: '' };
    if ('code' in at) {
      this.refuse(at);
      return;
    }
    let collector = this.collectors.get(at.round);
    if (!collector) {
      collector = collectMarks();
      this.collectors.set(at.round, collector);
    }
    collector.add(row);
    this.#marks += 1;
  }

  get refused(): number {
    return this.#refused;
  }

  refuse(refusal: Refusal): void {
    this.#refused += 1;
    if (this.refusals.length < keptRefusals) this.refusals.push(refusal);
  }

  /** A name that stands on its own: one cut out of a piece of a file would keep that whole piece in memory. */
  name(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const own = text.length < 13 ? text : Buffer.from(text).toString();
    this.#names.set(own, own);
    return own;
  }

  /** False once there are more marks than can be counted. */
  room(file: string): boolean {
    const marks = this.#marks;
    this.#progress(marks);
    if (marks <= mostMarks) return true;
    this.refuse({ code: 'tally.too-many-marks', facts: { file, about: marks, limit: mostMarks } });
    return false;
  }
}
