/**
 * A key makes a retry act once: the answer is kept in the transaction that changed the state, so only a committed change
 * uses the key up. The same key with another request is refused and shows what was saved.
 */
import { createHash } from 'node:crypto';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson, type Json } from '#core/record/canonical.ts';
import { actorName, type Ctx } from './context.ts';

export type KeptAnswer = { readonly operation: string; readonly request: unknown; readonly secret: boolean };

function hashOf(kept: KeptAnswer): Buffer {
  const request = JSON.parse(JSON.stringify(kept.request ?? null)) as Json;
  return createHash('sha256').update(kept.operation).update('\0').update(canonicalJson(request)).digest();
}

/** What was saved first, as far as a person would recognise it by its words. */
function wordsOf(request: unknown): string {
  if (typeof request !== 'object' || request === null) return '';
  const words = Object.values(request).filter((value) => typeof value === 'string' && !/^[0-9a-f-]{36}$/.test(value));
  return words.join(' · ').slice(0, 300);
}

/** The answer of an earlier call under this key, or undefined. */
export async function keptAnswer(ctx: Ctx, kept: KeptAnswer): Promise<{ answer: Json } | undefined> {
  if (ctx.key === undefined) return undefined;
  const row = await ctx.db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer', 'operation', 'request'])
    .where('organisation_id', '=', ctx.organisation)
    .where('actor', '=', actorName(ctx.actor))
    .where('key', '=', ctx.key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (!row.request_hash.equals(hashOf(kept)))
    throw problem('general.key-reused', { operation: row.operation, saved: wordsOf(row.request) });
  return { answer: row.answer as Json };
}

export async function keepAnswer(ctx: Ctx, kept: KeptAnswer, answer: Json): Promise<void> {
  if (ctx.key === undefined) return;
  await ctx.db
    .insertInto('idempotency_keys')
    .values({
      organisation_id: ctx.organisation,
      actor: actorName(ctx.actor),
      key: ctx.key,
      operation: kept.operation,
      request_hash: hashOf(kept),
      request: JSON.stringify(kept.secret ? null : (kept.request ?? null)),
      answer: JSON.stringify(answer),
      created_at: ctx.now,
    })
    .execute();
}
