import type { Result } from '../../problems/refusal.ts';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { TallyRules } from '../rules.ts';
import { rulesRefusals } from '../rules-refusals.ts';
import type { VerdictEntry } from '../verdict.ts';
import { sourceRefusals } from './blend-refusals.ts';
import { type Known, scaleOf } from './parts.ts';
import { type Round, type RoundTally, roundOf } from './round.ts';
import type { Sources } from './sources.ts';
import { blendedStandings } from './standings.ts';

/** A category by its blended scores, best first. */
export type BlendedCategory = { readonly category: string; readonly entries: readonly VerdictEntry[] };

export type BlendOf<T extends RoundTally> = {
  readonly known: Omit<Known, 'rounds'> & { readonly rounds: readonly Round<T>[] };
  readonly categories: readonly BlendedCategory[];
};

/** Entries of all rounds with their groups, by category, each in order of names. */
function fieldOf(rounds: readonly Round[]): readonly (readonly [string, ReadonlyMap<string, string | null>])[] {
  const field = new Map<string, Map<string, string | null>>();
  for (const { table } of rounds) {
    for (const { name, category, group } of table.entries) {
      const own = field.get(table.categories[category] ?? '') ?? new Map<string, string | null>();
      field.set(table.categories[category] ?? '', own);
      own.set(name, own.get(name) ?? group);
    }
  }
  const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]): number => (a < b ? -1 : Number(a > b));
  return [...field].map(([category, entries]) => [category, new Map([...entries].sort(byName))] as const).sort(byName);
}

/** Entries with how each stands without imputed marks in any round, and whose they were. */
function besideBlend(
  { category, entries }: BlendedCategory,
  rounds: readonly Round[],
  without: BlendedCategory | undefined,
): BlendedCategory {
  const others = new Map(without?.entries.map((other) => [other.entry, other]));
  const beside = entries.map((own) => {
    const { rank = null, tied = false, raw = null } = others.get(own.entry) ?? {};
    const judges = rounds.flatMap((round) => round.entry(category, own.entry)?.imputed?.judges ?? []);
    return { ...own, imputed: { judges, without: { rank, tied, raw } } };
  });
  return { category, entries: beside };
}

/**
 * Rounds each tallied by itself and blended with what else the score is made of, exactly. `tally`: how one round is counted; it is
 * called `again` for every round where marks were imputed, to know what stands without them.
 */
export function blendOf<T extends RoundTally>(
  sources: Sources,
  rules: TallyRules,
  tally: (table: BallotTable, rules: TallyRules, round: number, again: boolean) => Result<T>,
  again = false,
): Result<BlendOf<T>> {
  const refusals = [...rulesRefusals(rules), ...sourceRefusals(sources, rules)];
  if (refusals.length > 0) return { ok: false, refusals };
  const rounds: Round<T>[] = [];
  for (const [i, table] of sources.rounds.entries()) {
    const rule = rules.rounds?.[i];
    if (!rule) throw new RangeError('a round without a rule');
    const round = roundOf(table, rule, rules, (own, ruled) => tally(own, ruled, i, again));
    if (!round.ok) return round;
    rounds.push(round.value);
  }
  const known = { rules, sources, rounds, scale: scaleOf({ rules, rounds }) };
  const whole = fieldOf(rounds).map(([category, names]) => ({ category, entries: blendedStandings(known, category, names) }));
  const imputed = rounds.some(({ verdict }) => verdict.categories.some(({ entries }) => entries.some((entry) => entry.imputed)));
  if (!imputed) return { ok: true, value: { known, categories: whole } };
  const without = blendOf(sources, { ...rules, skipped: 'set-aside' }, tally, true);
  if (!without.ok) return without;
  const categories = whole.map((category, i) => besideBlend(category, rounds, without.value.categories[i]));
  return { ok: true, value: { known, categories } };
}
