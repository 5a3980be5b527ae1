/** The work of dry runs, as the jobs process takes it up. */
import { z } from 'zod';
import { task } from '#platform/queue/tasks.server.ts';
import { dryRunTask } from './dry-runs.ts';
import { runDryRun } from './run.ts';

task(dryRunTask, z.object({ job: z.uuid() }), (ctx, { job }) => runDryRun(ctx, job));
