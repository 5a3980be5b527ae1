import { z } from 'zod';
import type { Database } from '#platform/database/transaction.server.ts';
import { declareRound } from '#platform/queue/rounds.server.ts';
import { task } from '#platform/queue/tasks.server.ts';
import { forgetShown } from './keys/key-store.ts';
import { dispatchWebhooks, workWebhook } from './webhooks/delivering.ts';
import { forgetOldDeliveries } from './webhooks/delivery-store.ts';

task('integrations.tell-webhook', z.object({ webhook: z.uuid() }), (ctx, { webhook }) => workWebhook(ctx, webhook), { foreign: true });

async function forget(database: Database): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id } of organisations) {
    await forgetShown(database, id);
    await forgetOldDeliveries(database.db, id);
  }
}

declareRound({ name: 'tell webhooks', everyMs: 2_000, run: dispatchWebhooks });
declareRound({ name: 'forget shown keys and old deliveries', everyMs: 600_000, run: forget });
