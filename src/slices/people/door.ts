/** What the sign-in pages need of the installation: the secret that makes session tokens, and whether mail leaves it. */
import { problem } from '#core/problems/problem.ts';
import { sessionCookie } from '#http/session.ts';
import { derivedToken } from '#platform/tokens.server.ts';

export type SignInSettings = { readonly secret: string; readonly secure: boolean; readonly keepsMail: boolean };

let settings: SignInSettings | undefined;

/** Said once by the web process. */
export function configureSignIn(given: SignInSettings): void {
  settings = given;
}

export function signInSettings(): SignInSettings {
  if (settings === undefined) throw new Error('signing in was not configured');
  return settings;
}

/**
 * The token of a link that a form under this key mails; a retry mails the same. The recipient is part of it: whoever once chose a
 * key for a link to himself must not know the token of a later link to somebody else.
 */
export function linkTokenOf(key: string, recipient: string): string {
  return derivedToken(signInSettings().secret, 'link', `${key} ${recipient}`);
}

/** The session token a form under this key opens; a retry opens the same session. */
export function sessionOf(key: string): string {
  return derivedToken(signInSettings().secret, 'session', key);
}

/** The headers that hand the session to the browser. */
export function signedIn(key: string): HeadersInit {
  const { secure } = signInSettings();
  return { 'set-cookie': sessionCookie(sessionOf(key), secure) };
}

/** A wrong password was counted and committed; only now is it refused. Answers where to go when it was right. */
export function whenWrong(attempt: { readonly person: string | null; readonly waitMinutes: number }, to: string): string {
  if (attempt.waitMinutes > 0) throw problem('people.too-many-attempts', { minutes: attempt.waitMinutes });
  if (attempt.person === null) throw problem('people.sign-in-failed');
  return to;
}
