/** The installation secret a backup brings becomes the secret of the place it is restored into. */
import { resolve } from 'node:path';
import { problem } from '#core/problems/problem.ts';
import { type Config, readSecret } from '#platform/config.server.ts';
import { makeFolder, writeSecretFile } from '#platform/data-folder.server.ts';

/** @throws Problem `backup.other-secret` */
export function needSecret(config: Config, secret: string): void {
  const here = readSecret(config);
  if (here === secret) return;
  if (here !== undefined) throw problem('backup.other-secret', { folder: config.dataFolder });
  makeFolder(config.dataFolder);
  writeSecretFile(resolve(config.dataFolder, 'secret'), `${secret}\n`);
}
