/** Who won in a category by a count, and by what people decided where the rules leave it to them. */
import { isForOne } from '#core/ranking/levels.ts';
import { type CountedEntry, rankingsIn, rulesIn, type TallyResult } from './counted.ts';

type Won = {
  readonly entry: string;
  readonly level: string | null;
  readonly shared: boolean;
  /** The key of the division it was won in, where they are ranked apart. */
  readonly division: string | null;
};

/** What an entry reached by the count, or was given; a level that was not open to it is none. */
function levelOf(
  { entry, level = null, open = [] }: CountedEntry,
  decided: readonly { readonly entry: string; readonly level: string | null }[],
) {
  const given = decided.find((decision) => decision.entry === entry)?.level ?? null;
  return open.length === 0 ? level : given !== null && open.includes(given) ? given : null;
}

/**
 * Without levels whoever stands first, several of them as a joint award. With levels everybody who reached one, in the order of levels;
 * shared is only what one alone was to have. Divisions that are ranked apart share nothing: each has a first of its own.
 */
export function wonIn(
  result: TallyResult,
  category: string,
  decided: readonly { readonly entry: string; readonly level: string | null }[],
): readonly Won[] {
  const rankings = [...rankingsIn(result, category)];
  const levels = rulesIn(result, category)?.levels ?? [];
  if (levels.length === 0) {
    return rankings.flatMap(([division, entries]) => {
      const first = entries.filter(({ rank }) => rank === 1);
      return first.map(({ entry }) => ({ entry, level: null, shared: first.length > 1, division }));
    });
  }
  return levels.flatMap((rule) =>
    rankings.flatMap(([division, entries]) => {
      const own = entries.filter((entry) => levelOf(entry, decided) === rule.level);
      return own.map(({ entry }) => ({ entry, level: rule.level, shared: own.length > 1 && isForOne(rule), division }));
    }),
  );
}
