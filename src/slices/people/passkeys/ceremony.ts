/** The two ceremonies of WebAuthn: what the browser is asked, and what its answer is worth. The reading is a library's; the policy ours. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { signInSettings } from '../door.ts';
import { endOfChallenge, newChallenge, type Purpose } from './challenge.ts';
import * as store from './passkey-store.ts';

/** Loaded when somebody first needs it: commands never do, and loading it takes longer than most of them. */
const library = () => import('@simplewebauthn/server');

/** Passkeys belong to the host people see; a move to another host leaves them behind. */
function site() {
  const { hostname, origin } = new URL(signInSettings().url);
  return { host: hostname, origin };
}

/** An answer is JSON that a browser made; what it holds is looked at by the library, and whatever that cannot read is refused. */
function parse(answer: string): { readonly id: string; readonly challenge: string; readonly json: unknown } | undefined {
  try {
    const json = JSON.parse(answer) as { id: unknown; response: { clientDataJSON: unknown } };
    const client = JSON.parse(Buffer.from(String(json.response.clientDataJSON), 'base64url').toString('utf8')) as { challenge: unknown };
    return { id: String(json.id), challenge: String(client.challenge), json };
  } catch {
    return undefined;
  }
}

type Owner = { readonly id: PersonId; readonly email: string; readonly name: string };

/** What a page hands to the browser to make a passkey. Which there are already is said, so that a device is not asked twice. */
export async function registrationOptions(ctx: Ctx, owner: Owner, organisation: string): Promise<string> {
  const rows = await ctx.db.selectFrom('directory.factors').select('credential_id').where('person_id', '=', owner.id).execute();
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: organisation,
    rpID: site().host,
    userID: new Uint8Array(Buffer.from(owner.id)),
    userName: owner.email,
    userDisplayName: owner.name,
    challenge: newChallenge(`register ${owner.id}`, ctx.now),
    attestationType: 'none',
    excludeCredentials: rows.flatMap(({ credential_id: id }) => (id ? [{ id: id.toString('base64url') }] : [])),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  return JSON.stringify(options);
}

/** For signing in whoever answers has to be verified by the device, because nothing else is asked of them. */
export async function assertionOptions(ctx: Ctx, purpose: Purpose, person?: PersonId): Promise<string> {
  const rows = person
    ? await ctx.db.selectFrom('directory.factors').select(['credential_id', 'transports']).where('person_id', '=', person).execute()
    : [];
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: site().host,
    challenge: newChallenge(purpose, ctx.now),
    allowCredentials: rows.flatMap(({ credential_id: id }) => (id ? [{ id: id.toString('base64url') }] : [])),
    userVerification: purpose === 'sign in' ? 'required' : 'preferred',
  });
  return JSON.stringify(options);
}

export type NewPasskey = {
  readonly credential: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
};

/** The passkey an answer brings; undefined for an answer to another challenge, from another site, or to one that was answered. */
export async function readRegistration(ctx: Ctx, answer: string, person: PersonId): Promise<NewPasskey | undefined> {
  const parsed = parse(answer);
  const end = parsed && endOfChallenge(parsed.challenge, `register ${person}`, ctx.now);
  if (!parsed || !end) return undefined;
  const { host, origin } = site();
  const { verifyRegistrationResponse } = await library();
  const read = await verifyRegistrationResponse({
    response: parsed.json as RegistrationResponseJSON,
    expectedChallenge: parsed.challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: false,
  }).catch(() => undefined);
  if (!read?.verified || !(await store.insertAnswered(ctx, parsed.challenge, end))) return undefined;
  const { id, publicKey, counter, transports = [] } = read.registrationInfo.credential;
  return { credential: id, publicKey, counter, transports };
}

/** Whose passkey answered, and which. The counter of one that counts has to have moved on: a copy would answer with an old one. */
export async function readAssertion(ctx: Ctx, answer: string, purpose: Purpose, person?: PersonId): Promise<store.Passkey | undefined> {
  const parsed = parse(answer);
  const end = parsed && endOfChallenge(parsed.challenge, purpose, ctx.now);
  const passkey = parsed && end && (await store.lockPasskey(ctx, parsed.id));
  if (!parsed || !end || !passkey || (person !== undefined && passkey.person !== person)) return undefined;
  const { host, origin } = site();
  const { verifyAuthenticationResponse } = await library();
  const read = await verifyAuthenticationResponse({
    response: parsed.json as AuthenticationResponseJSON,
    expectedChallenge: parsed.challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    credential: { id: passkey.credential, publicKey: passkey.publicKey, counter: passkey.counter },
    requireUserVerification: purpose === 'sign in',
  }).catch(() => undefined);
  if (!read?.verified || !(await store.insertAnswered(ctx, parsed.challenge, end))) return undefined;
  await store.markPasskeyUsed(ctx, passkey.id, read.authenticationInfo.newCounter);
  return passkey;
}
