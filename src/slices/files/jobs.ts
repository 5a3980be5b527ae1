/** The tasks and rounds of files. */
import { z } from 'zod';
import { declareRound } from '#platform/queue/rounds.server.ts';
import { task } from '#platform/queue/tasks.server.ts';
import { scanContent } from './scan.ts';
import { sha256 } from './schemas.ts';
import { forgetUnused } from './tidy.ts';

task('files.scan', z.object({ sha256 }), (ctx, content) => scanContent(ctx, content.sha256), { foreign: true });

declareRound({ name: 'forget uploads and contents nobody uses', everyMs: 600_000, run: forgetUnused });
