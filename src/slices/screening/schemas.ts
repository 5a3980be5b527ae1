/** Shapes the forms and the API of screening share. */
import { z } from 'zod';

/** What has to be mended, in words the entrant can act on. */
export const reason = z.string().trim().min(1).max(2000);
