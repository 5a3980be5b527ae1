/** The API put before the pages: who asks is found out by the key, and by nothing else a browser would send along. */
import type { Hono } from 'hono';
import { apiRoot, serveApi } from '#http/api/serve.ts';
import { peerOf } from '#http/visitor/peer.ts';
import type { Config } from '#platform/config.server.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import { ids } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { networksFrom } from '#platform/outward/networks.server.ts';
import { configureLinks } from '#slices/entries/index.ts';
import { apiReference, askerByKey, configureIntegrations } from '#slices/integrations/index.ts';
import { resolveOrganisation, resolveVisitor } from '#slices/programmes/index.ts';
import { endpoints } from '../../api.ts';

type Parts = {
  readonly database: Database;
  readonly log: Log;
  readonly report: (error: unknown, request: Request, reference: string) => void;
  /** Milliseconds, for counting who asks how often. */
  readonly clock?: () => number;
};

/** The API itself, as a function from request to answer. */
export function openApi(config: Pick<Config, 'url' | 'basePath' | 'behindProxy'>, { database, log, report, clock }: Parts) {
  return serveApi({
    endpoints,
    base: config.basePath,
    peer: (request) => peerOf(request, config.behindProxy),
    report,
    ...(clock && { clock }),
    resolve: async (request, secret) => {
      const arrived = performance.now();
      const address = peerOf(request, config.behindProxy);
      const client = { address, agent: request.headers.get('user-agent') ?? '' };
      const organisation = await resolveOrganisation(database, request.headers.get('host') ?? '');
      if (secret !== undefined) return askerByKey(database, { organisation, secret, client, log, ids, arrived });
      return resolveVisitor(database, { organisation, token: undefined, client, log, ids, arrived });
    },
  });
}

/** The API and its description, before the pages. */
export function mountApi(app: Hono, config: Pick<Config, 'url' | 'basePath' | 'behindProxy'>, parts: Parts): void {
  const api = openApi(config, parts);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
  app.get(`${apiRoot}/openapi.json`, (c) => c.body(apiReference().text, 200, headers));
  app.all(`${apiRoot}/*`, (c) => api(c.req.raw));
}

/** What both processes have to know before a key is sealed, a webhook told or a web address looked at. */
export function configureForIntegrations({ url, webhookNetworks }: Pick<Config, 'url' | 'webhookNetworks'>, secret: string): void {
  const networks = networksFrom(webhookNetworks) ?? { allows: () => false };
  configureIntegrations({ secret, url, networks });
  configureLinks(networks);
}
