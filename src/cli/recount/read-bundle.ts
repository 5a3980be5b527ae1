import { readFileSync, statSync } from 'node:fs';
import { Problem, problem } from '#core/problems/problem.ts';
import type { BundleFiles } from '#core/record/bundle/files.ts';
import { openZip } from '#platform/formats/zip.server.ts';

/** What a bundle may unpack to, and what its archive may be, in bytes: more than a hundred thousand ballots need. */
const largest = 500_000_000;

/** A file of at most the size of a bundle. */
export function bytesOf(file: string): Buffer {
  try {
    if (statSync(file).size > largest) throw problem('recount.too-large', { file, megabytes: largest / 1_000_000 });
    return readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw problem('recount.unreadable', { file, reason: 'code' in error ? String(error.code) : error.message });
  }
}

/** The files of a bundle, folders left out. Throws `recount.unreadable`, `recount.too-large` or `recount.not-a-bundle`. */
export function readBundle(file: string): BundleFiles {
  const bytes = bytesOf(file);
  try {
    const archive = openZip(file, bytes, largest);
    const names = archive.names.filter((name) => !name.endsWith('/'));
    return new Map(names.map((name) => [name, new Uint8Array(archive.read(name) ?? [])] as const));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw error.code === 'zip.too-large'
      ? problem('recount.too-large', { file, megabytes: largest / 1_000_000 })
      : problem('recount.not-a-bundle', { file });
  }
}
