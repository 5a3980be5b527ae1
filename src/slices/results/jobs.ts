import { z } from 'zod';
import { task } from '#platform/queue/tasks.server.ts';
import { editionId } from './schemas.ts';
import { announcedEdition, tellWinners } from './telling.ts';

task('results.tell-winners', z.object({ edition: editionId }), async (ctx, { edition }) => {
  if (await announcedEdition(ctx, edition)) await tellWinners({ ...ctx, key: `results.tell-winners ${edition}` }, { edition });
});
