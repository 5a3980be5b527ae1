/** Looking at web addresses waits for strangers, so it has a lane of its own. */
import { z } from 'zod';
import { task } from '#platform/queue/tasks.server.ts';
import { entryId } from '../schemas.ts';
import { lookAtLinks } from './links.ts';

task('entries.check-links', z.object({ entry: entryId }), (ctx, { entry }) => lookAtLinks(ctx, entry), { foreign: true });
