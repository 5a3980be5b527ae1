/**
 * A key makes a retry act once: the answer is kept in the transaction that changed the state, so only a committed change
 * uses the key up. The same key with another request is refused and shows what was saved.
 */
import { createHmac, hash, randomBytes } from 'node:crypto';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson, type Json } from '#core/record/canonical.ts';
import { actorName, type Ctx } from './context.ts';
import type { Statement } from './database/batch.server.ts';

export type KeptAnswer = { readonly operation: string; readonly request: unknown; readonly secret: boolean };

let pepper: string | Buffer = randomBytes(32);

/** Said by every process that reaches the database; one that was told nothing knows only its own requests again. */
export function configureRequestHashes(secret: string): void {
  pepper = secret;
}

/** Of a request that holds a secret, a password say, only who knows the installation's secret could try guesses against the hash. */
function hashOf(kept: KeptAnswer): Buffer {
  const request = JSON.parse(JSON.stringify(kept.request ?? null)) as Json;
  const text = `${kept.operation}\0${canonicalJson(request)}`;
  return kept.secret ? createHmac('sha256', pepper).update(`request ${text}`).digest() : hash('sha256', text, 'buffer');
}

/** What was saved first, as far as a person would recognise it by its words. */
function wordsOf(request: unknown): string {
  if (typeof request !== 'object' || request === null) return '';
  const words = Object.values(request).filter((value) => typeof value === 'string' && !/^[0-9a-f-]{36}$/.test(value));
  return words.join(' · ').slice(0, 300);
}

type Row = { readonly request_hash: Buffer; readonly answer: Json; readonly operation: string; readonly request: unknown };

const asking = `select request_hash, answer, operation, request from idempotency_keys
  where organisation_id = $1 and actor = $2 and key = $3`;

/** Asks for the answer of an earlier call under this key; `answerIn` reads it. */
export function askForAnswer({ organisation, actor, key }: Ctx): Statement | undefined {
  return key === undefined ? undefined : { text: asking, values: [organisation, actorName(actor), key] };
}

/** The answer of an earlier call, or undefined. @throws Problem when that was another request */
export function answerIn(rows: readonly unknown[], kept: KeptAnswer): { answer: Json } | undefined {
  const row = rows[0] as Row | undefined;
  if (row === undefined) return undefined;
  if (!row.request_hash.equals(hashOf(kept)))
    throw problem('general.key-reused', { operation: row.operation, saved: wordsOf(row.request) });
  return { answer: row.answer };
}

const keeping = `insert into idempotency_keys (organisation_id, actor, key, operation, request_hash, request, answer, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

export function keepAnswer({ organisation, actor, key, now }: Ctx, kept: KeptAnswer, answer: Json): Statement | undefined {
  if (key === undefined) return undefined;
  const request = JSON.stringify(kept.secret ? null : (kept.request ?? null));
  const values = [organisation, actorName(actor), key, kept.operation, hashOf(kept), request, JSON.stringify(answer), now];
  return { text: keeping, values };
}
