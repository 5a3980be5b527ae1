/** What the floors below need of the installation, said once by the web process. */
import type { Config } from '#platform/config.server.ts';
import { configureFiles } from '#platform/files.server.ts';
import { configureMail } from '#slices/messages/index.ts';
import { configureProviders, configureSignIn, readProviders } from '#slices/people/index.ts';
import { configureHealth, configureSource } from '#slices/system/index.ts';
import { configureForIntegrations } from './api.ts';

export function configure(config: Config, secret: string): void {
  const { dataFolder, diskLimit, url } = config;
  configureMail(config);
  configureSource(config.sourceUrl);
  configureFiles(dataFolder, diskLimit);
  configureHealth({ dataFolder, diskLimit, backupScheduled: config.backup.to !== undefined });
  if (config.providersFile !== undefined) configureProviders(readProviders(config.providersFile));
  configureForIntegrations(config, secret);
  configureSignIn({ secret, secure: url.startsWith('https:'), keepsMail: config.smtpUrl === undefined, url });
}
