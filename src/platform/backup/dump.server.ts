/**
 * The members of a backup, of one snapshot of the database: rows as COPY writes them, in pieces of a few megabytes, then the content
 * they refer to, then what was counted. Nobody is waited for and nobody is made to wait.
 */
import { createHash, type Hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ContentStore } from '../files/content-store.ts';
import type { Outgoing } from './archive.server.ts';
import { type Contents, type Manifest, members, queue, rowsMember } from './contents.ts';
import { filesOf } from './kept-files.server.ts';
import { recordPages, recordTables } from './record-pages.server.ts';
import { scopesOf, type Table, tablesOf } from './tables.server.ts';

const compress = promisify(gzip);
const pieceBytes = 4 * 1024 * 1024;

/** Told as it goes: what is being written, and how many bytes of rows and content have been. */
export type Progress = (about: string, bytes: number) => void;

export type Dumping = {
  readonly client: pg.ClientBase;
  readonly manifest: Manifest;
  /** The installation secret: second factors are sealed with it, so that rows alone would not bring them back. */
  readonly secret: string;
  readonly store: ContentStore;
  readonly progress: Progress;
};

type Counted = { rows: number; readonly hash: Hash };

/** COPY in pieces that end with a row. */
async function* piecesOf(client: pg.ClientBase, statement: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of client.query(copyTo(statement)) as AsyncIterable<Buffer>) {
    held.push(part);
    size += part.length;
    if (size < pieceBytes) continue;
    const whole = Buffer.concat(held, size);
    const end = whole.lastIndexOf(10) + 1;
    if (end > 0) yield whole.subarray(0, end);
    held = [whole.subarray(end)];
    size = whole.length - end;
  }
  if (size > 0) yield Buffer.concat(held, size);
}

function lines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Counts and packs pieces of rows into members. */
class RowWriter {
  readonly #tables = new Map<string, Counted>();
  readonly #progress: Progress;
  #members = 0;
  #bytes = 0;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  async *write(table: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Outgoing> {
    const counted = this.#tables.get(table) ?? { rows: 0, hash: createHash('sha256') };
    this.#tables.set(table, counted);
    for await (const piece of pieces) {
      counted.rows += lines(piece);
      counted.hash.update(piece);
      this.#members += 1;
      this.#bytes += piece.length;
      this.#progress(table, this.#bytes);
      const body = await compress(piece, { level: 6 });
      yield { name: rowsMember(this.#members, table), size: body.length, body };
    }
  }

  told(): Contents['tables'] {
    return Object.fromEntries([...this.#tables].map(([name, { rows, hash }]) => [name, { rows, sha256: hash.digest('hex') }]));
  }
}

function selectAll({ name, columns }: Table, where = ''): string {
  return `copy (select ${columns.map((column) => `"${column}"`).join(', ')} from ${name} ${where}) to stdout`;
}

async function claim(client: pg.ClientBase, organisation: string, scopes: readonly string[]): Promise<void> {
  await client.query(
    `select set_config('plaudit.organisation', $1, true), set_config('plaudit.person', '', true),
    set_config('plaudit.scopes', $2, true)`,
    [organisation, scopes.join(' ')],
  );
}

async function organisationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from directory.organisations order by id');
  return rows.map(({ id }) => id);
}

const queueStatement = `copy (select t.identifier, q.queue_name, j.payload, j.priority, j.run_at, j.attempts, j.max_attempts, j.last_error, j.key
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id) to stdout`;

async function* rowsOf({ client, progress }: Dumping, writer: RowWriter): AsyncGenerator<Outgoing> {
  const scopes = await scopesOf(client);
  const organisations = await organisationsOf(client);
  const tables = await tablesOf(client);
  for (const table of tables) {
    if (recordTables.has(table.name)) continue;
    progress(table.name, 0);
    if (!table.walled) yield* writer.write(table.name, piecesOf(client, selectAll(table)));
    for (const organisation of table.walled ? organisations : []) {
      await claim(client, organisation, scopes);
      yield* writer.write(table.name, piecesOf(client, selectAll(table, `where organisation_id = '${organisation}'`)));
    }
  }
  for (const { table, statement } of await recordPages(client, tables)) yield* writer.write(table, piecesOf(client, statement));
  yield* writer.write(queue.name, piecesOf(client, queueStatement));
}

function small(name: string, text: string): Outgoing {
  const body = Buffer.from(text);
  return { name, size: body.length, body };
}

/** Inside a transaction of one snapshot. `ended` is told what the backup holds. */
export async function* dump(dumping: Dumping, ended: (contents: Contents) => void): AsyncGenerator<Outgoing> {
  const { client, manifest, secret, store, progress } = dumping;
  const writer = new RowWriter(progress);
  yield small(members.manifest, JSON.stringify(manifest, undefined, 1));
  yield small(members.secret, secret);
  yield* rowsOf(dumping, writer);
  const files = await filesOf(client, store, progress);
  yield* files.members();
  const { rows } = await client.query<{ events: string }>('select coalesce(sum(length), 0) as events from plaudit.audit_chains');
  const contents: Contents = { tables: writer.told(), ...files.told(), events: Number(rows[0]?.events ?? 0) };
  ended(contents);
  yield small(members.contents, JSON.stringify(contents, undefined, 1));
}
