/** Where content lies and who looks at it, said once by each process that keeps, serves or sweeps files. */
import { join } from 'node:path';
import type { Config } from '#platform/config.server.ts';
import { configureScanner } from '#platform/files/clamd.server.ts';
import type { ContentStore } from '#platform/files/content-store.ts';
import { localStore } from '#platform/files/local-store.server.ts';
import { s3Store } from '#platform/files/s3-store.server.ts';
import { configureFiles } from '#platform/files.server.ts';
import { configureQuota } from '#slices/files/index.ts';

/** The store itself, for what copies it whole. */
export function storeOf({ dataFolder, files }: Config): ContentStore {
  return files.s3 ? s3Store(files.s3) : localStore(join(dataFolder, 'files'));
}

export function configureStore({ dataFolder, diskLimit, files }: Config): void {
  configureFiles(dataFolder, diskLimit, files.s3);
  configureScanner(files.clamd);
  configureQuota(files.quota);
}
