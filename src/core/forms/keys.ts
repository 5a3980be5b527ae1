import { z } from 'zod';
import { localTextUpTo } from '../languages/local-text.ts';

export const label = localTextUpTo(500);
export const help = localTextUpTo(4000);

/** By when an answer must be there. */
export const required = z.enum(['draft', 'submit', 'never']);

/** Who reads an answer: everybody once the entry is public; judges and managers; managers alone. Entrants always read their own. */
export const audience = z.enum(['public', 'judges', 'managers']);
export type Audience = z.output<typeof audience>;

/** How an answer is guarded, kept and deleted, from least to most. */
export const protection = z.enum(['public', 'internal', 'personal', 'sensitive']);
