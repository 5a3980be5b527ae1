/** Every statement that writes or locks passkeys, and the challenges that were answered. */
import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

export type Passkey = {
  readonly id: string;
  readonly person: PersonId;
  readonly credential: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
};

/** Locked, so that of two answers with one counter the second finds it used. */
export async function lockPasskey(ctx: Ctx, credential: string): Promise<Passkey | undefined> {
  const row = await ctx.db
    .selectFrom('directory.factors')
    .select(['id', 'person_id', 'public_key', 'counter'])
    .where('credential_id', '=', Buffer.from(credential, 'base64url'))
    .forUpdate()
    .executeTakeFirst();
  if (!row?.public_key) return undefined;
  const publicKey = new Uint8Array(row.public_key);
  return { id: row.id, person: row.person_id, credential, publicKey, counter: Number(row.counter ?? 0) };
}

type NewPasskey = Pick<Passkey, 'credential' | 'publicKey' | 'counter'> & { readonly name: string; readonly transports: readonly string[] };

/** Undefined when somebody has it already: an authenticator makes a new one for every account. */
export async function insertPasskey(ctx: Ctx, person: PersonId, passkey: NewPasskey): Promise<string | undefined> {
  const row = await ctx.db
    .insertInto('directory.factors')
    .values({
      id: ctx.ids.next(),
      person_id: person,
      kind: 'passkey',
      name: passkey.name,
      created_at: ctx.now,
      confirmed_at: ctx.now,
      credential_id: Buffer.from(passkey.credential, 'base64url'),
      public_key: Buffer.from(passkey.publicKey),
      counter: String(passkey.counter),
      transports: passkey.transports.join(' '),
    })
    .onConflict((c) => c.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function markPasskeyUsed(ctx: Ctx, id: string, counter: number): Promise<void> {
  await ctx.db
    .updateTable('directory.factors')
    .set({ counter: String(counter), used_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** False when it was answered before. */
export async function insertAnswered(ctx: Ctx, challenge: string, end: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('directory.answered_challenges')
    .values({ challenge_hash: createHash('sha256').update(Buffer.from(challenge, 'base64url')).digest(), expires_at: end })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
