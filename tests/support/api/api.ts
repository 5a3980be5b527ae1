/** The API as the web process serves it, asked without a network: one database, one organisation, found by its host. */
import type { Scope } from '#core/access/scopes.ts';
import type { Endpoint } from '#http/api/endpoint.ts';
import { serveApi } from '#http/api/serve.ts';
import { notePeer } from '#http/visitor/peer.ts';
import { openApi } from '#main/api/open.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { networksFrom } from '#platform/outward/networks.server.ts';
import { askerByKey, configureIntegrations, keySecretOf, makeKey } from '#slices/integrations/index.ts';
import { configureSignIn } from '#slices/people/index.ts';
import { resolveVisitor } from '#slices/programmes/index.ts';
import { asPerson, type ContextOptions } from '../contexts.ts';
import type { World } from '../season.ts';

const testSecret = 'a secret that only tests use, 32 characters or more';

export type Asked = {
  readonly method?: string;
  /** The secret of a key. */
  readonly key?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What an unsafe call is named by; a new name unless said. */
  readonly call?: string;
  readonly peer?: string;
};

export type Api = {
  readonly host: string;
  readonly faults: unknown[];
  readonly ask: (path: string, asked?: Asked) => Promise<Response>;
};

/** What integrations and sign-in need of an installation; receivers of webhooks live on this machine. */
export function configureForTests(networks = '127.0.0.0/8, ::1'): void {
  const open = networksFrom(networks);
  if (open === undefined) throw new Error(`no networks: ${networks}`);
  configureIntegrations({ secret: testSecret, url: 'https://awards.example', networks: open });
  configureSignIn({ secret: testSecret, secure: true, keepsMail: true, url: 'https://awards.example' });
}

function requestOf(host: string, path: string, { method = 'GET', key, body, headers, call, peer = '198.51.100.7' }: Asked): Request {
  const sent = new Headers({ host, ...(key !== undefined && { authorization: `Bearer ${key}` }) });
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) sent.set('idempotency-key', call ?? ids.random());
  if (body !== undefined) sent.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value === '') sent.delete(name);
    else sent.set(name, value);
  }
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`https://${host}/api/v1${path}`, { method, headers: sent, ...(text !== undefined && { body: text }) });
  notePeer(request, peer);
  return request;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type ApiOptions = { readonly endpoints?: readonly Endpoint[]; readonly clock?: () => number };

/** A minute between any two questions, so that nobody is told to wait. */
function unhurried(): () => number {
  let now = 0;
  return () => {
    now += 60_000;
    return now;
  };
}

/** The product's own table unless a test brings routes of its own. */
export async function anApi(world: World, { endpoints, clock = unhurried() }: ApiOptions = {}): Promise<Api> {
  configureForTests();
  const { database, organisation } = world;
  const host = `${organisation.slice(-12)}.example`;
  await database.owner.pool.query('update directory.organisations set host = $1 where id = $2', [host, organisation]);
  const faults: unknown[] = [];
  const report = (error: unknown) => faults.push(error);
  const config = { url: 'https://awards.example', basePath: '', behindProxy: false };
  const given =
    endpoints &&
    serveApi({
      endpoints,
      clock,
      base: '',

      report,
      peer: () => '',
      resolve: (_request, secret) => resolved(world, secret),
    });
  const serve = given ?? openApi(config, { database: database.app, log: silent, report, clock });
  return { host, faults, ask: async (path, asked = {}) => serve(requestOf(host, path, asked)) };
}

function resolved({ database, organisation }: World, secret: string | undefined) {
  const arrival = { organisation, log: silent, ids, arrived: performance.now() };
  if (secret !== undefined) return askerByKey(database.app, { ...arrival, secret });
  return resolveVisitor(database.app, { ...arrival, token: undefined });
}

export type KeyOptions = ContextOptions & {
  readonly provedAt?: Date;
  readonly scopes: readonly Scope[];
  readonly programmes?: readonly ProgrammeId[];
  readonly days?: 30 | 90 | 365;
};

/** A key of somebody's, as the page makes it; answers its secret and its id. */
export async function aKey(
  world: World,
  person: PersonId,
  { scopes, programmes = [], days = 30, ...options }: KeyOptions,
): Promise<{ readonly secret: string; readonly id: string }> {
  const secret = keySecretOf(ids.random(), person);
  const input = { name: 'Nightly export', scopes: [...scopes], programmes: [...programmes], days, secret };
  const { key } = await makeKey(asPerson(world.database.app, world.organisation, person, options), input);
  return { secret, id: key };
}
