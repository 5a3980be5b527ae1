/** The web process put together: the application, who asks, whether it could commit, and what is said when something breaks. */
import type { ProblemCode } from '#core/problems/catalogue.ts';
import { problem } from '#core/problems/problem.ts';
import { type App, createApp, type Parts } from '#http/app.ts';
import { problemDocument, problemView } from '#http/problem.ts';
import { type Config, readSecret } from '#platform/config.server.ts';
import { openLog } from '#platform/log.server.ts';
import { faultOf, pathWithoutSecrets } from '#platform/logging/faults.server.ts';
import { movedPath } from '#slices/programmes/index.ts';
import { policies, standInPages } from '../routes.ts';
import { mountApi } from './api/open.ts';
import { configure } from './configure.ts';
import { connect } from './connection.ts';
import { mountFiles } from './doors/files.ts';
import { keepFilesApart } from './doors/files-host.ts';
import { findVisitor } from './doors/visitor.ts';
import { countingAs, keepWriting, startCounter } from './watching/counters.ts';
import { metricsFor } from './watching/metrics.ts';
import { couldCommit } from './watching/ready.ts';
import './slices.ts';

function refuse(config: Config, code: ProblemCode): Response {
  return problemDocument(problemView(problem(code), 'en'), config.basePath, '');
}

export type Site = App & { readonly ready: () => Promise<boolean>; readonly close: () => Promise<void> };

export async function openSite(config: Config): Promise<Site> {
  const log = openLog(config.log, 'web');
  const database = await connect(config, 'app');
  const secure = config.url.startsWith('https:');
  const secret = readSecret(config);
  if (secret === undefined) throw problem('installation.secret-needed', { folder: config.dataFolder });
  configure(config, secret);
  const name = countingAs('web');
  const ready = () => couldCommit(database, name);
  const counter = startCounter();
  const stopWriting = keepWriting(database, name, counter);
  const report: Parts['report'] = (error, request, reference) => {
    const { pathname } = new URL(request.url);
    log.error({ reference, path: pathWithoutSecrets(pathname), fault: faultOf(error) }, 'a fault nobody meant');
  };
  const app = await createApp(config, {
    policies,
    standInPages,
    ready,
    first: (hono) => keepFilesApart(hono, config),
    mount: (hono) => {
      hono.get('/metrics', async (c, next) => (await metricsFor(c.req.raw, config.metricsToken, database)) ?? next());
      mountApi(hono, config, { database, log, report });
      mountFiles(hono, { config, database, log });
    },
    takesForms: (path) => /^\/sign-in\/from\/[a-z0-9-]+$/.test(path),
    movedTo: movedPath,
    prepare: findVisitor({ database, log, secure }),
    refuse: (code) => refuse(config, code),
    report,
  });
  return {
    fetch: async (...asked) => {
      const began = performance.now();
      const answer = await app.fetch(...asked);
      counter.answered(answer.status, performance.now() - began);
      return answer;
    },
    ready,
    close: () => {
      stopWriting();
      return database.close();
    },
  };
}
