/** Shapes judging's forms and API share. */
import { z } from 'zod';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';

export const editionId = z.uuid().transform((id) => id as EditionId);
export const entryId = z.uuid().transform((id) => id as EntryId);
export const personId = z.uuid().transform((id) => id as PersonId);

/** Whole marks by criterion; a criterion without a mark is left out. Whether a mark is on its scale is for the ballot to say. */
export const marks = z.record(z.uuid(), z.int());
export type Marks = z.output<typeof marks>;

/** Forms send line breaks as CR LF and pastes bring what no text holds; both would count and compare wrongly. */
const plain = z.string().transform((text) => text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\0', ''));

export const commentLimit = 4000;
export const comment = plain.pipe(z.string().trim().max(commentLimit));

/** The row version a writer saw: 0 before anything was saved. */
export const ballotVersion = z.int().min(0);

export const reason = plain.pipe(z.string().trim().min(1).max(500));
