/** Shapes the forms and the API of screening share. */
import { z } from 'zod';

/** What has to be mended, in words the entrant can act on. */
export const reason = z.string().trim().min(1).max(2000);

/** What that is about, by the keys of what the entry is asked. */
export const about = z.array(z.string().min(1).max(60)).max(40).default([]);
