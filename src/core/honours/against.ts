/** A list held against what is known already: what it would add, and what is there. */
import type { Winner } from './row.ts';
import { folded, winKey } from './same.ts';

export type KnownWin = Pick<Winner, 'first' | 'last' | 'category' | 'nominee' | 'organisation' | 'title'>;

/** What was won in an edition that ran here; its categories go by their names and codes, its titles by words of ours. */
export type WonHere = {
  readonly first: number;
  readonly last: number;
  readonly category: string;
  readonly code: string;
  readonly nominee: string;
};

export type Held = { readonly add: readonly Winner[]; readonly there: readonly Winner[] };

const hereKey = (first: number, last: number, category: string, nominee: string) =>
  JSON.stringify([first, last, folded(category), folded(nominee)]);

/** Rule: a win that is there is never added again, however it is spelt; so the same list twice adds nothing. */
export function heldAgainst(winners: readonly Winner[], known: readonly KnownWin[], here: readonly WonHere[]): Held {
  const there = new Set(known.map(winKey));
  const won = new Set(
    here.flatMap(({ first, last, category, code, nominee }) => [category, code].map((called) => hereKey(first, last, called, nominee))),
  );
  const isThere = (winner: Winner) => {
    if (there.has(winKey(winner))) return true;
    const names = [winner.nominee, winner.organisation].filter((name) => name !== '');
    const called = [winner.category, ...(winner.code === null ? [] : [winner.code])];
    return called.some((category) => names.some((name) => won.has(hereKey(winner.first, winner.last, category, name))));
  };
  return { add: winners.filter((winner) => !isThere(winner)), there: winners.filter(isThere) };
}
