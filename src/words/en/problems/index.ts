/** The sentences of every refusal; the type makes a code without a sentence an error. */
import type { ProblemCode } from '#core/problems/catalogue.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { general } from './general.ts';
import { people } from './people.ts';

export const problems: Partial<Record<ProblemCode, ProblemWords>> = { ...general, ...people };
