/** Things that come by post for an entry. */
import { z } from 'zod';

/** What became of one that is no longer there to be looked at; `mistake`: it was never there. */
export const outcomes = ['sent-back', 'kept', 'thrown-away', 'mistake'] as const;
export const outcome = z.enum(outcomes);
export type Outcome = z.output<typeof outcome>;

/** `text`: in UTF-16 units. `perEntry`: those noted by mistake do not count. */
export const itemLimits = { text: 200, perEntry: 50 };

/** Which of them a list shows: those still there, or all. */
export const itemFilters = ['here', 'all'] as const;
export type ItemFilter = (typeof itemFilters)[number];
