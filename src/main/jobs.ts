/** The jobs process: works off the queue, seals the record, sends mail. Under the supervisor, or alone (`./plaudit jobs`). */
import { loadConfig, readSecret } from '#platform/config.server.ts';
import { openLog } from '#platform/log.server.ts';
import { runJobs } from '#platform/processes/child-processes.server.ts';
import { startJobs } from '#platform/queue/jobs.server.ts';
import { configureMail } from '#slices/messages/index.ts';
import { configureForIntegrations } from './api/open.ts';
import { connect } from './connection.ts';
import { configureStore } from './doors/store.ts';
import { declareErasureLog } from './keep-erasures.ts';
import { giveUp } from './outcome.ts';
import { countingAs, keepWriting, startCounter } from './watching/counters.ts';
import './slices.ts';

try {
  const config = loadConfig();
  configureMail(config, readSecret(config));
  configureStore(config);
  declareErasureLog(config);
  const database = await connect(config, 'jobs');
  configureForIntegrations(config, readSecret(config) ?? '');
  const stopWriting = keepWriting(database, countingAs('jobs'), startCounter());
  const jobs = await startJobs({ database, log: openLog(config.log, 'jobs'), concurrency: config.jobsConcurrency });
  runJobs({
    progressAt: jobs.progressAt,
    ended: jobs.ended,
    stop: async () => {
      await jobs.stop();
      stopWriting();
      await database.close();
    },
  });
} catch (error) {
  giveUp(error);
}
