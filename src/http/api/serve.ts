/**
 * The API as one function from request to answer. It asks who comes before it asks what there is, keeps cookies and other origins out,
 * and makes every refusal a problem document. What an endpoint does stands in its slice.
 */

import type { Scope } from '#core/access/scopes.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { problemDocument, problemView, refusalIn } from '../problem.ts';
import { newReference } from '../visit.ts';
import { answerTo, entityTag, representation } from './answer.ts';
import { bodyOf, callKeyOf, keyIn, paramsOf, queryOf, requireAcceptable, versionOf } from './asked.ts';
import type { Endpoint } from './endpoint.ts';
import { type Match, type Table, tableOf } from './match.ts';
import { type Counter, countAskers, mostByAddress, mostByKey, type Rate, rateHeaders } from './rate.ts';

/** Who asks: a visitor, or a person by a key of theirs. */
export type Asker = {
  readonly ctx: Ctx;
  /** Undefined without a key. */
  readonly key?: { readonly id: string; readonly scopes: readonly Scope[] };
  /** Whoever made the key has to do something themselves before it works again. */
  readonly waits?: boolean;
};

export type ApiParts = {
  readonly endpoints: readonly Endpoint[];
  /** '' or '/awards'. */
  readonly base: string;
  /** `secret` is the key's, undefined without one. Undefined for a key that is none. */
  readonly resolve: (request: Request, secret: string | undefined) => Promise<Asker | undefined>;
  readonly peer: (request: Request) => string;
  readonly report: (error: unknown, request: Request, reference: string) => void;
  readonly clock?: () => number;
};

export const apiRoot = '/api/v1';

type Heard = { readonly request: Request; readonly reference: string; language: string; rate: Rate | undefined };

function requireScope({ scope }: Endpoint, { key, waits }: Asker): void {
  if (scope === 'public') return;
  if (key === undefined) throw problem('api.key-needed');
  if (waits) throw problem('api.person-waits');
  if (!key.scopes.includes(scope)) throw problem('api.scope-missing', { scope });
}

type Serving = { readonly parts: ApiParts; readonly table: Table; readonly counter: Counter; readonly root: string };

function count({ counter }: Serving, heard: Heard, who: string, most: number): void {
  heard.rate = counter.ask(who, most);
  if (heard.rate.left < 0) throw problem('api.too-many-requests', { seconds: heard.rate.seconds });
}

async function whoAsks(serving: Serving, heard: Heard): Promise<Asker> {
  const secret = keyIn(heard.request.headers);
  const byAddress = `address ${serving.parts.peer(heard.request)}`;
  if (secret === undefined) count(serving, heard, byAddress, mostByAddress);
  const asker = await serving.parts.resolve(heard.request, secret);
  if (asker === undefined) {
    count(serving, heard, byAddress, mostByAddress);
    throw problem('api.key-refused');
  }
  heard.language = asker.ctx.language;
  if (asker.key) count(serving, heard, `key ${asker.key.id}`, mostByKey);
  return asker;
}

function refuse({ parts }: Serving, error: unknown, { request, reference, language }: Heard): Response {
  const refusal = refusalIn(error);
  if (refusal === undefined) parts.report(error, request, reference);
  // A key is asked for where a page would have people sign in.
  const told = refusal?.code === 'general.sign-in-needed' ? problem('api.key-needed') : refusal;
  const answer = problemDocument(problemView(told ?? problem('general.bug'), language), parts.base, reference);
  if (answer.status === 401) answer.headers.set('www-authenticate', 'Bearer realm="Plaudit"');
  return answer;
}

/** For whoever saw an older version: which there is now, and its tag. @throws whatever else it was */
async function changedMeanwhile(endpoint: Endpoint, ctx: Ctx, sent: unknown, error: unknown): Promise<{ tag: string; version: number }> {
  if (refusalIn(error)?.code !== 'general.stale-version' || endpoint.current === undefined) throw error;
  const { body, version = 0 } = await endpoint.current(ctx, sent as never);
  return { tag: entityTag(JSON.stringify(representation(endpoint, body)), version), version };
}

async function perform(serving: Serving, { endpoint, params: given }: Match, asker: Asker, heard: Heard): Promise<Response> {
  const { request } = heard;
  const params = paramsOf(endpoint, given);
  const query = queryOf(endpoint, new URL(request.url).searchParams);
  const key = callKeyOf(endpoint, request.headers);
  const version = versionOf(endpoint, request.headers);
  const body = await bodyOf(endpoint, request);
  const sent = { params, query, body, version };
  let replayed = false;
  const noteReplay = () => {
    replayed = true;
  };
  const ctx: Ctx = key === undefined ? asker.ctx : { ...asker.ctx, key, noteReplay };
  try {
    return answerTo(endpoint, await endpoint.run(ctx, sent as never), { request, root: serving.root, replayed });
  } catch (error) {
    const now = await changedMeanwhile(endpoint, asker.ctx, sent, error);
    const answer = refuse(serving, problem('api.changed-meanwhile', { version: now.version }), heard);
    answer.headers.set('etag', now.tag);
    return answer;
  }
}

async function answer(serving: Serving, heard: Heard): Promise<Response> {
  const { request } = heard;
  const found = serving.table.find(request.method, new URL(request.url).pathname.slice(serving.root.length));
  if (found && request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: found.allow } });
  const asker = await whoAsks(serving, heard);
  if (found === undefined) throw problem('general.not-found');
  if (found.match === undefined) {
    const refused = refuse(serving, problem('api.method-not-allowed', { allowed: found.allow }), heard);
    refused.headers.set('allow', found.allow);
    return refused;
  }
  requireAcceptable(request.headers);
  requireScope(found.match.endpoint, asker);
  return perform(serving, found.match, asker, heard);
}

export function serveApi(parts: ApiParts): (request: Request) => Promise<Response> {
  const counter = countAskers(parts.clock ?? (() => performance.now()));
  const serving: Serving = { parts, table: tableOf(parts.endpoints), counter, root: `${parts.base}${apiRoot}` };
  return async (request) => {
    const heard: Heard = { request, reference: newReference(), language: 'en', rate: undefined };
    let told: Response;
    try {
      told = await answer(serving, heard);
    } catch (error) {
      told = refuse(serving, error, heard);
    }
    if (heard.rate) for (const [name, value] of Object.entries(rateHeaders(heard.rate))) told.headers.set(name, value);
    return told;
  };
}
