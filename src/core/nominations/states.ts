/** What may be done about a nominee, by where they stand. */
import type { Refusal } from '../problems/refusal.ts';

/** Proposed and not told yet; told, and asked to accept; accepted, so that an entry is theirs to write; declined, which ends it. */
export const nomineeStates = ['proposed', 'told', 'accepted', 'declined'] as const;
export type NomineeState = (typeof nomineeStates)[number];

export type Nominee = {
  readonly state: NomineeState;
  readonly email: string;
  /** It was merged into another, which speaks for it. */
  readonly merged: boolean;
};

/**
 * Whether they may be told, or told once more; undefined where they may. `declinedBefore`: whoever reads the same mailbox declined another
 * nomination of the edition, and hears of no further one.
 */
export function noTelling({ state, email, merged }: Nominee, declinedBefore: boolean): Refusal | undefined {
  if (merged) return { code: 'nominations.merged-away', facts: {} };
  if (state === 'accepted') return { code: 'nominations.accepted-already', facts: {} };
  if (state === 'declined' || declinedBefore) return { code: 'nominations.declined-already', facts: {} };
  return email === '' ? { code: 'nominations.no-address', facts: {} } : undefined;
}

/** Only what nobody has been told of can become part of another: whoever was told has a link, and an answer to give. */
export function noMerging(
  kept: Nominee & { readonly category: string },
  other: Nominee & { readonly category: string },
): Refusal | undefined {
  if (kept.merged || other.merged) return { code: 'nominations.merged-away', facts: {} };
  if (kept.category !== other.category) return { code: 'nominations.other-category', facts: {} };
  return other.state === 'proposed' ? undefined : { code: 'nominations.told-already', facts: {} };
}

/** Days within which a nominee is told that somebody gave their data (GDPR article 14 (3) (a): a month at the latest). */
export const tellWithinDays = 30;

/** How long a mailed link opens an account. Mail is kept for years and passed on; later whoever accepts signs in. */
const provesForDays = 7;
const day = 86_400_000;

type Mailed = { readonly email: string; readonly mailedTo: string; readonly mailedAt: Date | null };

/** Whether having the link proves that one reads the mailbox of the nominee's address now. */
export const linkProves = ({ email, mailedTo, mailedAt }: Mailed, now: Date): boolean =>
  email !== '' && mailedTo === email && mailedAt !== null && now.getTime() < mailedAt.getTime() + provesForDays * day;
