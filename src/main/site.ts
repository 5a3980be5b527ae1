/** The web process put together: the application, who asks, whether it could commit, and what is said when something breaks. */
import type { ProblemCode } from '#core/problems/catalogue.ts';
import { problem } from '#core/problems/problem.ts';
import { apiRoot } from '#http/api/serve.ts';
import { type App, createApp, type Parts } from '#http/app.ts';
import { problemDocument, problemView } from '#http/problem.ts';
import { type Config, readSecret } from '#platform/config.server.ts';
import { openLog } from '#platform/log.server.ts';
import { faultOf, pathWithoutSecrets } from '#platform/logging/faults.server.ts';
import { apiReference } from '#slices/integrations/index.ts';
import { policies, standInPages } from '../routes.ts';
import { openApi } from './api.ts';
import { configure } from './configure.ts';
import { connect } from './connection.ts';
import { mountFiles } from './doors/files.ts';
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
  const api = openApi(config, { database, log, report });
  const app = await createApp(config, {
    policies,
    standInPages,
    ready,
    mount: (hono) => {
      hono.get('/metrics', async (c, next) => (await metricsFor(c.req.raw, config.metricsToken, database)) ?? next());
      hono.get(`${apiRoot}/openapi.json`, (c) =>
        c.body(apiReference().text, 200, { 'content-type': 'application/json', 'cache-control': 'no-cache' }),
      );
      hono.all(`${apiRoot}/*`, (c) => api(c.req.raw));
      mountFiles(hono, { config, database, log });
    },
    takesForms: (path) => /^\/sign-in\/from\/[a-z0-9-]+$/.test(path),
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
