/** Whether single keys do something, as the reader chose; kept in a cookie that says nothing else. */

export function keysAreOn(cookies: string | null): boolean {
  return !/(?:^|;\s*)plaudit_keys=off(?:;|$)/.test(cookies ?? '');
}

/** Being on is what everybody begins with, so that choice is forgotten; the other stays for a year. */
export function keysCookie(on: boolean, base: string, secure: boolean): string {
  return `plaudit_keys=off; Path=${base || '/'}; Max-Age=${on ? 0 : 31_536_000}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
}
