/** How a command reaches operations and views: a context for each organisation of the installation. */
import { problem } from '#core/problems/problem.ts';
import { connect } from '#main/connection.ts';
import '#main/slices.ts';
import { type Config, loadConfig, readSecret } from '#platform/config.server.ts';
import { type Ctx, contextFor } from '#platform/context.ts';
import type { LoginRole } from '#platform/database/roles.server.ts';
import { openLog } from '#platform/log.server.ts';
import { withOwnerUrl } from '#platform/postgres/with-owner.server.ts';
import { configureMail } from '#slices/messages/index.ts';

export type OrganisationCtx = { readonly slug: string; readonly name: string; readonly ctx: Ctx };

const commandLine = { kind: 'system', name: 'command-line' } as const;

/** Runs `work` with every organisation, as the command line: a system actor that can be told from all others in the record. */
export async function withOrganisations<T>(
  work: (organisations: readonly OrganisationCtx[]) => Promise<T>,
  role: LoginRole = 'app',
): Promise<T> {
  const config = loadConfig();
  // A look at what is not there must not begin to create it.
  if (config.databaseUrl === undefined && readSecret(config) === undefined)
    throw problem('installation.none-here', { folder: config.dataFolder });
  configureMail(config, readSecret(config));
  return withOwnerUrl(config, async (ownerUrl) => {
    const secret = readSecret(config);
    const reached: Config = { ...config, databaseUrl: ownerUrl, ...(secret !== undefined && { secret }) };
    const database = await connect(reached, role);
    try {
      const rows = await database.db.selectFrom('directory.organisations').selectAll().orderBy('slug').execute();
      const log = openLog('silent', 'cli');
      return await work(rows.map(({ id, slug, name }) => ({ slug, name, ctx: contextFor(database, log, id, commandLine) })));
    } finally {
      await database.close();
    }
  });
}
