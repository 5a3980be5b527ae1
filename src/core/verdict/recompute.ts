import { z } from 'zod';
import type { Facts } from '../problems/problem.ts';
import type { Result } from '../problems/refusal.ts';
import type { Recompute } from '../record/bundle/recount.ts';
import { canonicalJson, plainJson } from '../record/canonical.ts';
import type { BallotTable, MarkRow, NotScored } from '../scoring/ballot-table.ts';
import { ballotTable } from '../scoring/collect-marks.ts';
import { exactTally } from './exact-tally.ts';
import type { TallyRules } from './rules.ts';
import { narrowed, widened } from './seats.ts';
import { type Progress, verdictOf } from './verdict-of.ts';

/** The parts of complete rules nothing can be counted without; what is inside them the tally itself refuses. */
const completeRules = z.looseObject({
  version: z.literal(1),
  criteria: z.array(z.looseObject({ id: z.string(), weight: z.number(), scale: z.object({ min: z.number(), max: z.number() }) })).min(1),
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

/** A mark as bundles write it; a text that is neither a whole number nor a state is refused by the tally as no whole number. */
function markOf(text: string): number | NotScored {
  return states.get(text) ?? (/^-?\d+$/.test(text) ? Number(text) : Number.NaN);
}

type Ballots = Parameters<Recompute>[0]['ballots'];

function rowsOf(ballots: Ballots): MarkRow[] {
  return ballots.flatMap((ballot, i) => {
    const { category, entry, judge, entryGroup = null, judgeGroup = null, at = null } = ballot;
    const common = { category, entry, judge, entryGroup, judgeGroup, at, file: 'ballots.jsonl', row: i + 1 };
    const marks = ballot.emptySeat ? [] : Object.entries(ballot.marks);
    if (marks.length === 0) return [{ ...common, criterion: '', mark: 'missing' as const }];
    return marks.map(([criterion, mark]) => ({ ...common, criterion, mark: markOf(mark) }));
  });
}

/** The table of a bundle's ballots. */
function tableOf({ ballots, entries }: Parameters<Recompute>[0], rules: TallyRules): Result<BallotTable> {
  const wide = ballotTable(widened(rules.criteria), rowsOf(ballots), entries);
  return wide.ok ? narrowed(wide.value, rules.criteria) : wide;
}

/** The rules a bundle of this kind is counted by: the public one knows the exact tally alone, and is told which seats stood empty. */
function rulesFor(kind: 'public' | 'auditor', rules: TallyRules, seed: string): TallyRules {
  return kind === 'auditor' ? { ...rules, seed } : { ...rules, seed, official: 'raw', emptySeats: 'count' };
}

const refused = (code: string, facts: Facts = {}) => ({ ok: false as const, refusals: [{ code, facts }] });

/**
 * Counts the ballots of a bundle anew, by the very functions that counted them first. What was never meant to be counted – rules of
 * another shape, a mark that is none – is refused with its line, and nothing is thrown.
 */
export function recompute(input: Parameters<Recompute>[0], progress?: Progress): ReturnType<Recompute> {
  const shape = completeRules.safeParse(input.rules);
  if (!shape.success) return refused('rules-not-readable', { path: shape.error.issues[0]?.path.join('/') ?? '' });
  const rules = rulesFor(input.kind, shape.data as unknown as TallyRules, input.seed);
  // Ballots of a bundle name no round: what several sources made is not in it.
  const source = (['rounds', 'metrics', 'votes'] as const).find((key) => rules[key] !== undefined);
  if (source) return refused('rules-not-readable', { path: source });
  try {
    const table = tableOf(input, rules);
    if (!table.ok) return table;
    const empty = input.ballots.reduce((sum, { emptySeat }) => sum + Number(emptySeat === true), 0);
    const counted = input.kind === 'public' ? exactTally(table.value, rules, empty) : verdictOf(table.value, rules, progress);
    return counted.ok ? { ok: true, text: canonicalJson(plainJson(counted.value as object)) } : counted;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return refused('not-countable', { why: error.message });
    throw error;
  }
}
