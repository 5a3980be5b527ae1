/** Shapes the forms and the API of screening share. */
import { z } from 'zod';

/** What has to be mended, in words the entrant can act on. */
export const reason = z.string().trim().min(1).max(2000);

/** Until when it may be mended. */
export const until = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const version = z.coerce.number().int().min(1);

/** One of the reasons of the edition, as it is called there. */
export const why = z.string().trim().min(1).max(200);

/** What the writer is told besides. */
export const told = z.string().trim().max(1500).default('');

/** What that is about, by the keys of what the entry is asked. */
export const about = z.array(z.string().min(1).max(60)).max(40).default([]);
