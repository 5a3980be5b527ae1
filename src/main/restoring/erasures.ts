/** Who is to be erased again: told by the logs that lie beside the backup and in the data folder, or by whoever restores. */
import { dirname, join } from 'node:path';
import { problem } from '#core/problems/problem.ts';
import { type Erasures, erasuresFile, joined, readErasures } from '#platform/backup/erasures.server.ts';
import type { Config } from '#platform/config.server.ts';

/** `none`: whoever restores says that nobody was erased since. */
export type Since = { readonly kind: 'found' } | { readonly kind: 'file'; readonly file: string } | { readonly kind: 'none' };

async function logsOf(file: string, config: Config, since: Since): Promise<Erasures[]> {
  const places = [dirname(file), config.dataFolder, ...(config.backup.to === undefined ? [] : [config.backup.to])];
  const files = since.kind === 'file' ? [since.file] : places.map((place) => join(place, erasuresFile));
  return (await Promise.all([...new Set(files)].map(readErasures))).filter((log) => log !== undefined);
}

/** @throws Problem `backup.erasures-unknown` where no log reaches to the backup's instant and nobody said that there is nothing to know */
export async function erasuresSince(takenAt: string, file: string, config: Config, since: Since): Promise<Erasures['people']> {
  const log = joined(await logsOf(file, config, since));
  if (since.kind === 'none') return log?.people ?? [];
  if (log === undefined || log.asOf < takenAt) throw problem('backup.erasures-unknown', { takenAt, asOf: log?.asOf ?? null });
  return log.people;
}
