/** Shapes results' forms and API share. */
import { z } from 'zod';
import type { CategoryId, EditionId } from '#platform/ids.ts';

export const editionId = z.uuid().transform((id) => id as EditionId);
export const categoryId = z.uuid().transform((id) => id as CategoryId);

/** An instant with its offset, or `now`. */
export const announceAt = z.union([z.literal('now'), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);
