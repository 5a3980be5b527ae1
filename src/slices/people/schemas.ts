/** Shapes people's forms and API share. */
import { z } from 'zod';

/** An address as it is kept: trimmed, lower case. */
/** The description of the API says what is sent, which is what stands before the pipe. */
export const email = z.string().trim().toLowerCase().min(1).max(254).meta({ format: 'email' }).pipe(z.email());

export const personName = z.string().trim().min(1).max(200);

export const organisationName = z.string().trim().min(1).max(200);

export const minimumPassword = 12;
export const password = z.string().min(minimumPassword).max(1000);

/** Whatever somebody types to prove who they are: a password or a code. */
export const shownSecret = z.string().max(1000).default('');

/** JSON as a browser makes it of a passkey's answer. */
export const passkeyAnswer = z.string().max(20_000).default('');

export const factorName = z.string().trim().min(1).max(100);

export const termsKind = z.enum(['terms', 'privacy']);
export type TermsKind = z.infer<typeof termsKind>;

/** 32 bytes in base64url. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A page of this site to go on to; anything else becomes the home page, so that a link of ours never leads away. */
export function onwardPath(to: string | null | undefined): string {
  return to && /^\/(?![/\\])[\w\-./?=&%~]*$/.test(to) ? to : '/home';
}

export const onward = z.string().optional().transform(onwardPath);
