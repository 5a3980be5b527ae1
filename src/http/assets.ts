/** The files of the client build, held in memory with their compressed forms: a hit is a map look-up and cannot leave the folder. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { relocateManifest } from './relocate.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

type Encoding = 'br' | 'gzip';
type Asset = { readonly type: string; readonly forms: Partial<Record<Encoding | 'plain', Uint8Array<ArrayBuffer>>> };

export type Assets = {
  readonly count: number;
  /** `path` is without the sub-path. Undefined when there is no such file. */
  readonly answer: (path: string, accepted: string) => Response | undefined;
};

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}

function movedManifest(text: Buffer, base: string): Asset['forms'] {
  const moved = relocateManifest(text.toString('utf8'), base);
  return {
    plain: new Uint8Array(Buffer.from(moved)),
    br: new Uint8Array(brotliCompressSync(moved)),
    gzip: new Uint8Array(gzipSync(moved)),
  };
}

/** Prefers the smallest form the browser takes. */
function pick(asset: Asset, accepted: string): [Encoding | 'plain', Uint8Array<ArrayBuffer>] | undefined {
  for (const encoding of ['br', 'gzip'] as const) {
    const form = asset.forms[encoding];
    if (form && accepted.includes(encoding)) return [encoding, form];
  }
  return asset.forms.plain && ['plain', asset.forms.plain];
}

function answer(asset: Asset, path: string, accepted: string): Response | undefined {
  const chosen = pick(asset, accepted);
  if (!chosen) return undefined;
  const [encoding, body] = chosen;
  return new Response(body, {
    headers: {
      'content-type': asset.type,
      'content-length': String(body.byteLength),
      // Files below /assets/ carry the hash of their content in their name and never change.
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
      ...(asset.forms.br ? { vary: 'Accept-Encoding' } : {}),
      ...(encoding === 'plain' ? {} : { 'content-encoding': encoding }),
    },
  });
}

export async function loadAssets(folder: string, base: string): Promise<Assets> {
  const assets = new Map<string, Asset>();
  for (const file of await filesBelow(folder)) {
    const form = file.endsWith('.br') ? 'br' : file.endsWith('.gz') ? 'gzip' : 'plain';
    const original = form === 'plain' ? file : file.slice(0, -3);
    const path = `/${relative(folder, original).split(sep).join('/')}`;
    const body = await readFile(file);
    const type = types[extname(original)] ?? 'application/octet-stream';
    // Written after the build has compressed its files, and moved to where this process serves.
    const isManifest = /^\/assets\/manifest-[^/]+\.js$/.test(path);
    const forms = isManifest ? (form === 'plain' ? movedManifest(body, base) : {}) : { [form]: new Uint8Array(body) };
    assets.set(path, { type, forms: { ...assets.get(path)?.forms, ...forms } });
  }
  return {
    count: assets.size,
    answer: (path, accepted) => {
      const asset = assets.get(path);
      return asset && answer(asset, path, accepted);
    },
  };
}
