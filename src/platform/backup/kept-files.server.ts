/** The content rows refer to, each hashed as it is read: a name that does not say what is in it is damage, and is told. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Outgoing } from './archive.server.ts';
import type { Contents } from './contents.ts';
import type { Progress } from './dump.server.ts';
import { tablesWithContent } from './tables.server.ts';

type Reference = { readonly organisation: string; readonly sha256: string };

async function referencesOf(client: pg.ClientBase): Promise<Reference[]> {
  const tables = await tablesWithContent(client);
  if (tables.length === 0) return [];
  const selects = tables.map(
    (name) => `select distinct organisation_id as organisation, encode(sha256, 'hex') as sha256 from ${name} where sha256 is not null`,
  );
  return (await client.query<Reference>(`${selects.join(' union ')} order by 1, 2`)).rows;
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

export async function filesOf(client: pg.ClientBase, folder: string, progress: Progress) {
  const references = await referencesOf(client);
  const damaged: string[] = [];
  let count = 0;
  let bytes = 0;
  async function* content(path: string, sha256: string): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for await (const part of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      hash.update(part);
      bytes += part.length;
      progress('files', bytes);
      yield part;
    }
    if (hash.digest('hex') !== sha256) damaged.push(path);
  }
  return {
    members: async function* (): AsyncGenerator<Outgoing> {
      for (const { organisation, sha256 } of references) {
        const path = join(folder, organisation, sha256);
        const size = await sizeOf(path);
        if (size === undefined) {
          damaged.push(path);
          continue;
        }
        count += 1;
        yield { name: `files/${organisation}/${sha256}`, size, body: content(path, sha256) };
      }
    },
    told: (): Pick<Contents, 'files' | 'damaged'> => ({ files: { count, bytes }, damaged }),
  };
}
