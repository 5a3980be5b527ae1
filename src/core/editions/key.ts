import { z } from 'zod';

/** The scorecard of categories that name none. */
export const mainScorecard = 'main';

/**
 * What things of an edition are referred to and answers are kept by, however they are called: forms, fields, options, scorecards, rules,
 * sponsors, divisions.
 */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(60);
