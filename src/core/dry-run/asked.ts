import { z } from 'zod';
import { plainLine } from '../languages/plain-text.ts';

const perCent = (most: number) => z.coerce.number().min(0).max(most);
const minutes = (most: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().min(1).max(most).optional());

/**
 * What a season is made up from. Figures of quality, severity and noise are per cent of the length of a scale: on 1–10, ten per cent are 0.9
 * of a mark. `severity` and `noise` are standard deviations; `noise` counts twice, once for how a judge sees the whole entry and once for each
 * criterion. Minutes are told by whoever asks, or left out.
 */
export const askedShape = z.strictObject({
  /** Entries in each category. */
  entries: z.coerce.number().int().min(2).max(500),
  judges: z.coerce.number().int().min(1).max(500),
  /** Where a middling entry lies on its scales, and how far entries lie apart (standard deviation). */
  typical: perCent(100),
  spread: perCent(50),
  severity: perCent(50),
  noise: perCent(50),
  /** Ballots that are never handed in. */
  missing: perCent(50),
  /** To read an entry and mark it; and to write one comment that is required. */
  minutes: minutes(600),
  commentMinutes: minutes(60),
  /** Seasons that are made up, one after the other: what is told is about all of them. */
  seasons: z.coerce.number().int().min(1).max(50),
  seed: z.string().overwrite(plainLine).min(1).max(100),
});
export type Asked = z.output<typeof askedShape>;
