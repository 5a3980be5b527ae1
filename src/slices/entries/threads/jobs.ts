/** The mail of a thread that waits for its hour. */
import { z } from 'zod';
import { sides } from '#core/entries/asking/threads.ts';
import { task } from '#platform/queue/tasks.server.ts';
import { entryId } from '../schemas.ts';
import { tellOfThread } from './telling.ts';

task('entries.tell-of-thread', z.object({ entry: entryId, side: z.enum(sides) }), (ctx, { entry, side }) => tellOfThread(ctx, entry, side));
