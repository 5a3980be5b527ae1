import type { Facts } from '#core/problems/problem.ts';
import type { Preset } from '#core/ranking/presets/preset.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import type { Scale } from '#core/scoring/scale.ts';
import type { NoPlace, SetAsideReason } from '#core/scoring/standing.ts';
import type { Applied } from '#core/verdict/overrides.ts';
import type { Aggregation, TallyRules } from '#core/verdict/rules.ts';
import type { VerdictCategory, VerdictCheck, VerdictEntry } from '#core/verdict/verdict.ts';
import { derivation } from '../counting/derivation.ts';
import { presets } from '../counting/presets.ts';
import { noteText } from './notes.ts';
import { differing, findingSaid, partsOf, scoreIs, stateOf } from './verdict.ts';

/** What `./plaudit tally` says. Sentences only; the command lays them out. */
const list = new Intl.ListFormat('en');
const whole = new Intl.NumberFormat('en');

const counted = (n: number, one: string, many = `${one}s`): string => `${whole.format(n)} ${n === 1 ? one : many}`;

/** Drawn chances are never nothing and never certain. */
const chance = (share: number): string => (share < 0.005 ? '< 1 %' : share >= 0.995 ? '> 99 %' : `${Math.round(share * 100)} %`);

export const tally = {
  about: 'rank entries from a spreadsheet of marks: exact scores, corrected for harsh judges, with honest doubt',
  options: {
    ballots: 'marks as CSV or XLSX; repeat for several files; - reads CSV from standard input',
    rules: 'rules as YAML: criteria, weights, scales, aggregation, levels, ties (default: everything below)',
    preset: 'rules of a real programme, filling what --rules or the options leave out; --presets lists them',
    presets: 'list the presets, what each says and leaves open, and end',
    metrics: 'what was measured of entries, as CSV: entry,category,metric,value; the rules hold the breakpoints',
    votes: 'votes of the public, as CSV: entry,category,votes; the rules say what each adds',
    overrides: 'marks decided otherwise, as CSV: entry,category,judge,criterion,mark,who,why (and round, of several); shown apart',
    weights: 'without --rules: weight of each criterion, whole numbers in any ratio: "craft=60,impact=40" (default: all equal)',
    scale: 'without --rules: lowest and highest mark there can be; a mark outside is refused (default: guessed from the marks)',
    step: 'without --rules: how far marks lie apart where they are not whole: 0.5 for halves (default: 1)',
    minJudges: 'without --rules: complete ballots an entry needs to be ranked (default: 3)',
    out: 'write everything there is to know of the result as JSON',
    report: 'write a report for the chair: one HTML file to open, mail or print',
    workbook: 'write the results as a spreadsheet (XLSX)',
    template: 'write an empty spreadsheet with a sheet for each judge, and end',
    entries: 'with --template: a CSV file of the entries: entry,category',
    judges: 'with --template: the judges, parted by commas',
    bundle: 'write two recount bundles: this zip for an auditor, and the same name with .public.zip for everybody',
    origin: 'name of the award in the bundle and on its signatures, one word (default: plaudit-tally)',
    sign: 'Ed25519 private key (PEM) that signs the heads of the record',
    json: 'print that JSON instead of the tables',
    before: 'a result made by --out',
    after: 'another one',
  },
  help: (codes: { readonly done: number; readonly refused: number; readonly usage: number }): string => `
What it reads
  CSV in long form, a row a mark:      entry,category,judge,criterion,mark
                                       and, where known, entry_group,judge_group,at
  CSV in wide form, a row a ballot:    entry,category,judge, then a column for each criterion
  XLSX with a sheet for each judge (--template makes one), or with one of the forms above in a sheet
  Reviews as HotCRP exports them:      paper,title,…,email, then the review form's fields
  Cells may be parted by commas, semicolons or tabs; where by semicolons or tabs, 7,5 is seven and a half. Names that look alike,
  marks far outside of what holds the others, and judges who mark on another scale than the rest are asked about.

How it counts
  A ballot is one judge's marks on one entry. Its score is the weighted mean of its marks; an entry's score is the mean over its
  complete ballots. Sums are exact fractions, rounded for display only, so a tie is a tie. A missing mark (no row, an empty cell, or
  n/a, abstained, recused) is never a zero: the ballot is set aside and named. Where not every judge marked every entry, a second
  score is corrected for how each judge marks, and every place is given with its chance.

Examples
  ./plaudit tally --ballots docs/examples/ballots.csv
  ./plaudit tally --ballots docs/examples/ballots.csv --rules docs/examples/rules.yaml --report report.html --out result.json
  ./plaudit tally --ballots marks.csv --scale 1-10 --step 0.5
  ./plaudit tally diff before.json after.json
  ./plaudit tally --template judges.xlsx --entries entries.csv --judges "Ruth Calloway,Mei Tanaka"

Exit codes
  ${codes.done}  the tally was made
  ${codes.refused}  the marks, rules or options were refused; nothing was printed on standard output and nothing was written
     or: no entry of any category has the ballots it needs; the result was printed and written, and ranks nobody
  ${codes.usage}  the command line was not understood`,
  noBallots: 'error: give the marks with --ballots <file>, or make a spreadsheet for judges with --template <file>',
  standardInput: 'standard input',
  oneCategory: 'All entries',
  oneRound: 'judges',
  counted: (n: { marks: number; ballots: number; entries: number; judges: number; categories: number }): string =>
    `${counted(n.marks, 'mark')} in ${counted(n.ballots, 'ballot')} by ${counted(n.judges, 'judge')} on ${counted(n.entries, 'entry', 'entries')}, ${counted(n.categories, 'category', 'categories')}.`,
  weights: (criteria: readonly Criterion[], given: boolean): string => {
    const scored = criteria.filter(({ gate }) => !gate);
    return given
      ? `Weights: ${scored.map(({ id, weight }) => `${id} ${weight}`).join(', ')}.`
      : `Weights: equal for ${list.format(scored.map(({ id }) => id))} (set them with --weights or --rules).`;
  },
  scale: (criteria: readonly Criterion[], given: boolean): string => {
    const scored = criteria.filter(({ gate }) => !gate);
    const texts = scored.map(({ scale: { min, max, step } }) => `${min} to ${max}${step === undefined ? '' : ` by ${step}`}`);
    if (new Set(texts).size > 1) return `Scales: ${scored.map(({ id }, i) => `${id} ${texts[i]}`).join(', ')}; all brought to 0 to 100.`;
    return given
      ? `Scale: ${texts[0]}.`
      : `Scale: ${texts[0]}, guessed from the marks (set it with --scale or --rules to refuse slips of the pen).`;
  },
  aggregation: (aggregation: Aggregation, needed: number): string =>
    `${scoreIs(aggregation)}. An entry is ranked with ${counted(needed, 'complete ballot')} or more.`,
  /** What a blended score is made of. */
  blend: ({
    rounds = [],
    metrics = [],
    votes,
    counts = [],
    minimumPanel: usual,
  }: Pick<TallyRules, 'rounds' | 'metrics' | 'votes' | 'counts' | 'minimumPanel'>): readonly string[] => {
    const parts = [
      ...rounds.map(
        ({ round, weight, minimumPanel: own }) =>
          `${round} ${weight ?? '(by the weights of its criteria)'}${own === usual ? '' : ` (${counted(own, 'complete ballot')} or more)`}`,
      ),
      ...metrics.map(({ metric, weight }) => `${metric} ${weight}`),
    ];
    const added = [
      ...(votes ? [{ what: 'vote', ...votes }] : []),
      ...counts.map(({ count, ...rule }) => ({ what: `of ${count}`, ...rule })),
    ];
    const bonus = added
      .map(({ what, each, atMost }) => `; each ${what} adds ${each}${atMost === undefined ? '' : `, ${atMost} at most`}`)
      .join('');
    return parts.length === 0 ? [] : [`Blended from ${list.format(parts)}${bonus}.`];
  },
  preset: (preset: Pick<Preset, 'programme' | 'sources' | 'unstated'> | null): readonly string[] =>
    preset === null
      ? []
      : [
          `Rules of ${preset.programme}, as ${list.format(preset.sources)} had them; what the rules or options say beside them holds.`,
          `The source leaves open ${presets.unstated(preset.unstated)}: of these the rules, the options or the defaults shown here decide.`,
        ],
  note: noteText,
  /** Of a seed that is not the declared one. */
  seed: ({ from, declared }: { readonly from: 'rules' | 'bundle'; readonly declared: string }): readonly string[] =>
    from === 'rules'
      ? []
      : [
          `Chances and lots follow from the bundle’s own seed, not from “${declared}” of the rules: the ballots decide it, so that nobody could choose it. The same figures come from ./plaudit recount; another bundle of the same ballots has another seed.`,
        ],
  notApplicable: (category: string, criteria: readonly string[]): string =>
    `Not judged in “${category}”: ${list.format(criteria)}. The other weights count in full there.`,
  emptySeats: (n: number): string =>
    `Empty seats: ${counted(n, 'ballot')} of nothing but zeros ${n === 1 ? 'looks like a seat nobody sat in and was' : 'look like seats nobody sat in and were'} set aside; with emptySeats: count in the rules the zeros count.`,
  columns: {
    rank: 'Rank',
    part: 'Part',
    entry: 'Entry',
    score: 'Score',
    exact: 'Exact',
    corrected: 'Corrected',
    first: 'First',
    range: 'Range',
    level: 'Level',
    without: 'Without imputed',
    judges: 'Judges',
  },
  /** Place and score with the ballots set aside that were completed. */
  without: ({ rank, tied, raw }: { rank: number | null; tied: boolean; raw: { decimal: string } | null }): string =>
    rank === null ? '–' : `${tied ? '=' : ''}${rank}${raw ? ` (${raw.decimal})` : ''}`,
  imputed: (judge: string, entry: string): string => `Imputed: a mark of ${judge} on ${entry}, from the judge’s other marks there.`,
  imputedBallots: (n: number): readonly string[] =>
    n === 0
      ? []
      : [
          `Imputed: ${counted(n, 'ballot')} with gaps ${n === 1 ? 'was' : 'were'} completed, as the rules say; place and score without ${n === 1 ? 'it' : 'them'} stand beside.`,
        ],
  /** What one judge's n/a did, where others of the entry gave a mark. */
  disputed: (
    { entry, notApplicable }: Pick<VerdictEntry, 'entry' | 'notApplicable'>,
    { notApplicable: rule = 'renormalise', criteria: judged }: Pick<TallyRules, 'notApplicable' | 'criteria'>,
  ): readonly string[] => {
    const { criteria = [], judges = [], without } = notApplicable ?? {};
    if (criteria.length === 0 || !without) return [];
    const own = new Map(judged.map((criterion) => [criterion.id, criterion.notApplicable]));
    const said = { lowest: 'counts as the lowest mark there', renormalise: 'is left out for all judges of this entry' };
    const ways = [...Map.groupBy(criteria, (id) => own.get(id) ?? rule)];
    const they = criteria.length === 1 ? 'it' : 'each';
    const done = ways.map(([way, ids]) => `${ways.length === 1 ? they : list.format(ids)} ${said[way]}`).join('; ');
    const place = without.rank === null ? 'no place' : `place ${without.tied ? '=' : ''}${without.rank}`;
    return [
      `Not applicable: ${list.format(judges)} said n/a on ${entry} for ${list.format(criteria)}, which others marked; ${done}. Read as a skipped mark instead, ${entry} has ${place}${without.raw ? ` and ${without.raw.decimal}` : ''}.`,
    ];
  },
  /** Places that would be others with every disputed n/a read as a skipped mark. */
  disputedMoves: (entries: readonly Pick<VerdictEntry, 'entry' | 'rank' | 'tied' | 'notApplicable'>[]): readonly string[] => {
    const moved = entries.flatMap(({ entry, rank, tied, notApplicable }) => {
      const without = notApplicable?.without;
      if (!without || (without.rank === rank && without.tied === tied)) return [];
      const said = (place: number | null, equal: boolean) => (place === null ? '–' : `${equal ? '=' : ''}${place}`);
      return [`${entry} ${said(rank, tied)} to ${said(without.rank, without.tied)}`];
    });
    const more = moved.length - 10;
    const shown = more > 0 ? [...moved.slice(0, 10), counted(more, 'other')] : moved;
    return moved.length === 0 ? [] : [`With n/a read so, places would move: ${list.format(shown)}.`];
  },
  /** Which part of a category each entry is ranked in, numbered from 1. */
  partOf: (category: VerdictCategory): ReadonlyMap<string, number> =>
    new Map(partsOf(category).flatMap(({ part, entries }) => entries.map(({ entry }) => [entry, part]))),
  tiedRank: (rank: number): string => `=${rank}`,
  noRank: '–',
  chance,
  range: ({ low, high }: { low: number; high: number }): string => (low === high ? `${low}` : `${low}–${high}`),
  moreEntries: (n: number): string => `and ${counted(n, 'entry', 'entries')} more; --out and --workbook hold all of them`,
  finding: findingSaid,
  state: stateOf,
  review: (category: VerdictCategory): string => `Look again: ${differing(category)}.`,
  noPlace: (entry: string, noPlace: NoPlace): string => `Not ranked: ${entry}. ${derivation.noPlace(noPlace)}`,
  setAside: (judge: string, entry: string, reason: SetAsideReason, missing: readonly string[]): string =>
    `Set aside: the ballot of ${judge} on ${entry}, as ${missing.length > 0 ? `it has no mark for ${list.format(missing)}` : derivation.setAside(reason)}.`,
  questions: (checks: readonly VerdictCheck[]): readonly string[] => {
    const flags = checks.reduce((sum, check) => sum + check.flags.length, 0);
    const ran = checks.filter(({ notRun }) => notRun === null).length;
    if (flags === 0) return [`No questions for the chair: ${counted(ran, 'check')} found nothing.`];
    return [`${counted(flags, 'question')} for the chair from ${counted(ran, 'check')}; --report tells them, --json lists their rows.`];
  },
  overridden: (n: number, file: string): string => `Decided by people, from ${file}: ${counted(n, 'mark')} in place of the judges’ own.`,
  overriddenMark: ({ category, entry, judge, criterion, was, is, who, why }: Omit<Applied, 'round'>): string =>
    `  ${criterion} of ${judge} on ${entry} (${category}): ${was} became ${is}, by ${who}: ${why}`,
  moreOverridden: (n: number): string => `  and ${counted(n, 'more mark')}; --report and --json tell all of them`,
  override: ({ category, entry, without, now }: { category: string; entry: string; without: number | null; now: number | null }): string =>
    `  ${entry} (${category}) has ${now === null ? 'no place' : `place ${now}`}; without them ${without === null ? 'none' : `place ${without}`}.`,
  reading: (marks: number): string => `Reading: ${whole.format(marks)} marks`,
  stages: {
    counting: 'Counting exactly',
    correcting: 'Finding how judges mark',
    drawing: 'Drawing again to see how sure the places are',
    checking: 'Checking the marks',
    testing: 'Trying what would change the winner',
  },
  written: (file: string): string => `Wrote ${file}.`,
  nobodyRanked: 'Nobody is ranked: no entry of any category has the ballots it needs (--min-judges, or minimumPanel in the rules).',
  /** `rules.yaml, line 4, column 3: `, where a refusal comes from the rules; else nothing. */
  inRules: ({ rulesFile, rulesLine, rulesColumn }: Facts): string =>
    rulesFile === undefined ? '' : `${rulesFile}, line ${rulesLine}, column ${rulesColumn}: `,
  refused: (n: number): string => `No tally was made. ${counted(n, 'thing')} must be put right first:`,
  more: (n: number): string => `and ${whole.format(n)} more`,
  template: {
    instructions: 'How to mark',
    head: 'How to mark',
    columns: { entry: 'Entry', category: 'Category', comments: 'Comments' },
    criteria: ['Criterion A', 'Criterion B', 'Criterion C'],
    judges: ['Judge 1', 'Judge 2', 'Judge 3'],
    words: ['n/a', 'abstained', 'recused'],
    ask: ({ min, max, step }: Scale): string =>
      `${step === undefined ? 'A whole number' : 'A mark'} from ${min} to ${max}${step === undefined ? '' : ` in steps of ${step}`}, or n/a, abstained, recused. Leave it empty where you have not marked.`,
    lines: (
      criteria: readonly ({ readonly id: string; readonly weight: number | undefined } & Scale)[],
      title: string | null,
    ): readonly string[] => [
      ...(title === null ? [] : [title]),
      'Each judge has a sheet: rename it to the judge’s name, and send each judge a copy with their own sheet alone, so that nobody sees another’s marks.',
      `One row is one entry. Give ${criteria.some(({ step }) => step !== undefined) ? 'a mark on its scale' : 'a whole number'} under each criterion.`,
      ...criteria.map(
        ({ id, weight, min, max, step }) =>
          `${id}: ${min} to ${max}${step === undefined ? '' : ` in steps of ${step}`}${weight === undefined ? '' : `, weight ${weight}`}.`,
      ),
      'An empty cell is a missing mark and never a zero. Write n/a where a criterion does not apply to the entry, abstained where you choose not to mark, recused where you have an interest in it.',
      'Words belong under Comments. Leave the names of the columns as they are.',
      'Count them together: ./plaudit tally --ballots first.xlsx --ballots second.xlsx --report report.html',
    ],
  },
};
