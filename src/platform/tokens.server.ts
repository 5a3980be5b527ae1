/** Secrets that travel in links and cookies: 32 random bytes, of which only the SHA-256 is stored. */
import { createHmac, hash, randomBytes } from 'node:crypto';

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token; looking it up by this hash takes the same time for every wrong token. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/**
 * The token a form makes under its idempotency key: a retry of the same form makes the same one, and nobody without the
 * installation secret can work it out. `purpose` keeps a link from being a session.
 */
export function derivedToken(secret: string, purpose: string, key: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${key}`).digest('base64url');
}
