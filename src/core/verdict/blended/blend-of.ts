import type { Result } from '../../problems/refusal.ts';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import { byText } from '../../scoring/collecting/columns.ts';
import { type Ranking, rankingKey, rankingOf } from '../../scoring/composing/whole-categories.ts';
import { roundAsSkipped } from '../beside/not-applicable.ts';
import type { TallyRules } from '../rules.ts';
import { rulesRefusals } from '../rules-refusals.ts';
import type { VerdictEntry } from '../verdict.ts';
import { sourceRefusals } from './blend-refusals.ts';
import { type Known, scaleOf } from './parts.ts';
import { type Round, type RoundTally, roundOf } from './round.ts';
import type { Sources } from './sources.ts';
import { blendedStandings } from './standings.ts';

/** A category by its blended scores, best first. */
export type BlendedCategory = Ranking & { readonly entries: readonly VerdictEntry[] };

export type BlendOf<T extends RoundTally> = {
  readonly known: Omit<Known, 'rounds'> & { readonly rounds: readonly Round<T>[] };
  readonly categories: readonly BlendedCategory[];
};

/** Entries of all rounds with their groups, by what they are ranked in, each in order of names. */
function fieldOf(rounds: readonly Round[]): readonly { readonly ranking: Ranking; readonly names: ReadonlyMap<string, string | null> }[] {
  const field = new Map<string, { ranking: Ranking; names: Map<string, string | null> }>();
  for (const { table } of rounds) {
    for (const { name, category, group } of table.entries) {
      const ranking = rankingOf(table, category);
      const own = field.get(rankingKey(ranking)) ?? { ranking, names: new Map<string, string | null>() };
      field.set(rankingKey(ranking), own);
      own.names.set(name, own.names.get(name) ?? group);
    }
  }
  const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]): number => byText(a, b);
  return [...field.values()]
    .map(({ ranking, names }) => ({ ranking, names: new Map([...names].sort(byName)) }))
    .sort((a, b) => byText(a.ranking.category, b.ranking.category) || byText(a.ranking.division ?? '', b.ranking.division ?? ''));
}

/** Entries with what is said of each beside how it stands in another blend. */
function besideBlend(
  { entries, ...ranking }: BlendedCategory,
  other: BlendedCategory | undefined,
  besideOf: (own: readonly VerdictEntry[], without: Standing) => Partial<VerdictEntry>,
  rounds: readonly Round[],
): BlendedCategory {
  const others = new Map(other?.entries.map((each) => [each.entry, each]));
  const beside = entries.map((own) => {
    const { rank = null, tied = false, raw = null } = others.get(own.entry) ?? {};
    const inRounds = rounds.flatMap((round) => round.entry(ranking.category, own.entry) ?? []);
    return { ...own, ...besideOf(inRounds, { rank, tied, raw }) };
  });
  return { ...ranking, entries: beside };
}

type Standing = Pick<VerdictEntry, 'rank' | 'tied' | 'raw'>;

/** Whose marks were imputed on an entry in any round. */
const imputedIn = (rounds: readonly VerdictEntry[], without: Standing): Partial<VerdictEntry> => ({
  imputed: { judges: rounds.flatMap(({ imputed }) => imputed?.judges ?? []), without },
});

/** What was said not to apply to an entry in any round, against others. */
const disputedIn = (rounds: readonly VerdictEntry[], without: Standing): Partial<VerdictEntry> => {
  const all = (key: 'criteria' | 'judges') => [...new Set(rounds.flatMap(({ notApplicable }) => notApplicable?.[key] ?? []))];
  return { notApplicable: { criteria: all('criteria'), judges: all('judges'), without } };
};

/**
 * Rounds each tallied by itself and blended with what else the score is made of, exactly. `tally`: how one round is counted; it is
 * called `again` for every round where marks were imputed or an n/a is disputed, to know what stands without.
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
  const whole = fieldOf(rounds).map(({ ranking, names }) => ({ ...ranking, entries: blendedStandings(known, ranking.category, names) }));
  const has = (key: 'imputed' | 'notApplicable') =>
    rounds.some(({ verdict }) => verdict.categories.some(({ entries }) => entries.some((entry) => entry[key])));
  let categories: readonly BlendedCategory[] = whole;
  if (has('imputed')) {
    const without = blendOf(sources, { ...rules, skipped: 'set-aside' }, tally, true);
    if (!without.ok) return without;
    categories = categories.map((category, i) => besideBlend(category, without.value.categories[i], imputedIn, rounds));
  }
  if (has('notApplicable')) {
    const read = { ...sources, rounds: sources.rounds.map((table) => roundAsSkipped(table, rules)) };
    const without = blendOf(read, { ...rules, skipped: 'impute' }, tally, true);
    if (!without.ok) return without;
    categories = categories.map((category, i) => besideBlend(category, without.value.categories[i], disputedIn, rounds));
  }
  return { ok: true, value: { known, categories } };
}
