/** What a reader's browser fetches for a page, as it comes over the wire. */
import { existsSync } from 'node:fs';
import { chromium, type Request } from '@playwright/test';
import { chromium as system } from '../tools/test/packages.ts';

export const hasBrowser = (): boolean => existsSync(system.program);

export type Fetched = {
  /** `document`, `stylesheet`, `font`, `script`, `image`. */
  readonly type: string;
  /** Bytes of the body, compressed as it was sent. */
  readonly bytes: number;
};

/** Everything the page asks for until nothing more comes, from an empty cache. */
export async function fetchedBy(url: string): Promise<readonly Fetched[]> {
  const browser = await chromium.launch({
    executablePath: system.program,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const finished: Request[] = [];
    page.on('requestfinished', (request) => finished.push(request));
    await page.goto(url, { waitUntil: 'networkidle' });
    const weigh = async (request: Request) => ({ type: request.resourceType(), bytes: (await request.sizes()).responseBodySize });
    return await Promise.all(finished.map(weigh));
  } finally {
    await browser.close();
  }
}

/** Somebody's session, as a browser would keep it. */
export async function cookieOf(url: string, { email, password }: { email: string; password: string }): Promise<string> {
  const body = new URLSearchParams({ _act: 'password', _key: crypto.randomUUID(), email, password });
  const answer = await fetch(`${url}/sign-in`, { method: 'POST', headers: { origin: url }, body, redirect: 'manual' });
  return (
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('plaudit='))
      ?.split(';')[0] ?? ''
  );
}
