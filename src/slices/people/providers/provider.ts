/** Who vouches for people at this installation: named in one file by whoever runs it, and the same for all its organisations. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { signInSettings } from '../door.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'small letters, digits and hyphens are needed' })
  .max(60);
const name = z.string().trim().min(1).max(60);
/** A host in small letters with a dot in it: a whole top-level domain is nobody's to vouch for. */
const domain = z.string().regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/, { error: 'a domain in small letters is needed' });
const domains = z.array(domain).default([]);

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'));
}

/** Plain http is good for a provider on this very machine and nowhere else: whoever listens could sign in as anybody. */
const address = z.url({ protocol: /^https?$/ }).refine(isSafe, { error: 'https is needed' });
const certificate = z
  .string()
  .trim()
  .regex(/^-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----$/, { error: 'a certificate in PEM is needed' });

const oidc = z.strictObject({
  id,
  name,
  kind: z.literal('oidc'),
  issuer: address,
  client: z.string().min(1).max(500),
  secret: z.string().min(1).max(2000),
  domains,
});

const saml = z.strictObject({
  id,
  name,
  kind: z.literal('saml'),
  entity: z.string().min(1).max(500),
  address,
  certificates: z.array(certificate).min(1).max(4),
  domains,
});

const file = z
  .strictObject({ providers: z.array(z.discriminatedUnion('kind', [oidc, saml])).max(20) })
  .refine(({ providers }) => new Set(providers.map((one) => one.id)).size === providers.length, { error: 'two providers have one id' });

export type OidcProvider = z.infer<typeof oidc>;
export type SamlProvider = z.infer<typeof saml>;
export type Provider = OidcProvider | SamlProvider;

/** What a file says, as the text of it was read. @throws Problem `installation.providers-unfit` with every fault; never what stands there */
export function parseProviders(path: string, value: unknown): readonly Provider[] {
  const parsed = file.safeParse(value);
  if (parsed.success) return parsed.data.providers;
  const faults = parsed.error.issues.map(({ path: at, message }) => `${at.map(String).join('.') || 'the file'}: ${message}`);
  throw problem('installation.providers-unfit', { file: path, faults: faults.join('; ') });
}

let configured: readonly Provider[] = [];

/** Said once by the web process. */
export function configureProviders(providers: readonly Provider[]): void {
  configured = providers;
}

export function allProviders(): readonly Provider[] {
  return configured;
}

export function findProvider(given: string): Provider | undefined {
  return configured.find((one) => one.id === given);
}

/** @throws Problem `general.not-found` */
export function needProvider(given: string): Provider {
  const found = findProvider(given);
  if (!found) throw problem('general.not-found');
  return found;
}

/** Whether the mailboxes of this address's domain are this provider's to vouch for. A domain below one that is named is another. */
export function vouchesFor({ domains: named }: Provider, email: string): boolean {
  return named.includes(email.slice(email.lastIndexOf('@') + 1));
}

/** Each provider comes back to an address of its own, so that none can pass off its answer as another's. */
export function returnAddress({ id }: { readonly id: string }): string {
  return `${signInSettings().url}/sign-in/from/${id}`;
}
