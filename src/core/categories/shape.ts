import { z } from 'zod';
import { key } from '../editions/key.ts';
import { localTextUpTo } from '../languages/local-text.ts';

/** Who or what a category awards. */
export const nomineeKind = z.enum(['person', 'team', 'organisation', 'technology']);
export type NomineeKind = z.output<typeof nomineeKind>;

/** Who may propose: the nominees themselves, people who work beside them, or people they serve. */
export const nominatorKind = z.enum(['self', 'peer', 'customer']);
export type NominatorKind = z.output<typeof nominatorKind>;

/** Entries of one category that are told apart, such as small and large companies: the first division whose rule says yes. */
const division = z.strictObject({
  key,
  name: localTextUpTo(200),
  /** The key of a rule of the document; a division without one takes whoever is left. */
  rule: key.optional(),
});

const most = z.int().min(1).max(10_000);

/**
 * One node of the tree: a family, which has others in it, or a category, which takes entries. What a node leaves out it has from the node
 * it stands in. `limits.each` counts the entries of one entrant, `limits.all` those of everybody.
 */
export const categoryNode = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/),
  in: z.string().max(8).optional(),
  name: localTextUpTo(200),
  description: localTextUpTo(2000).optional(),
  nominees: z.array(nomineeKind).min(1).max(4).optional(),
  nominators: z.array(nominatorKind).min(1).max(3).optional(),
  divisions: z.array(division).max(20).optional(),
  /** Whether each division has places of its own; left out, they are told and all entries share one ranking. */
  ranked: z.enum(['together', 'apart']).optional(),
  limits: z.strictObject({ each: most.optional(), all: most.optional() }).optional(),
  form: key.optional(),
  scorecard: key.optional(),
  rules: z.array(key).max(50).optional(),
  sponsor: key.optional(),
  /** Shown as new this year. */
  isNew: z.boolean().optional(),
  /** Kept for the record of earlier years; takes no entries. */
  retired: z.boolean().optional(),
});
export type CategoryNode = z.output<typeof categoryNode>;

/** In the order they are shown, a node anywhere after or before the one it stands in. */
export const categoriesShape = z.array(categoryNode).max(5000);
export type Categories = z.output<typeof categoriesShape>;
