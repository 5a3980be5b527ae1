/** The tasks and rounds of privacy. */
import { z } from 'zod';
import { contextFor } from '#platform/context.ts';
import { declareRound } from '#platform/queue/rounds.server.ts';
import { task } from '#platform/queue/tasks.server.ts';
import { expireCopies } from './copies.ts';
import { carryOut, makeCopy } from './making.ts';
import { automaticTimers, runTimer } from './timers.ts';
import { organisationsWithOldCopies } from './views.ts';

const request = z.object({ request: z.uuid() });

task('privacy.make-copy', request, (ctx, given) => makeCopy(ctx, given.request));
task('privacy.erase', request, (ctx, given) => carryOut(ctx, given.request));
task('privacy.run-timer', z.object({ timer: z.string() }), async (ctx, given) => {
  await runTimer(ctx, given);
});

const day = 86_400_000;

const rounds = { kind: 'system', name: 'privacy' } as const;

declareRound({
  name: 'let copies expire',
  everyMs: 600_000,
  run: async (database, log) => {
    for (const organisation of await organisationsWithOldCopies(database))
      await expireCopies(contextFor(database, log, organisation, rounds), {});
  },
});

declareRound({
  name: 'let go what is kept long enough',
  everyMs: day,
  run: async (database, log) => {
    for (const { organisation, timer } of await automaticTimers(database))
      await runTimer(contextFor(database, log, organisation, rounds), { timer });
  },
});
