import { z } from 'zod';

export const exact = z
  .object({ fraction: z.string(), decimal: z.string() })
  .meta({ description: 'The fraction in lowest terms, and the same to four decimals, half away from zero.' });

const names = z.array(z.string());

const notTested = z.object({
  tested: z.literal(false),
  why: z.enum([
    'nobody-ranked',
    'one-entry',
    'one-criterion',
    'joint-first',
    'scores-raw',
    'several-pools',
    'gaps',
    'no-groups',
    'no-spread',
    'too-few-entries',
    'too-large',
    'blended',
  ]),
});

/** What a test found, or why it was not made. */
const outcome = <T extends z.ZodRawShape>(found: T) =>
  z.discriminatedUnion('tested', [notTested, z.object({ tested: z.literal(true), ...found })]);

const leaveOneOut = outcome({
  judges: z.int(),
  kept: z.int(),
  changes: z.array(z.object({ judge: z.string(), winners: names, gained: names, lost: names })),
});

const bound = z.object({ share: exact, rival: z.string() }).nullable();

const tieRule = z.enum(['none', 'criteria', 'head-to-head', 'median']);

export const robustness = z.object({
  leaveOneOut: z.object({ raw: leaveOneOut, corrected: leaveOneOut }),
  weights: outcome({
    linear: z.boolean(),
    smallestShift: z
      .object({
        rival: z.string(),
        moved: exact,
        from: z.array(z.object({ criterion: z.string(), moved: exact })),
        to: z.string(),
      })
      .nullable(),
    always: z.boolean(),
    ranges: z.array(z.object({ criterion: z.string(), share: exact, low: bound, high: bound })),
    acceptability: z.object({
      draws: z.int(),
      winner: z.number(),
      standardError: z.number(),
      others: z.array(z.object({ entry: z.string(), share: z.number() })),
    }),
  }),
  effectiveWeights: outcome({
    entries: z.int(),
    few: z.boolean(),
    criteria: z.array(z.object({ criterion: z.string(), nominal: z.number(), effective: z.number() })),
  }),
  rawAgainstCorrected: outcome({
    changes: z.boolean(),
    raw: names,
    corrected: names,
    moved: z.int(),
    farthest: z.object({ entry: z.string(), raw: z.int(), corrected: z.int() }).nullable(),
  }),
  tieRule: outcome({
    tied: z.int(),
    tried: z.array(tieRule),
    changes: z.array(z.object({ rule: tieRule, winners: names, gained: names, lost: names })),
  }),
  conflicts: outcome({ ballots: z.int(), changes: z.boolean(), winners: names }),
});
