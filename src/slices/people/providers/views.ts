/** What pages read of providers: which there are, who is connected to which, and a visit under way. */
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { Identity } from './identity.ts';
import { oidcAddress, readOidc } from './oidc.ts';
import { allProviders, findProvider, needProvider, type Provider, returnAddress } from './provider.ts';
import { readSaml, samlAddress, samlEntity, samlMetadata } from './saml.ts';
import { findVisit, type Visit } from './visit-store.ts';

export type ProviderView = { readonly id: string; readonly name: string };

export function providersForVisitor(): ProviderView[] {
  return allProviders().map(({ id, name }) => ({ id, name }));
}

export type ProviderFacts = ProviderView & {
  readonly kind: Provider['kind'];
  /** Who they are to us, and where they send people back to. */
  readonly issuer: string;
  readonly returns: string;
  /** The page a SAML provider reads what we are from. */
  readonly metadata: string | undefined;
  readonly domains: readonly string[];
};

/** What whoever sets a provider up has to write down there, and what was written down here; no secret. */
export function providersForAdministrator(): ProviderFacts[] {
  return allProviders().map((provider) => {
    const { id, name, kind, domains } = provider;
    const issuer = kind === 'oidc' ? provider.issuer : provider.entity;
    return {
      id,
      name,
      kind,
      issuer,
      returns: returnAddress(provider),
      metadata: kind === 'saml' ? samlEntity(provider) : undefined,
      domains,
    };
  });
}

export type IdentityView = {
  readonly id: string;
  readonly provider: string;
  readonly label: string;
  readonly since: string;
  readonly used: string | null;
};

/** The providers whoever asks is connected with, in the order they came. One that is not there any more goes by its id. */
export async function identitiesOf(ctx: Ctx): Promise<IdentityView[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const rows = await ctx.db
    .selectFrom('directory.identities')
    .select(['id', 'provider', 'label', 'created_at', 'used_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, provider, label, created_at, used_at }) => ({
    id,
    provider: findProvider(provider)?.name ?? provider,
    label,
    since: created_at.toISOString(),
    used: used_at?.toISOString() ?? null,
  }));
}

type UnderWay = { readonly visit: Visit; readonly provider: Provider };

/** @throws Problem `people.visit-over` */
async function needVisit(ctx: Ctx, state: string, browser: string): Promise<UnderWay> {
  const visit = await findVisit(ctx, state, browser);
  const provider = visit && findProvider(visit.provider);
  if (!visit || !provider) throw problem('people.visit-over');
  return { visit, provider };
}

export type Departure = { readonly provider: string; readonly address: string };

/** Where a visit leads. @throws Problem `people.visit-over`, `people.provider-silent` */
export async function departure(ctx: Ctx, state: string, browser: string): Promise<Departure> {
  const { provider } = await needVisit(ctx, state, browser);
  const address = await (provider.kind === 'oidc' ? oidcAddress(provider, state) : samlAddress(provider, state));
  return { provider: provider.name, address };
}

/** What came back with somebody: of OpenID Connect in the address, of SAML in a form. */
export type Return = { readonly provider: string; readonly search: URLSearchParams; readonly form: string; readonly relay: string };

export function stateOf({ search, form, relay }: Return): string {
  return form === '' ? (search.get('state') ?? '') : relay;
}

export type ReturnView = { readonly provider: string; readonly connects: boolean };

/** What the page they come back to says; nothing is looked at yet but whether it is this browser's. @throws Problem `people.visit-over` */
export async function returnForBrowser(ctx: Ctx, came: Return, browser: string): Promise<ReturnView> {
  const { visit, provider } = await needVisit(ctx, stateOf(came), browser);
  if (provider.id !== came.provider) throw problem('people.visit-over');
  return { provider: provider.name, connects: visit.person !== null };
}

/**
 * Whom the provider says came back. It is asked outside of any transaction: one that is slow holds nobody up but who waits for it.
 * @throws Problem `people.visit-over` before anything is asked, and those of `readOidc` and `readSaml`
 */
export async function readAnswer(ctx: Ctx, came: Return, browser: string): Promise<Identity> {
  const state = stateOf(came);
  const { provider } = await needVisit(ctx, state, browser);
  if (provider.id !== came.provider) throw problem('people.visit-over');
  const reading = provider.kind === 'oidc' ? readOidc(provider, came.search, state) : readSaml(provider, came.form, state);
  return reading.catch((error: unknown) => {
    const reason = error instanceof Error && 'facts' in error ? error.facts : undefined;
    ctx.log.warn({ provider: provider.id, reason }, 'the answer of a provider was not taken');
    throw error;
  });
}

/** What a SAML provider reads of us. @throws Problem `general.not-found` */
export function metadataOf(id: string): Promise<string> {
  const provider = needProvider(id);
  if (provider.kind !== 'saml') throw problem('general.not-found');
  return samlMetadata(provider);
}
