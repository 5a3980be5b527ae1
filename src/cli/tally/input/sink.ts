import type { Refusal } from '#core/problems/refusal.ts';
import { unsafeIn } from '#core/problems/visible.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import { collectMarks, type MarkCollector } from '#core/scoring/collect-marks.ts';
import type { Words } from '#words/index.ts';
import type { RoundReading } from './rounds.ts';

/** More marks than a panel of judges makes: a table of them all would not stay within the memory and time that are promised. */
export const mostMarks = 3_000_000;

/** What was taken for granted or passed over while reading; said beside the result, never refused. */
export type Note = Parameters<Words['tally']['note']>[0];

/** Refusals kept; a column in the wrong format would otherwise fill the memory. */
const keptRefusals = 1000;

/** A name longer than this is a comment in the wrong column, or several rows in one. */
const longestName = 300;

/** Where the marks of all files come together. */
export class Sink {
  /** By round; under the empty name where there are no rounds. */
  readonly collectors = new Map<string, MarkCollector>();
  readonly refusals: Refusal[] = [];
  readonly notes: Note[] = [];
  /** Files whose marks stand in a column of that name; in the others each criterion has its own. */
  readonly longFiles = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #progress: (marks: number) => void;
  readonly #rounds: RoundReading | undefined;
  #round: { readonly said: string; readonly file: string } | undefined;
  #refused = 0;
  #marks = 0;

  constructor(progress: (marks: number) => void = () => {}, rounds?: RoundReading) {
    this.#progress = progress;
    this.#rounds = rounds;
    if (!rounds) this.collectors.set('', collectMarks());
  }

  /** Takes a mark into its round; `said`: what its row says of it. */
  add(row: MarkRow, said: string): void {
    if (said !== '' && !this.#rounds) this.#undeclared(said, row);
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

  /** A round that no rule declares: one alone is said to be passed over, a second is refused. */
  #undeclared(said: string, { file = null, row = null }: MarkRow): void {
    if (this.#round?.said === said) return;
    if (this.#round === undefined) {
      this.#round = { said, file: file ?? '' };
      this.notes.push({ kind: 'one-round', file: file ?? '', round: said });
      return;
    }
    const twice = this.refusals.some(({ code }) => code === 'tally.rounds-not-declared');
    if (!twice) this.refuse({ code: 'tally.rounds-not-declared', facts: { file, row, round: said, first: this.#round.said } });
  }

  get refused(): number {
    return this.#refused;
  }

  refuse(refusal: Refusal): void {
    this.#refused += 1;
    if (this.refusals.length < keptRefusals) this.refusals.push(refusal);
  }

  /** A metric of the rules that stands among the marks, once. */
  refuseMetric(criterion: string, place: Refusal['facts']): void {
    const known = this.refusals.some(({ code, facts }) => code === 'tally.metric-among-marks' && facts.criterion === criterion);
    if (!known) this.refuse({ code: 'tally.metric-among-marks', facts: { ...place, criterion } });
  }

  /**
   * A name that stands on its own: one cut out of a piece of a file would keep that whole piece in memory. What nobody should see or say
   * is refused where it is first met.
   */
  name(text: string, file: string, row: number, column: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const own = text.length < 13 ? text : Buffer.from(text).toString();
    this.#names.set(own, own);
    const character = unsafeIn(own);
    const value = own.slice(0, 60);
    if (own.length > longestName)
      this.refuse({ code: 'tally.name-too-long', facts: { file, row, column, value, length: own.length, limit: longestName } });
    else if (character !== undefined) this.refuse({ code: 'tally.name-not-shown', facts: { file, row, column, value, character } });
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
