/** Letters of referees for an entry: how many, how long, and what one who was asked may still do. */

/** Lengths in UTF-16 units. `open`: those asked and those that arrived; `mailsADay`: requests and reminders of one entry. */
export const letterLimits = { open: 5, mailsADay: 20, letter: 5000, words: 2000, line: 200 } as const;

export const day = 86_400_000;

/** What became of a request: of these four it is in one. */
export type LetterState = 'waiting' | 'arrived' | 'declined' | 'withdrawn';

type Marks = { readonly writtenAt: Date | null; readonly declinedAt: Date | null; readonly withdrawnAt: Date | null };

export function letterState({ writtenAt, declinedAt, withdrawnAt }: Marks): LetterState {
  if (withdrawnAt) return 'withdrawn';
  if (declinedAt) return 'declined';
  return writtenAt ? 'arrived' : 'waiting';
}

/** Whether a referee may be reminded again: once a day, counted from the last mail that asked. Epoch milliseconds. */
export const mayRemind = (lastMailed: number, now: number): boolean => now - lastMailed >= day;
