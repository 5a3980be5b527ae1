/** A file beside an entry, for whoever may read the entry at this moment. Never shown in place: it is saved, and nothing in it runs. */
import type { LoaderFunctionArgs } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { openFile } from '#platform/files.server.ts';
import { fileForReader } from '#slices/entries/files.ts';

/** By RFC 6266: the plain name for old readers, the exact one for all others. */
function disposition(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params }) => {
  const file = await fileForReader(ctx, params.file ?? '');
  const content = await openFile(ctx.organisation, file.sha256);
  if (content === undefined) throw problem('general.not-found');
  return new Response(content, {
    headers: {
      'content-type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
      'content-length': String(file.bytes),
      'content-disposition': disposition(file.name),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
});
