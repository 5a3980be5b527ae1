/** Shapes the forms and the API of entries share. */
import { z } from 'zod';
import { nominatorKind, nomineeKind } from '#core/categories/shape.ts';
import { key } from '#core/editions/key.ts';
import type { CategoryId, EntryId } from '#platform/ids.ts';

const id = <T extends string>() => z.uuid().transform((text) => text as T);
export const entryId = id<EntryId>();
export const categoryId = id<CategoryId>();

/** The most characters a field may hold; the counters of the form show them too. */
export const limits = { title: 120, nominee: 200, body: 6000 } as const;

/** How many files an entry may have, and how large they may be together. */
export const fileLimits = { files: 5, bytes: 3_000_000_000 } as const;

/**
 * A draft may be as empty as it likes. Answers are given by the keys of the form's fields; without them they stay as they
 * are, and so do the kinds and the chapter, which '' takes back.
 */
export const draftText = {
  title: z.string().trim().max(limits.title),
  nominee: z.string().trim().max(limits.nominee),
  body: z.string().max(limits.body).default(''),
  answers: z.record(z.string().max(60), z.unknown()).optional(),
  nomineeKind: z.enum([...nomineeKind.options, '']).optional(),
  nominator: z.enum([...nominatorKind.options, '']).optional(),
  /** Of an edition that has chapters, by its key. */
  chapter: z.union([key, z.literal('')]).optional(),
};

/** Why an entry goes to another chapter. */
export const movingReason = z.string().trim().min(1).max(500);

/** Why somebody is given more time than others. */
export const becauseText = z.string().trim().min(1).max(2000);

export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** The same as a page sends them: by the names of the form's controls. */
export const controls = z.record(z.string().max(200), z.string()).optional();

/** What is submitted is complete. */
export const submittedText = {
  title: z.string().trim().min(1).max(limits.title),
  nominee: z.string().trim().min(1).max(limits.nominee),
  body: z.string().trim().min(1).max(limits.body),
};

/** What is asked of every entry; of one that is written by a form, the form asks the rest. */
export const submittedHead = { title: submittedText.title, nominee: submittedText.nominee };

export const version = z.coerce.number().int().min(1);

export type EntryText = { readonly title: string; readonly nominee: string; readonly body: string };
