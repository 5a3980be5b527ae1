/** The system's tasks and rounds. */
import { z } from 'zod';
import { declareRound } from '#platform/queue/rounds.server.ts';
import { task } from '#platform/queue/tasks.server.ts';
import { runVerification } from './long-jobs.ts';
import { sealRecord } from './record.ts';
import { sweep, tidy } from './tidy.ts';

task('system.verify-record', z.object({ job: z.uuid() }), (ctx, { job }) => runVerification(ctx, job));

declareRound({ name: 'seal the record', everyMs: 1_000, run: sealRecord });
declareRound({ name: 'forget used keys', everyMs: 600_000, run: tidy });
declareRound({ name: 'sweep content nobody refers to', everyMs: 3_600_000, run: sweep });
