/** Acts on the category tree: each makes the tree anew from the version its form saw, so that the same form sent twice means the same. */
import type { z } from 'zod';
import { movedAll, movesIn, saidIn, withChanged, withNode } from '#core/categories/editing.ts';
import { without } from '#core/categories/moving.ts';
import type { Categories, CategoryNode } from '#core/categories/shape.ts';
import { type FieldProblem, Problem } from '#core/problems/problem.ts';
import { nodeFrom, type Values, valuesOf } from './node-values.ts';
import type { languagesOf } from './view.ts';

type Languages = ReturnType<typeof languagesOf>;
/** What is sent is read by the part's shape, which refuses what cannot be; until then it only looks like a tree. */
const asNode = (sent: Readonly<Record<string, unknown>>): CategoryNode => sent as CategoryNode;
/** A tree as it is sent to be saved. */
export type Body = z.output<ReturnType<typeof z.json>>;
export const asBody = (categories: Categories): Body => JSON.parse(JSON.stringify(categories)) as Body;

export const afterMoves = (now: Categories, values: Values): Body => asBody(movedAll(now, movesIn(values.moves ?? '')));

export const afterRemoval = (now: Categories, { node = '' }: Values): Body => asBody(without(now, node));

/** A new node inside the one chosen, or beside it. */
export function afterAddition(now: Categories, { node = '', place, ...values }: Values): Body {
  const chosen = now.find((each) => each.code === node);
  const above = place === 'beside' ? chosen?.in : chosen?.code;
  const description = saidIn(undefined, '', (values.description ?? '').trim());
  const added = asNode({
    code: (values.code ?? '').trim().toUpperCase(),
    ...(above !== undefined && { in: above }),
    name: (values.name ?? '').trim(),
    ...(description !== undefined && { description }),
  });
  return asBody(withNode(now, added, place === 'beside' ? node : undefined));
}

export function afterChange(now: Categories, { node = '', ...values }: Values, languages: Languages): Body {
  const was = now.find((each) => each.code === node);
  return asBody(was ? withChanged(now, node, asNode(nodeFrom(values, was, languages))) : now);
}

const field = (path: string): string => path.replace(/^(nominees|nominators|rules)\.\d+$/, '$1');

/** A refusal of the tree told at the fields of the form that sent it: those of one node, by where it stands in the list. */
export function atNode(error: unknown, at: number): unknown {
  if (!(error instanceof Problem)) return error;
  const start = `categories.${at}.`;
  const fields = error.fields.map((each): FieldProblem => {
    return each.path.startsWith(start) ? { ...each, path: field(each.path.slice(start.length)) } : each;
  });
  return new Problem(error.code, error.facts, fields);
}

/** Where both changed one node: what is saved now stands beside what was sent, field by field. */
export function bothTexts(error: unknown, node: CategoryNode | undefined, sent: Values, languages: Languages): unknown {
  if (!(error instanceof Problem) || error.code !== 'general.stale-version' || !node) return error;
  const fields = Object.entries(valuesOf(node, languages))
    .filter(([path, saved]) => saved !== (sent[path] ?? ''))
    .map(([path, saved]): FieldProblem => {
      return { path, code: 'field.changed-meanwhile', facts: { saved: saved.replaceAll('\n', ', '), sent: sent[path] ?? '' } };
    });
  return new Problem(error.code, error.facts, fields);
}
