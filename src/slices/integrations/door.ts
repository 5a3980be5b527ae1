/** Secrets as doors make them: from the call's key, so that a retry makes the same one. */
import type { PersonId } from '#platform/ids.ts';
import { derivedToken } from '#platform/tokens.server.ts';
import { integrationSettings } from './settings.ts';

/** The key a form makes under its idempotency key, recognisable by what it begins with. */
export function keySecretOf(key: string, person: PersonId | undefined): string {
  const { secret } = integrationSettings();
  const prefix = Buffer.from(derivedToken(secret, 'api-key prefix', `${key} ${person}`), 'base64url')
    .toString('hex')
    .slice(0, 6);
  return `plaudit_${prefix}_${derivedToken(secret, 'api-key', `${key} ${person}`)}`;
}

/** The secret a webhook gets under this call's key. `about` is the programme or the webhook, so that no two share one. */
export function secretOf(key: string, about: string): string {
  return Buffer.from(derivedToken(integrationSettings().secret, 'webhook secret', `${key} ${about}`), 'base64url').toString('base64');
}
