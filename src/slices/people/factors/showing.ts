/** What somebody shows to prove who they are, checked against what they have; whatever is good for one use is used up. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { passwordMatches } from '#platform/passwords.server.ts';
import { readAssertion } from '../passkeys/ceremony.ts';
import type { Purpose } from '../passkeys/challenge.ts';
import * as store from './factor-store.ts';
import { hashCode, plainCode } from './recovery.ts';
import { openTotpSecret, stepOfCode } from './totp.ts';

export type Shown = 'password' | 'authenticator' | 'recovery-code' | 'passkey';

/** Uses the code's step up. */
export async function takeCode(ctx: Ctx, authenticator: store.Authenticator, code: string): Promise<boolean> {
  const { id, sealedSecret, lastStep } = authenticator;
  const secret = openTotpSecret(id, sealedSecret);
  const step = secret && stepOfCode(secret, code.replaceAll(/\s/g, ''), ctx.now, lastStep);
  if (!step) return false;
  await store.markAuthenticatorUsed(ctx, id, step);
  return true;
}

/** A code of an app or of the list of recovery codes. */
async function takeSecondFactor(ctx: Ctx, person: PersonId, written: string): Promise<Shown | undefined> {
  for (const authenticator of await store.lockAuthenticators(ctx, person, { confirmed: true }))
    if (await takeCode(ctx, authenticator, written)) return 'authenticator';
  const plain = plainCode(written);
  if (plain !== undefined && (await store.takeRecoveryCode(ctx, person, hashCode(person, plain)))) return 'recovery-code';
  return undefined;
}

export type Given = { readonly secret: string; readonly passkey: string };

/** A passkey of this person, or a code. */
export async function takeFactor(ctx: Ctx, person: PersonId, given: Given, purpose: Purpose): Promise<Shown | undefined> {
  if (given.passkey === '') return takeSecondFactor(ctx, person, given.secret);
  return (await readAssertion(ctx, given.passkey, purpose, person)) && 'passkey';
}

export async function isPassword(ctx: Ctx, person: PersonId, written: string): Promise<boolean> {
  const row = await ctx.db.selectFrom('directory.people').select('password_hash').where('id', '=', person).executeTakeFirst();
  return passwordMatches(row?.password_hash, written);
}
