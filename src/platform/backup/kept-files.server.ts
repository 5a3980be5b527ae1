/** The content rows refer to, each hashed as it is read: a name that does not say what is in it is damage, and is told. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { ContentStore } from '../files/content-store.ts';
import type { OrganisationId } from '../ids.ts';
import type { Outgoing } from './archive.server.ts';
import type { Contents } from './contents.ts';
import type { Progress } from './dump.server.ts';
import { tablesWithContent } from './tables.server.ts';

type Reference = { readonly organisation: OrganisationId; readonly sha256: string };

async function referencesOf(client: pg.ClientBase): Promise<Reference[]> {
  const tables = await tablesWithContent(client);
  if (tables.length === 0) return [];
  const selects = tables.map(
    (name) => `select distinct organisation_id as organisation, encode(sha256, 'hex') as sha256 from ${name} where sha256 is not null`,
  );
  return (await client.query<Reference>(`${selects.join(' union ')} order by 1, 2`)).rows;
}

export async function filesOf(client: pg.ClientBase, store: ContentStore, progress: Progress) {
  const references = await referencesOf(client);
  const damaged: string[] = [];
  let count = 0;
  let bytes = 0;
  async function* content({ organisation, sha256 }: Reference): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    const body = await store.open(organisation, sha256);
    for await (const part of (body ?? []) as AsyncIterable<Buffer>) {
      hash.update(part);
      bytes += part.length;
      progress('files', bytes);
      yield part;
    }
    if (hash.digest('hex') !== sha256) damaged.push(`${organisation}/${sha256}`);
  }
  return {
    members: async function* (): AsyncGenerator<Outgoing> {
      for (const reference of references) {
        const { organisation, sha256 } = reference;
        const size = await store.size(organisation, sha256);
        if (size === undefined) {
          damaged.push(`${organisation}/${sha256}`);
          continue;
        }
        count += 1;
        yield { name: `files/${organisation}/${sha256}`, size, body: content(reference) };
      }
    },
    told: (): Pick<Contents, 'files' | 'damaged'> => ({ files: { count, bytes }, damaged }),
  };
}
