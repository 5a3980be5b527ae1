import { z } from 'zod';
import { task } from '#platform/queue/tasks.server.ts';
import { sendMail } from './sending/sending.ts';

task('messages.send-mail', z.object({ outbox: z.uuid() }), (ctx, { outbox }) => sendMail(ctx, outbox), { foreign: true });
