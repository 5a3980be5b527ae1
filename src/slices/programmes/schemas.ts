/** Shapes the forms and the API of programmes share. */
import { z } from 'zod';
import type { CategoryId, EditionId, PersonId, ProgrammeId } from '#platform/ids.ts';

const id = <T extends string>() => z.uuid().transform((text) => text as T);
export const programmeId = id<ProgrammeId>();
export const editionId = id<EditionId>();
export const categoryId = id<CategoryId>();
export const personId = id<PersonId>();

/** An instant, `2027-01-29T17:00:00Z`; forms turn the wall time of the programme's zone into one. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const name = z.string().trim().min(1).max(200);
/** A few words or sentences; none is an answer too. */
export const text = (limit: number) => z.string().trim().max(limit).default('');
export const timeZone = z.string().trim().min(1).max(60);
export const role = z.enum(['manager', 'judge', 'auditor', 'screener']);
/** Those programs know by name; what they were told once never grows. */
export const roleOfApi = role.exclude(['screener']);
export type Role = z.output<typeof role>;
/** What somebody is invited to: a role in a programme, or a chapter of one of its editions. */
export const invitedRole = z.enum([...role.options, 'chapter-manager']);
export type InvitedRole = z.output<typeof invitedRole>;

export const timeline = {
  entriesOpenAt: instant,
  entriesCloseAt: instant,
  judgingCloseAt: instant,
};

/** How many judges read each entry, and how many ballots it needs to be counted. */
export const panel = {
  seats: z.coerce.number().int().min(1).max(50),
  minimumPanel: z.coerce.number().int().min(1).max(50),
};

/** A short code people say aloud: A, H3, TECH. */
export const categoryCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z][A-Z0-9]{0,7}$/);

export const criterion = z.object({
  name,
  question: z.string().trim().max(1000).default(''),
  weight: z.coerce.number().int().min(1).max(10_000),
});

export const scale = {
  scaleMin: z.coerce.number().int().min(0).max(1000),
  scaleMax: z.coerce.number().int().min(1).max(1000),
};

/** The version of a row the sender saw; another one was saved meanwhile if it differs. */
export const version = z.coerce.number().int().min(1);
