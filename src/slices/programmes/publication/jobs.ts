import { z } from 'zod';
import { task } from '#platform/queue/tasks.server.ts';
import { editionId } from '../schemas.ts';
import { isDue, publishScheduled, publishTask } from './publishing.ts';

task(publishTask, z.object({ edition: editionId }), async (ctx, { edition }) => {
  if (await isDue(ctx, edition)) await publishScheduled(ctx, { edition });
});
