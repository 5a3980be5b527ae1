/** The sentences of every refusal; the type makes a code without a sentence an error. */
import type { ProblemCode } from '#core/problems/catalogue.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { csv } from './csv.ts';
import { general } from './general.ts';
import { installation } from './installation.ts';
import { people } from './people.ts';
import { ranking } from './ranking.ts';
import { scoring } from './scoring.ts';
import { season } from './season.ts';
import { tally } from './tally.ts';

export const problems: Record<ProblemCode, ProblemWords> = {
  ...general,
  ...installation,
  ...people,
  ...csv,
  ...ranking,
  ...scoring,
  ...season,
  ...tally,
};
