/** Whom a provider says came back, once its answer was found to be its own, meant for us, for this visit and for now. */
import { z } from 'zod';
import type { Problem } from '#core/problems/problem.ts';
import { problem } from '#core/problems/problem.ts';
import { email } from '../schemas.ts';
import type { Provider } from './provider.ts';

const text = z.string().min(1).max(500);

export const identity = z.object({
  /** These two together are who it is; an address is not. */
  issuer: text,
  subject: text,
  /** Only one the provider says it has verified. */
  email: email.nullable(),
  name: z.string().trim().max(200),
});
export type Identity = z.infer<typeof identity>;

/** Why an answer does not hold; said in the log, and to whoever came back only that it does not. */
export type AnswerFault =
  | 'algorithm'
  | 'audience'
  | 'code'
  | 'document'
  | 'expired'
  | 'issuer'
  | 'nonce'
  | 'recipient'
  | 'request'
  | 'signature'
  | 'state'
  | 'subject'
  | 'unreadable';

export function answerFails(provider: Provider, reason: AnswerFault): Problem {
  return problem('people.provider-answer-invalid', { provider: provider.name, reason });
}

/** An address as it is kept; null for what is none. */
export function addressIn(value: unknown): string | null {
  const parsed = email.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export function wordsIn(...values: readonly unknown[]): string {
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim().slice(0, 200) : '';
}
