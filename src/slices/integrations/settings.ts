/** What keys and webhooks need of the installation: the secret that seals theirs, its address, and which networks may be written to. */
import type { Networks } from '#platform/outward/networks.server.ts';

type Settings = { readonly secret: string; readonly url: string; readonly networks: Networks };

let settings: Settings | undefined;

/** Said once by every process. */
export function configureIntegrations(given: Settings): void {
  settings = given;
}

export function integrationSettings(): Settings {
  if (settings === undefined) throw new Error('integrations were not configured');
  return settings;
}
