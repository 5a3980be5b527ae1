/** Walks an application by its links as somebody might: every kind of page, a few of each. */
import { setTimeout as later } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { policies } from '../../../src/routes.ts';

/** Of two patterns that fit, the one with fewer parameters is the route. */
const patterns = [...policies.keys()].sort((a, b) => a.split(':').length - b.split(':').length);

/** `/judge/6f…` → `/judge/:entry`; undefined for what is no route. */
export function routeOf(path: string): string | undefined {
  return patterns.find((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`).test(path));
}

/** Pages that differ only in what they are about are looked at this often; a question in the address makes a page of its own. */
const ofAKind = 2;

function kindOf(address: string): string {
  const url = new URL(address, 'http://localhost');
  const asked = [...url.searchParams.keys()].sort().join(' ');
  return `${routeOf(url.pathname) ?? url.pathname} ${asked}`;
}

async function linksOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([download])')]
      .filter((link) => link.origin === location.origin)
      .map((link) => link.pathname + link.search),
  );
}

const isData = (address: string) => /^\/(?:files|theme)\b|\.(?:csv|xlsx|json|yaml|ics|atom)\b/.test(address);

/** A page that hangs is named long before the test as a whole runs out of time. */
async function within(address: string, work: () => Promise<void>): Promise<void> {
  const over = new AbortController();
  const tooLong = later(120_000, undefined, { signal: over.signal, ref: false }).then(() => {
    throw new Error(`${address} did not come to an end in two minutes`);
  });
  try {
    await Promise.race([work(), tooLong]);
  } finally {
    over.abort();
    await tooLong.catch(() => undefined);
  }
}

/** Opens every kind of page that can be reached from `from`; `look` is called on each with its address and the answer's status. */
export async function crawl(page: Page, from: readonly string[], look: (address: string, status: number) => Promise<void>): Promise<void> {
  const waiting = [...from];
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address);
    const before = kinds.get(kind) ?? 0;
    if (seen.has(address) || isData(address) || before >= (kind.endsWith(' ') ? ofAKind : 1)) continue;
    seen.add(address);
    kinds.set(kind, before + 1);
    await within(address, async () => {
      const answer = await page.goto(address);
      await look(address, answer?.status() ?? 0);
      waiting.push(...(await linksOn(page)));
    });
  }
}
