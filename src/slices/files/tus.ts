/**
 * Resumable uploads by tus 1.0.0 (https://tus.io/protocols/resumable-upload): creation, termination, expiration, checksum. What arrives
 * goes to the disk as it comes; beginning and stopping an upload are operations like any other.
 */
import { type Facts, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { piecesOf } from '#platform/files/passing.server.ts';
import { type Appended, appendStaged, type Piece, stagedBytes } from '#platform/files/staging.server.ts';
import { byteLimits } from './schemas.ts';
import { startUpload, stopUpload } from './uploads.ts';
import { uploadForSender } from './views.ts';

const version = '1.0.0';
const always = { 'tus-resumable': version, 'cache-control': 'no-store' };

function wrong(header: string): never {
  throw problem('files.tus-header', { header });
}

function wholeNumber(headers: Headers, name: string): number {
  const text = headers.get(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : wrong(name);
}

/** `filename d29ybGQ=,subject …`: names with values in base64. */
function metadataIn(headers: Headers): ReadonlyMap<string, string> {
  const pairs = (headers.get('upload-metadata') ?? '').split(',').map((pair) => pair.trim().split(' '));
  return new Map(pairs.map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]));
}

/** What the server can do, for whoever asks before doing it. */
function capabilities(): Response {
  const headers = {
    ...always,
    'tus-version': version,
    'tus-extension': 'creation,termination,expiration,checksum',
    'tus-max-size': String(byteLimits.video),
    'tus-checksum-algorithm': 'sha256,sha1',
  };
  return new Response(null, { status: 204, headers });
}

async function create(ctx: Ctx, { headers }: Request, base: string): Promise<Response> {
  const bytes = wholeNumber(headers, 'Upload-Length');
  const said = metadataIn(headers);
  const [kind = '', subject = ''] = (said.get('subject') ?? '').split(':');
  const started = await startUpload(ctx, { kind, subject, name: said.get('filename') ?? '', bytes });
  const location = `${base}/uploads/${started.upload}`;
  return new Response(null, { status: 201, headers: { ...always, location, 'upload-expires': httpDate(started.expiresAt) } });
}

const httpDate = (at: Date | string) => new Date(at).toUTCString();

async function tell(ctx: Ctx, id: string): Promise<Response> {
  const { bytes, expiresAt } = await uploadForSender(ctx, id);
  const arrived = await stagedBytes(ctx.organisation, id);
  if (arrived === undefined) throw problem('files.upload-over');
  const headers = { ...always, 'upload-offset': String(arrived), 'upload-length': String(bytes), 'upload-expires': httpDate(expiresAt) };
  return new Response(null, { status: 200, headers });
}

function checksumIn(headers: Headers): Pick<Piece, 'checksum'> {
  const text = headers.get('upload-checksum');
  if (text === null) return {};
  const [algorithm, value = ''] = text.split(' ');
  if (algorithm !== 'sha256' && algorithm !== 'sha1') return wrong('Upload-Checksum');
  return { checksum: { algorithm, value: Buffer.from(value, 'base64') } };
}

function refusalOf(done: Appended): readonly [Parameters<typeof problem>[0], Facts] | undefined {
  switch (done.kind) {
    case 'stored':
    case 'cut':
      return undefined;
    case 'elsewhere':
      return ['files.tus-offset', { arrived: done.bytes }];
    case 'too-much':
      return ['general.too-large', {}];
    case 'damaged':
      return ['files.tus-checksum', {}];
    case 'busy':
      return ['files.tus-busy', {}];
    case 'gone':
      return ['files.upload-over', {}];
  }
}

async function append(ctx: Ctx, request: Request, id: string): Promise<Response> {
  const { headers } = request;
  if (headers.get('content-type') !== 'application/offset+octet-stream') throw problem('files.tus-type');
  const offset = wholeNumber(headers, 'Upload-Offset');
  const checksum = checksumIn(headers);
  const { bytes: length, expiresAt } = await uploadForSender(ctx, id);
  const piece = { offset, length, body: piecesOf(request), ...checksum };
  const done = await appendStaged(ctx.organisation, id, piece);
  const refusal = refusalOf(done);
  if (refusal !== undefined) throw problem(...refusal);
  const arrived = 'bytes' in done ? done.bytes : offset;
  return new Response(null, {
    status: 204,
    headers: { ...always, 'upload-offset': String(arrived), 'upload-expires': httpDate(expiresAt) },
  });
}

/**
 * One request to `/uploads` (no id) or `/uploads/ID`. `base` is the sub-path.
 * @throws Problem what is refused, with the status the protocol gives it
 */
export async function answerTus(ctx: Ctx, request: Request, id: string | undefined, base: string): Promise<Response> {
  const { method, headers } = request;
  if (method === 'OPTIONS') return capabilities();
  if (headers.get('tus-resumable') !== version) throw problem('files.tus-version');
  if (id === undefined) return method === 'POST' ? create(ctx, request, base) : new Response(null, { status: 405, headers: always });
  if (method === 'HEAD') return tell(ctx, id);
  if (method === 'PATCH') return append(ctx, request, id);
  if (method !== 'DELETE') return new Response(null, { status: 405, headers: always });
  await stopUpload(ctx, { upload: id });
  return new Response(null, { status: 204, headers: always });
}
