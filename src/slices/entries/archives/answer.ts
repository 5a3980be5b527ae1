/** An archive as the answer to a request: it leaves piece by piece, as fast as whoever asked takes it. */
import { Readable } from 'node:stream';
import type { Ctx } from '#platform/context.ts';
import { archiveOf, type Draw } from './archive.ts';
import type { Source } from './sources.ts';

export function archiveAnswer(ctx: Ctx, { file, ...source }: Source, draw: Draw): Response {
  const content = Readable.from(archiveOf(ctx, source, draw), { objectMode: false });
  const plain = file.normalize('NFKD').replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store, no-transform',
    },
  });
}
