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

/** Where a page leads as it stands, and as it was served, which is what a browser without scripts has of it. */
function linksOn(page: Page, served: string): Promise<{ standing: string[]; served: string[] }> {
  return page.evaluate((html) => {
    const of = (document: Document) =>
      [...document.querySelectorAll('a[href]:not([download])')]
        .map((link) => new URL(link.getAttribute('href') ?? '', location.href))
        .filter(({ origin }) => origin === location.origin)
        .map(({ pathname, search }) => pathname + search);
    return { standing: of(document), served: of(new DOMParser().parseFromString(html, 'text/html')) };
  }, served);
}

const isData = (address: string) => /^\/(?:files|theme)\b|\.(?:csv|xlsx|zip|json|yaml|ics|atom)\b/.test(address);

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

export type Opened = { readonly address: string; readonly status: number; readonly served: string };

/**
 * Opens every kind of page that can be reached from `from`; `look` is called on each. Answers the addresses that no page links to as it is
 * served, so that nobody comes to them without scripts.
 */
export async function crawl(page: Page, from: readonly string[], look: (opened: Opened) => Promise<void>): Promise<string[]> {
  const waiting = [...from];
  const linked = new Set(from);
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address);
    const before = kinds.get(kind) ?? 0;
    if (seen.has(address) || isData(address) || before >= (kind.endsWith(' ') ? ofAKind : 1)) continue;
    seen.add(address);
    kinds.set(kind, before + 1);
    const next = address;
    await within(address, async () => {
      const answer = await page.goto(next);
      const served = (await answer?.text()) ?? '';
      await look({ address: next, status: answer?.status() ?? 0, served });
      const links = await linksOn(page, served);
      for (const link of links.served) linked.add(link);
      waiting.push(...links.served, ...links.standing);
    });
  }
  return [...seen].filter((address) => !linked.has(address));
}
