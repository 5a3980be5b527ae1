/** The reader's choice of light or dark, kept in a cookie that says nothing else. */
export type Theme = 'auto' | 'light' | 'dark';

const name = 'plaudit_theme';

function isTheme(value: unknown): value is Theme {
  return value === 'auto' || value === 'light' || value === 'dark';
}

export function readTheme(cookies: string | null): Theme {
  const found = cookies?.match(/(?:^|;\s*)plaudit_theme=([a-z]+)/)?.[1];
  return isTheme(found) ? found : 'auto';
}

export function parseTheme(value: unknown): Theme {
  return isTheme(value) ? value : 'auto';
}

/** 'auto' forgets the choice; the others stay for a year. */
export function themeCookie(theme: Theme, base: string, secure: boolean): string {
  const age = theme === 'auto' ? 0 : 31_536_000;
  return `${name}=${theme}; Path=${base || '/'}; Max-Age=${age}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
}

/**
 * Where the theme form leads back to: a path of this site and nothing else, so that no link can send people away. Browsers leave
 * tabs and line breaks out of an address before they read it, so they go first.
 */
export function ownPath(value: unknown): string {
  const path = typeof value === 'string' ? value.replaceAll(/[\t\r\n]/g, '') : '';
  return /^\/(?![/\\])/.test(path) ? path : '/';
}
