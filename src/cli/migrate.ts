/** `./plaudit migrate`: the database's roles and shape, brought to this version. */
import type { Command } from 'commander';
import { loadConfig } from '#platform/config.server.ts';
import { ensureSecret } from '#platform/data-folder.server.ts';
import { migrate } from '#platform/database/migrate.server.ts';
import { ensureRoles } from '#platform/database/roles.server.ts';
import { withOwnerUrl } from '#platform/postgres/with-owner.server.ts';
import { wordsFor } from '#words/index.ts';

const { commandLine } = wordsFor('en');

export function register(program: Command): void {
  program
    .command('migrate')
    .description(commandLine.about.migrate)
    .option('--json', commandLine.json)
    .action(async ({ json }: { json?: true }) => {
      const config = loadConfig();
      const say = (line: string) => console.error(line);
      const { applied } = await withOwnerUrl(
        config,
        async (ownerUrl) => {
          await ensureRoles(ownerUrl, ensureSecret(config));
          return migrate(ownerUrl, { say });
        },
        say,
      );
      console.log(json ? JSON.stringify({ applied }) : commandLine.migrated(applied.length));
    });
}
