import { readFileSync, statSync } from 'node:fs';
import { problem } from '#core/problems/problem.ts';
import type { BundleFiles } from '#core/record/bundle/files.ts';
import { openZip } from '#platform/formats/zip.server.ts';

/** What a bundle may unpack to, and what its archive may be, in bytes: more than a hundred thousand ballots need. */
const largest = 500_000_000;

/** The files of a bundle. Throws `recount.unreadable` for a file that is not there, `zip.*` for what is no archive. */
export function readBundle(file: string): BundleFiles {
  let bytes: Buffer;
  try {
    if (statSync(file).size > largest) throw problem('zip.too-large', { file, inside: null, megabytes: largest / 1_000_000 });
    bytes = readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw problem('recount.unreadable', { file, reason: 'code' in error ? String(error.code) : error.message });
  }
  const archive = openZip(file, bytes, largest);
  return new Map(archive.names.flatMap((name) => [[name, new Uint8Array(archive.read(name) ?? [])] as const]));
}
