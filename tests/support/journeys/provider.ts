/** A provider for the journeys: everybody who comes from it is somebody new, so that no journey meets another's account. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { openOidcProvider } from '../people/oidc-provider.ts';

/** Writes the file that names it; answers how to close it. */
export async function openProvider(file: string): Promise<() => Promise<void>> {
  const provider = await openOidcProvider();
  const somebody = () => ({ sub: randomUUID(), email: `${randomUUID()}@hall.example`, email_verified: true, name: 'Sixten Berg' });
  Object.defineProperty(provider, 'someone', { get: somebody });
  const { issuer, client, secret } = provider.settings;
  const named = { id: 'hall', name: 'The Hall', kind: 'oidc', issuer, client, secret, domains: ['hall.example'] };
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({ providers: [named] }), { mode: 0o600 });
  return provider.close;
}
