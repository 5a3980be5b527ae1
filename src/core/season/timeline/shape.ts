import { z } from 'zod';
import { key } from '../../editions/key.ts';
import { localTextUpTo } from '../../languages/local-text.ts';
import { localTime } from './local-instant.ts';

/** [opens, closes): the first instant belongs to it, the last does not. */
const interval = z.strictObject({ opens: localTime, closes: localTime });

/** A day and a night: more is no grace but another deadline. */
const longestGrace = 1440;

/** An interval in which something is sent in, with the minutes after its close in which it still counts; nobody is told of those. */
const clock = interval.extend({ grace: z.int().min(0).max(longestGrace).default(0) });

/**
 * One round of judging. `handIn`: what entrants add for it (a presentation, proofs), where it is not judged from the entry alone.
 * `parallel`: it may run while the round listed before it does, as a vote of members runs beside the judges.
 */
const round = z.strictObject({
  key,
  name: localTextUpTo(200).optional(),
  opens: localTime,
  closes: localTime,
  handIn: interval.optional(),
  parallel: z.boolean().default(false),
});

/**
 * What codes of one kind do, the codes themselves being made elsewhere: whoever redeems one before it `expires` may send in `until`
 * another instant. `uses`: how often all codes of the kind together may be redeemed; without end where left out.
 */
const lateCode = z.strictObject({
  key,
  of: z.enum(['nominations', 'entries']).default('entries'),
  until: localTime,
  expires: localTime.optional(),
  uses: z.int().min(1).max(100_000).optional(),
});

/** What sending in costs, by the instant it is done: the first tier whose `until` is still to come; the last needs none. Shown, not charged. */
const fees = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'not-a-currency' }),
  tiers: z
    .array(
      z.strictObject({
        key,
        name: localTextUpTo(200).optional(),
        until: localTime.optional(),
        /** In minor units: cents of a euro. */
        amount: z.int().min(0).max(1_000_000_000),
      }),
    )
    .min(1)
    .max(20),
});

/**
 * When everything of an edition happens, as its programme's wall clock shows it: so it can be read, and moved to another year. There are two
 * clocks, either of which may be the only one: nominations propose, entries compete. `fromNomination`: only what was nominated may enter, so
 * that the two are linked. What cannot be is `timelineProblems`' to say.
 */
export const timelineShape = z.strictObject({
  nominations: clock.optional(),
  entries: clock.extend({ fromNomination: z.boolean().default(false) }).optional(),
  screening: interval.optional(),
  rounds: z.array(round).max(20).default([]),
  deliberation: interval.optional(),
  announcement: localTime.optional(),
  ceremony: z.strictObject({ at: localTime, place: localTextUpTo(300).optional() }).optional(),
  feedback: localTime.optional(),
  lateCodes: z.array(lateCode).max(50).default([]),
  fees: fees.optional(),
});
export type Timeline = z.output<typeof timelineShape>;
