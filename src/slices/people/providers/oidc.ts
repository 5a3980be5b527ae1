/**
 * OpenID Connect: where to send somebody, and what their coming back is worth. Code flow with PKCE, state and nonce; the reading is a
 * library's, which is told to verify the signature of every ID token; the policy is ours.
 */
import type * as Library from 'openid-client';
import type { Problem } from '#core/problems/problem.ts';
import { problem } from '#core/problems/problem.ts';
import { derivedToken } from '#platform/tokens.server.ts';
import { signInSettings } from '../door.ts';
import { type AnswerFault, addressIn, answerFails, type Identity, wordsIn } from './identity.ts';
import { type OidcProvider, returnAddress } from './provider.ts';

/** Loaded when somebody first needs it: commands never do. */
const library = () => import('openid-client');

/** A provider that takes longer is told about as one that does not answer. */
const patienceSeconds = 5;
/** What a provider says of itself is asked anew after this long, so that changed keys and addresses are found. */
const memory = 3_600_000;

type Known = { readonly config: Promise<Library.Configuration>; readonly until: number };
const known = new Map<string, Known>();

async function discover({ issuer, client, secret }: OidcProvider): Promise<Library.Configuration> {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await library();
  const server = new URL(issuer);
  const execute = [enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [allowInsecureRequests] : [])];
  return discovery(server, client, secret, undefined, { execute, timeout: patienceSeconds });
}

/** What the provider says of itself. A failure is not remembered: the next one who asks may find it back. */
async function configOf(provider: OidcProvider): Promise<Library.Configuration> {
  const key = JSON.stringify([provider.issuer, provider.client, provider.secret]);
  const before = known.get(key);
  if (before && before.until > performance.now()) return before.config;
  const config = discover(provider);
  known.set(key, { config, until: performance.now() + memory });
  config.catch(() => known.delete(key));
  return config;
}

/** Neither can be worked out from the state, which travels in addresses, without the installation secret. */
const nonceOf = (state: string) => derivedToken(signInSettings().secret, 'nonce', state);
const verifierOf = (state: string) => derivedToken(signInSettings().secret, 'code verifier', state);

const silent = (provider: OidcProvider): Problem => problem('people.provider-silent', { provider: provider.name });

/** @throws Problem `people.provider-silent` */
export async function oidcAddress(provider: OidcProvider, state: string): Promise<string> {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library();
  const config = await configOf(provider).catch(() => {
    throw silent(provider);
  });
  return buildAuthorizationUrl(config, {
    scope: 'openid email profile',
    redirect_uri: returnAddress(provider),
    state,
    nonce: nonceOf(state),
    code_challenge: await calculatePKCECodeChallenge(verifierOf(state)),
    code_challenge_method: 'S256',
  }).href;
}

/** What the library's codes mean to us; what is not among them failed on the way. */
const faults: Readonly<Record<string, AnswerFault>> = {
  OAUTH_INVALID_RESPONSE: 'document',
  OAUTH_INVALID_REQUEST: 'document',
  OAUTH_PARSE_ERROR: 'unreadable',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'expired',
  OAUTH_UNSUPPORTED_OPERATION: 'algorithm',
  OAUTH_KEY_SELECTION_FAILED: 'signature',
  OAUTH_RESPONSE_BODY_ERROR: 'code',
};

/** Which claim an error is about, where the library says so. */
const claims: Readonly<Record<string, AnswerFault>> = { nonce: 'nonce', aud: 'audience', azp: 'audience', iss: 'issuer', exp: 'expired' };

type Told = { readonly code?: unknown; readonly message?: unknown; readonly cause?: unknown };

/** The chain of causes from what was thrown down to what it stands on. */
function* causesOf(error: unknown): Generator<Told> {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; depth += 1) {
    yield at;
    at = at.cause;
  }
}

function claimOf(error: unknown): AnswerFault | undefined {
  for (const { cause } of causesOf(error)) {
    if (typeof cause !== 'object' || cause === null || !('claim' in cause)) continue;
    const found = claims[String(cause.claim)];
    if (found) return found;
  }
  return undefined;
}

/** Words of the library that say more than its codes do. */
const sayings: readonly (readonly [RegExp, AnswerFault])[] = [
  [/"alg"|algorithm/, 'algorithm'],
  [/signature/i, 'signature'],
  [/"nonce"/, 'nonce'],
  [/"state"/, 'state'],
  [/"iss"/, 'issuer'],
];

function faultOf(error: unknown): AnswerFault | undefined {
  const about = claimOf(error);
  if (about) return about;
  const causes = [...causesOf(error)];
  const said = causes.map(({ message }) => String(message)).join('\n');
  const saying = sayings.find(([pattern]) => pattern.test(said));
  if (saying) return saying[1];
  return causes.map(({ code }) => faults[String(code)]).find((fault) => fault !== undefined);
}

/**
 * Whom the provider says came back.
 * @throws Problem `people.provider-refused` when it says it signed nobody in, `people.provider-answer-invalid` for what is not its answer
 * to this visit, `people.provider-silent` when it cannot be asked
 */
export async function readOidc(provider: OidcProvider, search: URLSearchParams, state: string): Promise<Identity> {
  const { AuthorizationResponseError, authorizationCodeGrant } = await library();
  const config = await configOf(provider).catch(() => {
    throw silent(provider);
  });
  const came = new URL(`${returnAddress(provider)}?${search.toString()}`);
  const checks = { expectedState: state, expectedNonce: nonceOf(state), pkceCodeVerifier: verifierOf(state), idTokenExpected: true };
  const tokens = await authorizationCodeGrant(config, came, checks).catch((error: unknown) => {
    // Said by the provider itself, to the right visit: somebody pressed "cancel", or may not come here.
    if (error instanceof AuthorizationResponseError) throw problem('people.provider-refused', { provider: provider.name });
    const fault = faultOf(error);
    throw fault === undefined ? silent(provider) : answerFails(provider, fault);
  });
  const told = tokens.claims();
  if (told === undefined) throw answerFails(provider, 'document');
  return {
    issuer: told.iss,
    subject: told.sub,
    email: told.email_verified === true ? addressIn(told.email) : null,
    name: wordsIn(told.name, told.preferred_username),
  };
}
