/** What a backup says of itself: at its beginning what it is of, at its end what is in it. */
import { z } from 'zod';

const table = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });

/** The first member. Whoever cannot read this format number cannot read the rest. */
export const manifestShape = z.object({
  plaudit: z.literal('backup'),
  format: z.literal(1),
  id: z.uuid(),
  /** Of the software that wrote it. */
  version: z.string(),
  /** By the database's clock, when its snapshot was taken. */
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })).min(1),
  tables: z.array(table),
});
export type Manifest = z.output<typeof manifestShape>;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The last member: what was written, counted while it was written. */
export const contentsShape = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: digest })),
  files: z.object({ count: z.number(), bytes: z.number() }),
  /** Content that rows refer to and that was missing, or was not what its name says. */
  damaged: z.array(z.string()),
  /** Sealed events, all chains together. */
  events: z.number(),
});
export type Contents = z.output<typeof contentsShape>;

export const members = { manifest: 'manifest.json', secret: 'secret', contents: 'contents.json' } as const;

const rows = /^rows\/\d+-([a-z_]+\.[a-z_]+)\.gz$/;
const content = /^files\/([0-9a-f-]{36})\/([0-9a-f]{64})$/;

export function rowsMember(count: number, name: string): string {
  return `rows/${String(count).padStart(6, '0')}-${name}.gz`;
}

/** The table a member holds rows of. */
export function tableOf(member: string): string | undefined {
  return rows.exec(member)?.[1];
}

/** The organisation and hash of a member that is a file. */
export function contentOf(member: string): { readonly organisation: string; readonly sha256: string } | undefined {
  const [, organisation, sha256] = content.exec(member) ?? [];
  return organisation === undefined || sha256 === undefined ? undefined : { organisation, sha256 };
}

/** What the queue holds, in the columns a job is made again from; the queue's own tables differ from version to version. */
export const queue = {
  name: 'queue.jobs',
  columns: ['task', 'queue', 'payload', 'priority', 'run_at', 'attempts', 'max_attempts', 'last_error', 'key'],
} as const;
