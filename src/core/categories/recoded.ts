import type { Categories } from './shape.ts';

/** Codes given up for others, as far as that can be told: nodes that kept their place in the list, where nothing came and nothing went. */
export function recoded(before: Categories, after: Categories): ReadonlyMap<string, string> {
  if (before.length !== after.length) return new Map();
  const [were, are] = [new Set(before.map(({ code }) => code)), new Set(after.map(({ code }) => code))];
  return new Map(
    before.flatMap(({ code }, at): [string, string][] => {
      const now = after[at]?.code;
      return now !== undefined && now !== code && !are.has(code) && !were.has(now) ? [[code, now]] : [];
    }),
  );
}
