/** Content out of an archive into the store: to a file of ours whole, then under its name. What lies there already is the same. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ContentStore } from '#platform/files/content-store.ts';
import type { OrganisationId } from '#platform/ids.ts';

export function contentKeeper(folder: string, store: ContentStore) {
  return async (organisation: string, sha256: string, body: AsyncIterable<Buffer>): Promise<void> => {
    const owner = organisation as OrganisationId;
    if ((await store.size(owner, sha256)) !== undefined) return;
    await mkdir(folder, { recursive: true, mode: 0o750 });
    const draft = join(folder, `.${randomUUID()}`);
    try {
      await pipeline(Readable.from(body, { objectMode: false }), createWriteStream(draft, { mode: 0o640, flags: 'wx', flush: true }));
      await store.keep(owner, draft, { sha256, bytes: (await stat(draft)).size });
    } finally {
      await rm(draft, { force: true });
    }
  };
}
