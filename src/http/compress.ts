/** Compresses the pages and documents of an answer; streams and files pass as they are. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const worthIt = /^(text\/(html|css|plain|xml)|application\/(json|problem\+json|ld\+json|xml|rss\+xml|atom\+xml)|image\/svg\+xml)/;
/** Below this a packet is a packet. */
const least = 1024;

async function squeeze(body: Uint8Array, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  // Quality 4 costs about as much as gzip's default and sends a sixth less; higher ones cost more than the page itself.
  const packed =
    encoding === 'br' ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : await zip(body, { level: 6 });
  return new Uint8Array(packed);
}

export async function compressed(request: Request, response: Response): Promise<Response> {
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined;
  const plain = response.headers.get('content-encoding') === null && worthIt.test(response.headers.get('content-type') ?? '');
  if (!plain || !response.body || request.method === 'HEAD') return response;
  const headers = new Headers(response.headers);
  headers.append('vary', 'Accept-Encoding');
  const body = new Uint8Array(await response.arrayBuffer());
  const packed = encoding && body.byteLength >= least ? await squeeze(body, encoding) : body;
  if (encoding && packed !== body) headers.set('content-encoding', encoding);
  headers.set('content-length', String(packed.byteLength));
  return new Response(packed, { status: response.status, headers });
}
