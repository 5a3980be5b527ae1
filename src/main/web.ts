/** The web process: serves pages and the API. Under the supervisor, or alone on its machine (`./plaudit web`). */
import { loadConfig } from '#platform/config.server.ts';
import { runWeb } from '#platform/processes/child-processes.server.ts';
import { giveUp } from './outcome.ts';
import { openSite } from './site.ts';

try {
  const config = loadConfig();
  await runWeb(config, await openSite(config));
} catch (error) {
  giveUp(error);
}
