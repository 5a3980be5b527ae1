/** Shapes the forms and the API of messages share. */
import { z } from 'zod';
import type { EditionId, PersonId, ProgrammeId } from '#platform/ids.ts';

const id = <T extends string>() => z.uuid().transform((text) => text as T);
export const programmeId = id<ProgrammeId>();
export const editionId = id<EditionId>();
export const personId = id<PersonId>();
export const mailId = z.uuid();

export const mailName = z.string().max(80);
/** One line; that it is one is asked where it can be said in words. */
export const subject = z.string().trim().min(1).max(200);
export const body = z.string().trim().min(1).max(20_000);

/** What people may switch off. */
export const topics = ['reminders', 'news'] as const;
export const topic = z.enum(topics);
export type Topic = z.infer<typeof topic>;

/** The version of a row the sender saw; 0 where there was none yet. */
export const version = z.coerce.number().int().min(0);
