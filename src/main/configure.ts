/** What the floors below need of the installation, said once by the web process. */
import type { Config } from '#platform/config.server.ts';
import { configureLinks } from '#slices/files/index.ts';
import { configureMail } from '#slices/messages/index.ts';
import { configureProviders, configureSignIn, readProviders } from '#slices/people/index.ts';
import { configureHealth, configureSource } from '#slices/system/index.ts';
import { configureForIntegrations } from './api/open.ts';
import { configureStore } from './doors/store.ts';

/** '' where files come from the site itself. */
function filesOrigin({ files, url, basePath }: Config): string {
  const apart = files.url !== undefined && new URL(files.url).host !== new URL(url).host;
  return apart ? `${new URL(files.url ?? url).origin}${basePath}` : '';
}

export function configure(config: Config, secret: string): void {
  const { dataFolder, diskLimit, url } = config;
  configureMail(config, secret);
  configureSource(config.sourceUrl);
  configureStore(config);
  configureLinks({ secret, origin: filesOrigin(config) });
  configureHealth({ dataFolder, diskLimit, backupScheduled: config.backup.to !== undefined });
  if (config.providersFile !== undefined) configureProviders(readProviders(config.providersFile));
  configureForIntegrations(config, secret);
  configureSignIn({ secret, secure: url.startsWith('https:'), keepsMail: config.smtpUrl === undefined, url });
}
