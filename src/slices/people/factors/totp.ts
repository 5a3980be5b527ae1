/** One-time codes by the clock: RFC 6238 with what every app takes, SHA-1, six digits, thirty seconds. */
import { Secret, TOTP } from 'otpauth';
import { seal, unseal } from '#platform/secrets/sealing.server.ts';
import { signInSettings } from '../door.ts';

const period = 30;
/** One step to either side: telephones are rarely further off, and a code that is read out takes its time. */
const window = 1;

/** 160 bits in base 32, as an app takes it. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

const purpose = 'authenticator';

/** `id` is the factor's: moved to another row it does not open. */
export function sealTotpSecret(id: string, secret: string): Buffer {
  return seal(signInSettings().secret, purpose, id, secret);
}

export function openTotpSecret(id: string, sealed: Buffer): string | undefined {
  return unseal(signInSettings().secret, purpose, id, sealed);
}

/** What the picture an app reads says. */
export function totpAddress(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  // A colon would end the issuer's name.
  return new TOTP({ issuer: issuer.replaceAll(':', ' '), label: account, secret, period }).toString();
}

/** The step whose code this is, when it lies in the window and after `last`: a code is good for one use. */
export function stepOfCode(secret: string, code: string, now: Date, last: number | undefined): number | undefined {
  const delta = new TOTP({ secret, period }).validate({ token: code, timestamp: now.getTime(), window });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1_000 / period) + delta;
  return last === undefined || step > last ? step : undefined;
}
