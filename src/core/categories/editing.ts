import type { LocalText } from '../languages/local-text.ts';
import { moved, type Place, withAllBelow } from './moving.ts';
import type { Categories, CategoryNode } from './shape.ts';
import { childrenOf } from './tree.ts';

/** One node that goes to a place. */
export type Move = Place & { readonly code: string };

const code = '[A-Z][A-Z0-9]{0,7}';
const line = new RegExp(`^(${code}) (${code}|-) (${code}|-)$`);

/** A move as a form sends it: the node, what it goes into and what it goes before; `-` for the top, and for the end. */
export const moveText = ({ code: node, in: above, before }: Move): string => `${node} ${above ?? '-'} ${before ?? '-'}`;

const named = (text: string | undefined): string | undefined => (text === '-' ? undefined : text);

/** Moves as a form sends them, one a line; lines that are no moves are left out. */
export function movesIn(text: string): readonly Move[] {
  return text.split(/\r?\n/).flatMap((each): Move[] => {
    const [, node, above, before] = line.exec(each.trim()) ?? [];
    return node === undefined ? [] : [{ code: node, in: named(above), before: named(before) }];
  });
}

/** The tree after one move and the next. */
export const movedAll = (categories: Categories, moves: readonly Move[]): Categories =>
  moves.reduce((tree, move) => moved(tree, move.code, move), categories);

/** The tree with one node more: in another one at its end, or straight behind another one and what stands in that. */
export function withNode(categories: Categories, node: CategoryNode, beside?: string): Categories {
  const [above, before] = [node.in, categories.findIndex((each) => each.code === beside)];
  if (before >= 0) return categories.toSpliced(before + 1, 0, node);
  const last = categories.findLastIndex((each) => each.in === above);
  return last < 0 ? [...categories, node] : categories.toSpliced(last + 1, 0, node);
}

/** The tree with another node in place of one; what stood in it goes along where its code changed. */
export function withChanged(categories: Categories, was: string, node: CategoryNode): Categories {
  return categories.map((each) => (each.code === was ? node : each.in === was ? { ...each, in: node.code } : each));
}

/** How many nodes stand in one, at any depth. */
export const countBelow = (categories: Categories, node: string): number => withAllBelow(categories, node).size - 1;

/** Where a node stands among those beside it, from 1, and how many those are. */
export function standing(categories: Categories, node: Pick<CategoryNode, 'code' | 'in'>): { readonly at: number; readonly of: number } {
  const beside = childrenOf(categories).get(node.in) ?? [];
  return { at: beside.findIndex((each) => each.code === node.code) + 1, of: beside.length };
}

/** A text with what it says in one language changed; empty says nothing in it. Undefined where nothing is left. */
export function saidIn(text: LocalText | undefined, language: string, said: string): LocalText | undefined {
  if (text === undefined || typeof text === 'string') return said === '' ? undefined : said;
  const rest = Object.entries(text).filter(([each]) => each !== language);
  const all = said === '' ? rest : [...rest, [language, said] as const];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}
