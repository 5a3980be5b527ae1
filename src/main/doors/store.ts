/** Where content lies and who looks at it, said once by each process that keeps, serves or sweeps files. */
import type { Config } from '#platform/config.server.ts';
import { configureScanner } from '#platform/files/clamd.server.ts';
import { configureFiles } from '#platform/files.server.ts';
import { configureQuota } from '#slices/files/index.ts';

export function configureStore({ dataFolder, diskLimit, files }: Config): void {
  configureFiles(dataFolder, diskLimit, files.s3);
  configureScanner(files.clamd);
  configureQuota(files.quota);
}
