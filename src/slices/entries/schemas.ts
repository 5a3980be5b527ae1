/** Shapes the forms and the API of entries share. */
import { z } from 'zod';
import type { CategoryId, EntryId } from '#platform/ids.ts';

const id = <T extends string>() => z.uuid().transform((text) => text as T);
export const entryId = id<EntryId>();
export const categoryId = id<CategoryId>();

/** The most characters a field may hold; the counters of the form show them too. */
export const limits = { title: 120, nominee: 200, body: 6000 } as const;

/** The most bytes of a file, and how many an entry may have. */
export const fileLimits = { bytes: 10 * 1024 * 1024, files: 1 } as const;

/** A draft may be as empty as it likes. */
export const draftText = {
  title: z.string().trim().max(limits.title),
  nominee: z.string().trim().max(limits.nominee),
  body: z.string().max(limits.body),
};

/** What is submitted is complete. */
export const submittedText = {
  title: z.string().trim().min(1).max(limits.title),
  nominee: z.string().trim().min(1).max(limits.nominee),
  body: z.string().trim().min(1).max(limits.body),
};

export const version = z.coerce.number().int().min(1);

/** A file already kept by its content; the door has looked at what it is. */
export const keptFile = {
  name: z.string().trim().min(1).max(200),
  mediaType: z.string().max(100),
  bytes: z.number().int().min(1).max(fileLimits.bytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
};

export type EntryText = { readonly title: string; readonly nominee: string; readonly body: string };
export type EntryState = 'draft' | 'submitted' | 'returned' | 'accepted';
