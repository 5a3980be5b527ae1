/** Content out of an archive into its place: to the disk whole, then under its name. What lies there already is the same. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export function contentKeeper(folder: string) {
  return async (organisation: string, sha256: string, body: AsyncIterable<Buffer>): Promise<void> => {
    const place = join(folder, organisation);
    const path = join(place, sha256);
    const there = await stat(path).then(
      () => true,
      () => false,
    );
    if (there) return;
    await mkdir(place, { recursive: true, mode: 0o750 });
    const draft = join(place, `.${randomUUID()}`);
    try {
      await pipeline(Readable.from(body, { objectMode: false }), createWriteStream(draft, { mode: 0o640, flags: 'wx', flush: true }));
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  };
}
