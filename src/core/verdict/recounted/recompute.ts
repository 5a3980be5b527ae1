import { z } from 'zod';
import type { Facts } from '../../problems/problem.ts';
import type { Refusal, Result } from '../../problems/refusal.ts';
import type { Counted, Recompute } from '../../record/bundle/recount.ts';
import { partKey } from '../../record/bundle/tally-record.ts';
import { canonicalJson, plainJson } from '../../record/canonical.ts';
import { type BallotTable, isMark, type MarkRow, type NotScored } from '../../scoring/ballot-table.ts';
import { collectMarks } from '../../scoring/collect-marks.ts';
import { stepsIn } from '../../scoring/scale.ts';
import type { MetricValue, Sources, VoteCount } from '../blended/sources.ts';
import { type Decided, decided, wholeVerdict } from '../decided.ts';
import type { Override } from '../overrides.ts';
import type { TallyRules } from '../rules.ts';
import { seatedTable, strayZeros, withoutMarks } from '../seats.ts';
import type { Verdict } from '../verdict.ts';
import type { Progress } from '../verdict-of.ts';
import { exactTally } from './exact-tally.ts';
import type { Parts } from './parts.ts';

const scale = z.object({ min: z.number(), max: z.number(), step: z.number().optional() });
const criteria = z.array(z.looseObject({ id: z.string(), weight: z.number(), scale })).min(1);

const rate = { each: z.string(), atMost: z.string().optional() };

/** The parts of complete rules nothing can be counted without; what is inside them the tally itself refuses. */
const completeRules = z.looseObject({
  version: z.literal(1),
  criteria,
  rounds: z
    .array(z.looseObject({ round: z.string(), weight: z.int().nullable(), minimumPanel: z.int().min(1), criteria }))
    .min(1)
    .optional(),
  metrics: z
    .array(
      z.looseObject({
        metric: z.string(),
        weight: z.int(),
        scale,
        points: z.array(z.object({ value: z.string(), mark: z.int() })),
        categories: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  votes: z.looseObject(rate).optional(),
  counts: z.array(z.looseObject({ count: z.string(), ...rate, categories: z.array(z.string()).optional() })).optional(),
  aggregation: z.looseObject({ kind: z.string() }),
  official: z.enum(['raw', 'corrected']),
  minimumPanel: z.int().min(1),
  ties: z.array(z.looseObject({ by: z.string() })),
  levels: z.array(z.looseObject({ level: z.string() })),
  seats: z.int().min(1),
  draws: z.int().min(1).max(1_000_000),
});

const states: ReadonlyMap<string, NotScored> = new Map([
  ['n/a', 'notApplicable'],
  ['abstained', 'abstained'],
  ['recused', 'recused'],
]);

/** A number as bundles write marks, in the judges' units; NaN for what is none, which the tally refuses as no mark. */
const numberOf = (text: string): number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN);

/** A mark as bundles write it. */
function markOf(text: string, own: TallyRules['criteria'][number]['scale'] | undefined): number | NotScored {
  return states.get(text) ?? stepsIn(numberOf(text), own ?? {}) ?? Number.NaN;
}

/** One round of the rules; the only one, where there are none. */
type Round = { readonly round: string | undefined; readonly criteria: TallyRules['criteria'] };

function rowsOf({ ballots }: Counted, { round, criteria: own }: Round): MarkRow[] {
  const scales = new Map(own.map((criterion) => [criterion.id, criterion.scale]));
  return ballots.flatMap((ballot, i): MarkRow[] => {
    if (ballot.round !== round) return [];
    const { category, entry, judge, entryGroup = null, judgeGroup = null, at = null } = ballot;
    const common = { category, entry, judge, entryGroup, judgeGroup, at, file: 'ballots.jsonl', row: i + 1 };
    const marks = Object.entries(ballot.marks);
    if (marks.length === 0) return [{ ...common, criterion: '', mark: 'missing' as const }];
    return marks.map(([criterion, mark]) => ({ ...common, criterion, mark: markOf(mark, scales.get(criterion)) }));
  });
}

/** The table of one round's ballots. In public a judge's other ballots are not known, so which seats stood empty cannot be asked here. */
function tableOf(input: Counted, round: Round): Result<BallotTable> {
  const collector = collectMarks();
  for (const row of rowsOf(input, round)) collector.add(row);
  const entries = input.entries.filter((entry) => entry.round === round.round);
  if (input.kind === 'auditor') return seatedTable(collector, round.criteria, entries);
  const { table, refusals } = collector.draft(round.criteria, entries);
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: table };
}

function sourcesOf(input: Counted, rules: TallyRules): Result<Sources> {
  const rounds: readonly Round[] = rules.rounds ?? [{ round: undefined, criteria: rules.criteria }];
  const tables: BallotTable[] = [];
  for (const round of rounds) {
    const table = tableOf(input, round);
    if (!table.ok) return table;
    tables.push(table.value);
  }
  const values = input.values.map((value, i): MetricValue => ({ ...value, file: 'metrics.jsonl', row: i + 1 }));
  const votes = input.votes.map(({ count, ...said }, i): VoteCount => {
    return { ...said, ...(count !== undefined && { count }), file: 'votes.jsonl', row: i + 1 };
  });
  return { ok: true, value: { rounds: tables, values, votes } };
}

/** Overrides under the names of their ballots; one of no ballot names nobody, and is refused as such. */
function overridesOf({ overrides, ballots }: Counted): Override[] {
  const bySeq = new Map(ballots.map((ballot) => [ballot.seq, ballot]));
  return overrides.map(({ ballot: seq, criterion, mark, who, why = '' }, i) => {
    const { category = '', entry = '', judge = '', round } = bySeq.get(seq) ?? {};
    const decision = mark === 'missing' ? mark : (states.get(mark) ?? numberOf(mark));
    const of = { category, entry, judge, criterion, ...(round !== undefined && { round }) };
    return { ...of, mark: decision, who, why, file: 'overrides.jsonl', row: i + 1 };
  });
}

/** Tables with the ballots emptied that the bundle says are empty seats, and hold nothing but zeros with the overrides, or without. */
function seated({ ballots }: Counted, { rounds: rules }: TallyRules, sources: Sources) {
  const key = (round: string | undefined, category: string, entry: string, judge: string) =>
    JSON.stringify([round ?? '', category, entry, judge]);
  const empty = new Set(
    ballots.flatMap(({ round, category, entry, judge, emptySeat }) => (emptySeat ? [key(round, category, entry, judge)] : [])),
  );
  let emptied = 0;
  const rounds = sources.rounds.map((table, i) => {
    const { categories, entries, judges, ballotEntry, ballotJudge, marks } = table;
    const width = table.criteria.length;
    const zeros = (ballot: number) => marks.subarray(ballot * width, (ballot + 1) * width).every((mark) => !isMark(mark) || mark === 0);
    const seats = [...ballotEntry.keys()].filter((ballot) => {
      const { name = '', category = 0 } = entries[ballotEntry[ballot] ?? 0] ?? {};
      return (
        zeros(ballot) && empty.has(key(rules?.[i]?.round, categories[category] ?? '', name, judges[ballotJudge[ballot] ?? 0]?.name ?? ''))
      );
    });
    emptied += seats.length;
    return withoutMarks(table, seats);
  });
  return { left: { ...sources, rounds }, emptied };
}

/** The parts of categories as the bundle tells them. */
function partsIn({ entries }: Counted): Parts {
  return new Map(entries.flatMap(({ category, entry, part }) => (part === undefined ? [] : [[partKey(category, entry), part] as const])));
}

/** True where the parts a bundle tells its public are those of its ballots. */
function tellsParts(input: Counted, { categories }: Pick<Verdict, 'categories'>): boolean {
  const own = categories
    .filter(({ state }) => state === 'components')
    .flatMap(({ category, entries }) => entries.map(({ entry, pool }) => [partKey(category, entry), pool] as const));
  const told = partsIn(input);
  return own.length === told.size && own.every(([key, pool]) => told.get(key) === pool);
}

/** The exact tally of a public bundle: it is told which seats stood empty, and a zero below its scale elsewhere is no mark. */
function publicTally(input: Counted, sources: Sources, rules: TallyRules) {
  const exact = { ...rules, official: 'raw', emptySeats: 'count' } as const;
  return decided(sources, rules, overridesOf(input), (own) => {
    const { left, emptied } = seated(input, rules, own);
    const zeros = left.rounds.flatMap((table) => strayZeros(table));
    return zeros.length > 0 ? { ok: false, refusals: zeros } : exactTally(left, exact, emptied, partsIn(input));
  });
}

/** The text of a result: the verdict, and what people decided where they did. In public no reason is given: it may tell who is who. */
function textOf({ verdict, decisions }: Decided<object>, kind: Counted['kind']): string {
  const applied = decisions?.applied.map(({ why, ...own }) => (kind === 'public' ? own : { ...own, why }));
  return canonicalJson(plainJson(decisions ? { ...verdict, overrides: { ...decisions, applied } } : verdict));
}

const refused = (
  code: string,
  facts: Facts = {},
): { readonly ok: false; readonly refusals: readonly { code: string; facts: Facts }[] } => ({
  ok: false,
  refusals: [{ code, facts }],
});

/** A round no ballot can be of by these rules, where somebody wrote one. */
function strayRound({ ballots }: Counted, { rounds }: TallyRules): Refusal | undefined {
  const known = new Set<string | undefined>(rounds?.map(({ round }) => round) ?? [undefined]);
  const at = ballots.findIndex(({ round }) => !known.has(round));
  const facts = {
    file: 'ballots.jsonl',
    row: at + 1,
    round: ballots[at]?.round ?? '',
    rounds: (rounds ?? []).map(({ round }) => round).join(', '),
  };
  return at < 0 ? undefined : { code: 'blend.unknown-round', facts };
}

/**
 * Counts the ballots of a bundle anew, by the very functions that counted them first. What was never meant to be counted – rules of
 * another shape, a mark that is none – is refused with its line, and nothing is thrown.
 */
export function recompute(input: Counted, progress?: Progress): ReturnType<Recompute> {
  const shape = completeRules.safeParse(input.rules);
  if (!shape.success) return refused('rules-not-readable', { path: shape.error.issues[0]?.path.join('/') ?? '' });
  const rules = { ...(shape.data as unknown as TallyRules), seed: input.seed };
  const stray = strayRound(input, rules);
  if (stray) return refused(stray.code, stray.facts);
  try {
    const sources = sourcesOf(input, rules);
    if (!sources.ok) return sources;
    if (input.kind === 'public') {
      const counted = publicTally(input, sources.value, rules);
      return counted.ok ? { ok: true, text: textOf(counted.value, 'public') } : counted;
    }
    const counted = wholeVerdict(sources.value, rules, overridesOf(input), progress);
    if (!counted.ok) return counted;
    return tellsParts(input, counted.value.verdict) ? { ok: true, text: textOf(counted.value, 'auditor') } : refused('parts-differ');
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError)
      return refused('not-countable', { why: error.message });
    throw error;
  }
}
