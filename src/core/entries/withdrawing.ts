/**
 * An entry that was sent in is withdrawn by its writer, and comes back by them while entries are open. It keeps its number and everything
 * that was said; its place in the category is given back, and has to be free when it returns: nobody goes round a limit by withdrawing
 * one, sending in another and bringing the first back (HotCRP counted wrongly so until 3.4).
 */
import type { Phase } from '../season/phases.ts';

export type EntryState = 'draft' | 'submitted' | 'returned' | 'accepted' | 'withdrawn' | 'ineligible';

/** States in which an entry stands as sent in: it holds a place in its category, and is counted as submitted. */
export const standing: readonly EntryState[] = ['submitted', 'returned', 'accepted'];

/** Whether an entry in this state stands. */
export const stands = (state: EntryState): boolean => standing.includes(state);

export type NoWithdrawal =
  | { readonly code: 'entries.nothing-to-withdraw'; readonly facts: { readonly state: EntryState } }
  | { readonly code: 'entries.withdrawn-too-late'; readonly facts: Readonly<Record<string, never>> };

/** Why an entry cannot be withdrawn; undefined where it can. What was announced stays as it was announced. */
export function noWithdrawal(state: EntryState, phase: Phase): NoWithdrawal | undefined {
  if (!stands(state)) return { code: 'entries.nothing-to-withdraw', facts: { state } };
  if (phase === 'announced') return { code: 'entries.withdrawn-too-late', facts: {} };
  return undefined;
}

/** What a withdrawn entry comes back as: one that was sent back still has to be mended, any other is looked at again. */
export const revivedAs = (from: EntryState): 'submitted' | 'returned' => (from === 'returned' ? 'returned' : 'submitted');
