/** The web process put together: the application, who asks, whether it could commit, and what is said when something breaks. */
import type { ProblemCode } from '#core/problems/catalogue.ts';
import { problem } from '#core/problems/problem.ts';
import { type App, createApp } from '#http/app.ts';
import { visitorContext } from '#http/context.ts';
import { problemDocument, problemView } from '#http/problem.ts';
import { readKnown, readSession } from '#http/session.ts';
import { visitContext } from '#http/visit.ts';
import { type Config, readSecret } from '#platform/config.server.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import { configureFiles } from '#platform/files.server.ts';
import { ids } from '#platform/ids.ts';
import { openLog } from '#platform/log.server.ts';
import { configureMail } from '#slices/messages/index.ts';
import { configureSignIn } from '#slices/people/index.ts';
import { resolveOrganisation, resolveVisitor } from '#slices/programmes/index.ts';
import { configureSource } from '#slices/system/index.ts';
import { policies } from '../routes.ts';
import { connect } from './connection.ts';
import './slices.ts';

/** Readiness is a commit: a row of this process is written, within two seconds. */
async function couldCommit(database: Database): Promise<boolean> {
  const written = database.pool
    .query(
      `insert into directory.pulses (process, pulse_at) values ($1, plaudit.plaudit_now())
       on conflict (process) do update set pulse_at = excluded.pulse_at`,
      [`web ${process.pid}`],
    )
    .then(
      () => true,
      () => false,
    );
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
  return Promise.race([written, late]);
}

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
  configureMail(config);
  configureSource(config.sourceUrl);
  configureFiles(config.dataFolder);
  configureSignIn({ secret, secure, keepsMail: config.smtpUrl === undefined, url: config.url });
  const ready = () => couldCommit(database);
  const app = await createApp(config, {
    policies,
    ready,
    prepare: async (context, request) => {
      const arrived = performance.now();
      const host = request.headers.get('host') ?? '';
      const agent = request.headers.get('user-agent') ?? '';
      const client = { address: context.get(visitContext).peer, agent, known: readKnown(request) };
      const organisation = await resolveOrganisation(database, host);
      const token = readSession(request, secure);
      context.set(visitorContext, await resolveVisitor(database, { organisation, token, client, log, ids, arrived }));
    },
    refuse: (code) => refuse(config, code),
    report: (error, request, reference) => {
      const { pathname } = new URL(request.url);
      log.error({ reference, path: pathname, error: error instanceof Error ? error.stack : String(error) }, 'a fault nobody meant');
    },
  });
  return {
    ...app,
    ready,
    close: () => database.close(),
  };
}
