/** Wins in the order they are told: by year, within it by category, and those that were won together on one line. */
import { folded } from './same.ts';

type Told = {
  readonly year: string;
  readonly first: number;
  readonly last: number;
  readonly category: string;
  readonly title: string;
  readonly shared: boolean;
  readonly edition: string | null;
};

export type ToldAward<W> = { readonly title: string; readonly shared: boolean; readonly winners: readonly W[] };
export type ToldCategory<W> = { readonly name: string; readonly awards: readonly ToldAward<W>[] };
export type ToldYear<W> = {
  /** As it is written, in every way it is. */
  readonly names: readonly string[];
  /** Editions of that year that ran here, by their slugs. */
  readonly editions: readonly { readonly slug: string; readonly name: string }[];
  readonly categories: readonly ToldCategory<W>[];
};

const groups = <W>(wins: readonly W[], key: (win: W) => string): readonly (readonly W[])[] => [...Map.groupBy(wins, key).values()];

/** Rule: only those who were declared to share a title share a line; two who won the same each on their own have two. */
function awardsOf<W extends Told>(wins: readonly W[]): ToldAward<W>[] {
  const line = (win: W, at: number) => JSON.stringify([folded(win.title), win.edition, win.shared ? '' : at]);
  const lines = Map.groupBy(
    wins.map((win, at) => ({ win, line: line(win, at) })),
    (one) => one.line,
  );
  return [...lines.values()].map((each) => {
    const winners = each.map(({ win }) => win);
    return { title: winners[0]?.title ?? '', shared: winners[0]?.shared === true, winners };
  });
}

/** The order of `wins` stays: years, categories and awards come as the first of each does. */
export function toldTogether<W extends Told>(wins: readonly W[]): ToldYear<W>[] {
  return groups(wins, ({ first, last }) => `${first} ${last}`).map((ofYear) => {
    const ran = new Map(ofYear.flatMap(({ edition, year }) => (edition === null ? [] : [[edition, year] as const])));
    return {
      names: [...new Set(ofYear.map(({ year }) => year))],
      editions: [...ran].map(([slug, name]) => ({ slug, name })),
      categories: groups(ofYear, ({ category }) => folded(category)).map((ofCategory) => ({
        name: ofCategory[0]?.category ?? '',
        awards: awardsOf(ofCategory),
      })),
    };
  });
}
