/** Doors that are no pages: pieces of files on their way here, and content on its way out, by links that live for minutes. */
import type { Context, Hono } from 'hono';
import { problem } from '#core/problems/problem.ts';
import { keyIn } from '#http/api/asked.ts';
import { hasTag, partAsked } from '#http/content/range.ts';
import type { Visitor } from '#http/context.ts';
import { problemDocument, problemView, refusalIn } from '#http/problem.ts';
import { readSession } from '#http/session.ts';
import { peerOf } from '#http/visitor/peer.ts';
import type { Config } from '#platform/config.server.ts';
import type { Ctx } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import { contentAnswer } from '#platform/files/passing.server.ts';
import { openContent } from '#platform/files.server.ts';
import { ids, type OrganisationId } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { fileForReader } from '#slices/entries/index.ts';
import { answerTus, followLink } from '#slices/files/index.ts';
import { askerByKey } from '#slices/integrations/index.ts';
import { resolveOrganisation, resolveVisitor } from '#slices/programmes/index.ts';
import { filesHost } from './files-host.ts';

type Doors = { readonly config: Config; readonly database: Database; readonly log: Log };

const hostOf = (request: Request) => request.headers.get('host') ?? '';

type Known = { readonly organisation: OrganisationId; readonly session: string };

/** By the host and the cookie, or by what a link says where no cookie comes. */
async function visitorOf({ config, database, log }: Doors, request: Request, known?: Known): Promise<Visitor> {
  const arrived = performance.now();
  const client = { address: peerOf(request, config.behindProxy), agent: request.headers.get('user-agent') ?? '' };
  const organisation = known?.organisation ?? (await resolveOrganisation(database, hostOf(request)));
  const token = readSession(request, config.url.startsWith('https:'));
  return resolveVisitor(database, { organisation, token, client, log, ids, arrived, ...(known && { session: known.session }) });
}

/** Whoever still has something to do first, a factor or terms, sends and reads nothing. */
function signedIn({ ctx, person, due }: Visitor): Ctx {
  if (person === undefined || due !== undefined) throw problem('general.sign-in-needed');
  return ctx;
}

/** By RFC 6266: the plain name for old readers, the exact one for all others. */
function disposition(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

type Told = { readonly name: string; readonly mediaType: string; readonly bytes: number; readonly sha256: string };

/** Never shown in place as a page: it is saved, and nothing in it runs. */
function headersOf({ name, mediaType }: Told, tag: string, apart: boolean): Record<string, string> {
  return {
    'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    'content-disposition': disposition(name),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': apart ? 'same-site' : 'same-origin',
    // What is asked for in parts is not packed on its way.
    'cache-control': 'private, no-store, no-transform',
    'accept-ranges': 'bytes',
    etag: tag,
  };
}

async function give(ctx: Ctx, request: Request, file: Told, apart: boolean): Promise<Response> {
  const tag = `"${file.sha256}"`;
  const headers = headersOf(file, tag, apart);
  if (hasTag(request.headers, tag)) return new Response(null, { status: 304, headers });
  const part = partAsked(request.headers, file.bytes, tag);
  if (part === 'none') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.bytes}` } });
  const span = part === 'whole' ? undefined : part;
  const length = { 'content-length': String(span ? span.to - span.from + 1 : file.bytes) };
  const answer = {
    status: span ? 206 : 200,
    headers: { ...headers, ...length, ...(span && { 'content-range': `bytes ${span.from}-${span.to}/${file.bytes}` }) },
  };
  if (request.method === 'HEAD') return new Response(null, answer);
  const content = await openContent(ctx.organisation, file.sha256, span);
  if (content === undefined) throw problem('general.not-found');
  return contentAnswer(content, answer);
}

/** A program sends the key along, and nothing else of its own; what keeps its person from going on keeps it from the content too. */
async function askerOf({ config, database, log }: Doors, request: Request, secret: string, { organisation }: Known) {
  const arrived = performance.now();
  const client = { address: peerOf(request, config.behindProxy), agent: request.headers.get('user-agent') ?? '' };
  const asker = await askerByKey(database, { organisation, secret, client, log, ids, arrived });
  const reads = asker?.key?.scopes.includes('read:entries') === true && !asker.waits;
  return { ctx: reads ? asker.ctx : undefined, due: undefined };
}

/** Followed by the session it was made for, or by the key; on the files' own host, where there is no cookie, that session must still live. */
async function follow(doors: Doors, request: Request, link: string, apart: boolean): Promise<Response> {
  const followed = followLink(link);
  if (followed === undefined) throw problem('general.not-found');
  const secret = keyIn(request.headers);
  const visitor =
    secret === undefined ? visitorOf(doors, request, apart ? followed : undefined) : askerOf(doors, request, secret, followed);
  const { ctx, due } = await visitor;
  if (ctx === undefined) throw problem('general.not-found');
  const mine = ctx.actor.kind === 'person' && ctx.actor.sessionId === followed.session && ctx.organisation === followed.organisation;
  if (!mine || due !== undefined || ctx.now >= followed.until) throw problem('general.not-found');
  return give(ctx, request, await fileForReader(ctx, followed.file), apart);
}

export function mountFiles(app: Hono, doors: Doors): void {
  const { config } = doors;
  const apart = filesHost(config) !== undefined;
  const answer = async (work: Promise<Response>): Promise<Response> => {
    try {
      return await work;
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === undefined) throw error;
      return problemDocument(problemView(refusal, 'en'), config.basePath, '');
    }
  };
  app.get('/content/:link', (c) => {
    const work = follow(doors, c.req.raw, c.req.param('link'), apart).catch((error: unknown) => {
      throw refusalIn(error)?.code === 'general.busy' ? error : refusalIn(error) ? problem('general.not-found') : error;
    });
    return answer(work);
  });
  const upload = (c: Context) =>
    answer(
      visitorOf(doors, c.req.raw).then((visitor) =>
        c.req.method === 'OPTIONS'
          ? answerTus(visitor.ctx, c.req.raw, undefined, config.basePath)
          : answerTus(withKey(signedIn(visitor), c.req.raw), c.req.raw, c.req.param('id'), config.basePath),
      ),
    );
  app.all('/uploads', upload);
  app.all('/uploads/:id', upload);
}

function withKey(ctx: Ctx, request: Request): Ctx {
  const key = request.headers.get('idempotency-key');
  return key !== null && /^[\w.:-]{8,128}$/.test(key) ? { ...ctx, key } : ctx;
}
