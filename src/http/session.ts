/** The session's cookie: an opaque token, unreadable to scripts, sent to this site alone. */
const life = 30 * 86_400;

/** `__Host-` binds the cookie to this host over https; browsers refuse that prefix on plain http. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-plaudit' : 'plaudit';
}

export function readSession(request: Request, secure: boolean): string | undefined {
  const cookies = request.headers.get('cookie')?.split(/;\s*/) ?? [];
  const prefix = `${cookieName(secure)}=`;
  const token = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
}

export function sessionCookie(token: string, secure: boolean): string {
  return `${cookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure ? '; Secure' : ''}`;
}

const knownName = 'plaudit_known';
/** So many people share one browser at most; whoever was there longest ago is forgotten. */
const knownMost = 4;

/** What this browser keeps of the accounts it has been signed in to: proof of nothing but that. */
export function readKnown(request: Request): readonly string[] {
  const list = /(?:^|;\s*)plaudit_known=([\w~-]*)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '';
  return list.split('~').filter(Boolean).slice(-knownMost);
}

export function knownCookie(request: Request, token: string, secure: boolean): string {
  const others = readKnown(request).filter((one) => one !== token);
  const list = [...others, token].slice(-knownMost).join('~');
  return `${knownName}=${list}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${12 * life}${secure ? '; Secure' : ''}`;
}

/** What marks the browser that went to a provider, so that nobody else comes back; kept no longer than a visit may last. */
const awayLife = 600;
const awayName = (secure: boolean) => (secure ? '__Host-plaudit-away' : 'plaudit_away');

export function readAway(request: Request, secure: boolean): string | undefined {
  const found = new RegExp(`(?:^|;\\s*)${awayName(secure)}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(request.headers.get('cookie') ?? '');
  return found?.[1];
}

export function awayCookie(token: string, secure: boolean): string {
  return `${awayName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${awayLife}${secure ? '; Secure' : ''}`;
}

export function endedSessionCookie(secure: boolean): string {
  return `${cookieName(secure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`;
}
