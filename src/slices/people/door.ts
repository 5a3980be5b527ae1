/** What the sign-in pages need of the installation: the secret that makes session tokens, and whether mail leaves it. */
import type { ProblemCode } from '#core/problems/catalogue.ts';
import { problem } from '#core/problems/problem.ts';
import { awayCookie, knownCookie, readAway, sessionCookie } from '#http/session.ts';
import { derivedToken } from '#platform/tokens.server.ts';

export type SignInSettings = {
  readonly secret: string;
  readonly secure: boolean;
  readonly keepsMail: boolean;
  /** Public address of the installation; passkeys belong to its host. */
  readonly url: string;
};

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

/** What a browser keeps of an account it has been signed in to; nobody can make it up. */
export function knownToken(person: string): string {
  return derivedToken(signInSettings().secret, 'known', person);
}

/** The way to a provider that a form under this key begins; a browser on several ways at once keeps one token for them all. */
export function wayOf(key: string, request: Request): { readonly state: string; readonly browser: string } {
  const { secret, secure } = signInSettings();
  return { state: derivedToken(secret, 'visit', key), browser: readAway(request, secure) ?? derivedToken(secret, 'browser', key) };
}

/** The headers of the first step on that way. */
export function away(key: string, request: Request): HeadersInit {
  return { 'set-cookie': awayCookie(wayOf(key, request).browser, signInSettings().secure) };
}

/** What this browser was given on its way; nobody's when it never set off. */
export function browserOf(request: Request): string {
  return readAway(request, signInSettings().secure) ?? '';
}

type Arrived = { readonly person: string | null; readonly waiting: boolean };

/** The same for whoever proved an account to be theirs: their browser is known from here on, and others' guesses do not shut it out. */
export function arrived({ person, waiting }: Arrived, { key, request }: { key: string; request: Request }): HeadersInit {
  if (person === null || waiting) return signedIn(key);
  const { secure } = signInSettings();
  return [
    ['set-cookie', sessionCookie(sessionOf(key), secure)],
    ['set-cookie', knownCookie(request, knownToken(person), secure)],
  ];
}

/** After the first step of signing in: on, or to the second. */
export function afterFirstStep({ waiting }: { readonly waiting: boolean }, to: string): string {
  return waiting ? `/sign-in/factor?to=${encodeURIComponent(to)}` : to;
}

type Tried = { readonly person: string | null; readonly waitMinutes: number; readonly waiting: boolean };

/** What did not match was counted and committed; only now is it refused. Answers where to go when it did. */
export function whenWrong(attempt: Tried, to: string, wrong: ProblemCode = 'people.sign-in-failed'): string {
  if (attempt.waitMinutes > 0) throw problem('people.too-many-attempts', { minutes: attempt.waitMinutes });
  if (attempt.person === null) throw problem(wrong);
  return afterFirstStep(attempt, to);
}
