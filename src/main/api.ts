/** The API put before the pages: who asks is found out by the key, and by nothing else a browser would send along. */
import { serveApi } from '#http/api/serve.ts';
import { peerOf } from '#http/visitor/peer.ts';
import type { Config } from '#platform/config.server.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import { ids } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { networksFrom } from '#platform/outward/networks.server.ts';
import { askerByKey, configureIntegrations } from '#slices/integrations/index.ts';
import { resolveOrganisation, resolveVisitor } from '#slices/programmes/index.ts';
import { endpoints } from '../api.ts';

type Parts = {
  readonly database: Database;
  readonly log: Log;
  readonly report: (error: unknown, request: Request, reference: string) => void;
  /** Milliseconds, for counting who asks how often. */
  readonly clock?: () => number;
};

/** Below `/api`, also what is no version of ours. */
export function openApi(config: Pick<Config, 'url' | 'basePath' | 'behindProxy'>, { database, log, report, clock }: Parts) {
  return serveApi({
    endpoints,
    base: config.basePath,
    url: config.url,
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

/** What both processes have to know before a key is sealed or a webhook told. */
export function configureForIntegrations({ url, webhookNetworks }: Pick<Config, 'url' | 'webhookNetworks'>, secret: string): void {
  const networks = networksFrom(webhookNetworks) ?? { allows: () => false };
  configureIntegrations({ secret, url, networks });
}
