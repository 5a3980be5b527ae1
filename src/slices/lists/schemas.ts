/** Shapes of what people may send about a list. */
import { z } from 'zod';

export const listName = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
/** What the list is of: an edition, a company; empty for lists of the whole organisation. */
export const listSubject = z.string().max(100);
export const viewId = z.uuid();
export const viewName = z.string().trim().min(1).max(80);
export const columns = z.array(z.string().max(40)).min(1).max(40);

/** A choice of more is refused: nobody looks through a preview of so many, and an act on them would hold the database too long. */
export const mostRows = 1_000;
/** One more than may be held, so that too many are refused in words. */
export const rows = z.array(z.uuid()).max(mostRows + 1);

export const ticked = z.union([z.literal(''), z.literal('on')]).transform((text) => text === 'on');
