import { canonicalJson, type Json } from '../record/canonical.ts';
import { rankingKey } from '../scoring/composing/whole-categories.ts';
import type { Verdict, VerdictCategory, VerdictEntry } from './verdict.ts';

/** Why two verdicts differ: what went into them. Values are JSON texts. */
export type Cause =
  | { readonly kind: 'rule'; readonly rule: string; readonly before: string; readonly after: string }
  | { readonly kind: 'counted'; readonly what: keyof Verdict['counted']; readonly before: number; readonly after: number }
  | {
      readonly kind: 'ballot';
      readonly category: string;
      readonly entry: string;
      readonly judge: string;
      readonly before: string | null;
      readonly after: string | null;
    };

/** What differs in the outcome. */
export type Change =
  | { readonly kind: 'winners'; readonly category: string; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly kind: 'category-new' | 'category-gone'; readonly category: string }
  | { readonly kind: 'entry-new' | 'entry-gone'; readonly category: string; readonly entry: string }
  | { readonly kind: 'entry'; readonly category: string; readonly entry: string; readonly before: Standing; readonly after: Standing };

export type Standing = Pick<VerdictEntry, 'rank' | 'level' | 'corrected' | 'pFirst'> & { readonly score: string | null };

export type Comparison = { readonly causes: readonly Cause[]; readonly changes: readonly Change[] };

const json = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as Json);

function ruleCauses(a: Verdict, b: Verdict): Cause[] {
  const keys = [...new Set([...Object.keys(a.rules), ...Object.keys(b.rules)])].sort();
  const value = (verdict: Verdict, key: string): string => json((verdict.rules as unknown as Readonly<Record<string, unknown>>)[key]);
  return keys.flatMap((rule): Cause[] => {
    const [before, after] = [value(a, rule), value(b, rule)];
    return before === after ? [] : [{ kind: 'rule', rule, before, after }];
  });
}

function countedCauses(a: Verdict, b: Verdict): Cause[] {
  const kinds = ['marks', 'ballots', 'entries', 'judges', 'categories'] as const;
  return kinds.flatMap((what): Cause[] =>
    a.counted[what] === b.counted[what] ? [] : [{ kind: 'counted', what, before: a.counted[what], after: b.counted[what] }],
  );
}

/** Ballots of an entry that count in one verdict and not in the other, or with another composite. */
function ballotCauses(category: string, a: VerdictEntry, b: VerdictEntry): Cause[] {
  const [before, after] = [a, b].map(({ ballots }) => new Map(ballots.map(({ judge, composite }) => [judge, composite])));
  const judges = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
  return judges.flatMap((judge): Cause[] => {
    const [was, is] = [before?.get(judge) ?? null, after?.get(judge) ?? null];
    return was === is ? [] : [{ kind: 'ballot', category, entry: a.entry, judge, before: was, after: is }];
  });
}

/** At the two decimals that are shown: what moves below them changes nothing for anybody. */
const standingOf = ({ rank, level, corrected, pFirst, raw }: VerdictEntry): Standing => ({
  rank,
  level,
  corrected: corrected === null ? null : Math.round(corrected * 100) / 100,
  pFirst,
  score: raw?.fraction ?? null,
});

function compareCategory(a: VerdictCategory, b: VerdictCategory): Comparison {
  const causes: Cause[] = [];
  const changes: Change[] = [];
  const { category } = a;
  if (a.winners.join('\n') !== b.winners.join('\n')) changes.push({ kind: 'winners', category, before: a.winners, after: b.winners });
  const later = new Map(b.entries.map((entry) => [entry.entry, entry]));
  for (const entry of a.entries) {
    const other = later.get(entry.entry);
    later.delete(entry.entry);
    if (!other) {
      changes.push({ kind: 'entry-gone', category, entry: entry.entry });
      continue;
    }
    causes.push(...ballotCauses(category, entry, other));
    const [before, after] = [standingOf(entry), standingOf(other)];
    if (json(before) !== json(after)) changes.push({ kind: 'entry', category, entry: entry.entry, before, after });
  }
  for (const entry of later.keys()) changes.push({ kind: 'entry-new', category, entry });
  return { causes, changes };
}

/** What is different in the second verdict, and what it comes from: rules, counts, and single ballots by their composites. */
export function compareVerdicts(a: Verdict, b: Verdict): Comparison {
  const later = new Map(b.categories.map((category) => [rankingKey(category), category]));
  const causes = [...ruleCauses(a, b), ...countedCauses(a, b)];
  const changes: Change[] = [];
  for (const category of a.categories) {
    const other = later.get(rankingKey(category));
    later.delete(rankingKey(category));
    if (!other) changes.push({ kind: 'category-gone', category: category.category });
    else {
      const found = compareCategory(category, other);
      causes.push(...found.causes);
      changes.push(...found.changes);
    }
  }
  for (const { category } of later.values()) changes.push({ kind: 'category-new', category });
  return { causes, changes };
}
