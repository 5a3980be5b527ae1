/** Shapes judging's forms and API share. */
import { z } from 'zod';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';

export const editionId = z.uuid().transform((id) => id as EditionId);
export const entryId = z.uuid().transform((id) => id as EntryId);
export const personId = z.uuid().transform((id) => id as PersonId);

/**
 * Marks by criterion as judges give them, 7.5 where halves may be given; of a yes-or-no question 1 or 0; null: it does not apply. A criterion
 * without a mark is left out. Whether a mark is on its scale is for the ballot to say.
 */
export const marks = z.record(z.uuid(), z.number().nullable());
export type Marks = z.output<typeof marks>;

export const oneCommentLimit = 2000;
/** What is written beside single criteria; one without words is left out. */
export const comments = z
  .record(z.uuid(), z.string().trim().max(oneCommentLimit))
  .transform((all) => Object.fromEntries(Object.entries(all).filter(([, text]) => text !== '')))
  .default({});
export type Comments = z.output<typeof comments>;

export const commentLimit = 4000;
export const comment = z.string().trim().max(commentLimit);

/** The row version a writer saw: 0 before anything was saved. */
export const ballotVersion = z.int().min(0);

export const reason = z.string().trim().min(1).max(500);
