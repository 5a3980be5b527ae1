/**
 * Forms that another site hands over. Where a page takes one, it is looked at as if it had been asked for: no action runs and the browser
 * sends no session with it. What stands in it comes to anything only if a form of our own page sends it once more.
 */
const handed = new WeakMap<Request, URLSearchParams>();

/** The same page, asked for, with the form beside it. */
export async function lookedAt(request: Request): Promise<Request> {
  const form = new URLSearchParams(await request.text().catch(() => ''));
  const headers = new Headers(request.headers);
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name);
  const look = new Request(request.url, { headers });
  handed.set(look, form);
  return look;
}

/** What another site handed over with this request; empty for every other. */
export function handedWith(request: Request): URLSearchParams {
  return handed.get(request) ?? new URLSearchParams();
}
