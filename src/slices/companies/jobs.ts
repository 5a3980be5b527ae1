import { z } from 'zod';
import { task } from '#platform/queue/tasks.server.ts';
import { forgetContact } from './people.ts';

task('companies.forget-contact', z.object({ contact: z.uuid(), reason: z.string() }), async (ctx, given) => {
  await forgetContact({ ...ctx, key: `companies.forget-contact ${given.contact}` }, given);
});
