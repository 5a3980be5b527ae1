/** Shapes results' forms and API share. */
import { z } from 'zod';
import type { CategoryId, EditionId, EntryId } from '#platform/ids.ts';

export const editionId = z.uuid().transform((id) => id as EditionId);
export const categoryId = z.uuid().transform((id) => id as CategoryId);
export const entryId = z.uuid().transform((id) => id as EntryId);

/** A level people give an entry; null for none. */
export const levelDecision = z.object({
  entry: entryId,
  level: z.string().min(1).max(60).nullable(),
});

/** An instant with its offset, or `now`. */
export const announceAt = z.union([z.literal('now'), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);
