/** Whether an unsafe request comes from a page of this site, by what browsers attach and no page can forge. */
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers send Sec-Fetch-Site, older ones Origin, with every unsafe request. Programs send neither; they hold no cookie
 * of ours, so there is nothing to ride on. `host` is the host the browser addressed.
 */
export function isForeign(method: string, headers: Headers, host: string, siteOrigin: string): boolean {
  if (safe.has(method)) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (origin === siteOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
