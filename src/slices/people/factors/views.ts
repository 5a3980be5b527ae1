/** What somebody can show beside a password, as they read it and as others have to know. */
import encodeQR from 'qr';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { unsealCodes } from './recovery.ts';
import { openTotpSecret, totpAddress } from './totp.ts';

export async function hasFactor(ctx: Ctx, person: PersonId): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('directory.factors')
    .select('id')
    .where('person_id', '=', person)
    .where('confirmed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type FactorView = {
  readonly id: string;
  readonly kind: 'authenticator' | 'passkey';
  readonly name: string;
  readonly since: string;
  readonly used: string | null;
};

/** Confirmed ones of whoever asks, in the order they came. */
export async function factorsOf(ctx: Ctx): Promise<FactorView[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const rows = await ctx.db
    .selectFrom('directory.factors')
    .select(['id', 'kind', 'name', 'created_at', 'used_at'])
    .where('person_id', '=', person)
    .where('confirmed_at', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, name, created_at, used_at }) => ({
    id,
    kind: kind === 'passkey' ? 'passkey' : 'authenticator',
    name,
    since: created_at.toISOString(),
    used: used_at?.toISOString() ?? null,
  }));
}

/** Recovery codes of whoever asks that still work. */
export async function recoveryCodesLeft(ctx: Ctx): Promise<number> {
  const person = personOf(ctx);
  if (person === undefined) return 0;
  const rows = await ctx.db
    .selectFrom('directory.recovery_codes')
    .select('code_hash')
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .execute();
  return rows.length;
}

/** The codes that were just made, until their owner says they are kept or their time passes; none after that. */
export async function freshRecoveryCodes(ctx: Ctx): Promise<readonly string[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const row = await ctx.db
    .selectFrom('directory.fresh_recovery_codes')
    .select('sealed_codes')
    .where('person_id', '=', person)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return row ? unsealCodes(person, row.sealed_codes) : [];
}

export type StartedAuthenticator = {
  /** The key in groups of four, for whoever types it. */
  readonly key: string;
  /** Rows of the picture an app reads: `1` is dark. */
  readonly picture: readonly string[];
};

/** What an app needs to know of an authenticator that is still to be confirmed. */
export async function startedAuthenticator(ctx: Ctx, issuer: string, account: string): Promise<StartedAuthenticator | undefined> {
  const person = personOf(ctx);
  if (person === undefined) return undefined;
  const row = await ctx.db
    .selectFrom('directory.factors')
    .select(['id', 'sealed_secret'])
    .where('person_id', '=', person)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  const secret = row?.sealed_secret && openTotpSecret(row.id, row.sealed_secret);
  if (!secret) return undefined;
  const picture = encodeQR(totpAddress(secret, { issuer, account }), 'raw', { ecc: 'medium', border: 4 });
  return {
    key: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
    picture: picture.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')),
  };
}
