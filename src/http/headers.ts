/** Security headers of every answer. A page adds its own content policy, because only it knows whether it runs scripts. */
import { randomBytes } from 'node:crypto';

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
} as const;

/** The stem of the idempotency keys of one page's forms: fit for a form field, an attribute and a cookie. */
export function newSeed(): string {
  return randomBytes(12).toString('base64url');
}

/** For answers that are no page: nothing may load or run. */
const inert = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * The content policy of a page. Without a nonce the page runs no script at all. `strict-dynamic` lets our own modules
 * load the chunks they need and keeps every other script out, even one that somebody managed to store on this host.
 */
export function pagePolicy(nonce: string | undefined, secure: boolean): string {
  return [
    "default-src 'none'",
    nonce ? `script-src 'nonce-${nonce}' 'strict-dynamic'` : "script-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Adds what is missing; what a handler set on purpose stays. */
export function secureHeaders(headers: Headers, secure: boolean): void {
  for (const [name, value] of Object.entries(everywhere)) if (!headers.has(name)) headers.set(name, value);
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', inert);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (secure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
}
