/** On a phone every page fits with sentences 40 in 100 longer than ours, as another language may have them. */
import { chromium } from '@playwright/test';
import { expect, test } from 'vitest';
import '#main/slices.ts';
import { policies } from '../../src/routes.ts';
import { chromium as system } from '../../tools/test/packages.ts';
import { addressOf } from '../house/pages/addresses.ts';
import { aFair, signedIn } from '../house/pages/fair.ts';
import { startWeb } from '../house/pages/web.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folders.ts';
import { dates, foundedWorld } from '../support/season.ts';

const database = await testDatabase();
const folder = temporaryFolder('long-words');
const fair = await aFair(await foundedWorld(database), 3, folder);

/** Parts whose end lies out of sight: a reader who does not scroll them never learns of it. */
function outOfSight(): string[] {
  const parts = [...document.querySelectorAll<HTMLElement>('main *')].filter((part) => {
    const { right, width } = part.getBoundingClientRect();
    return width > 1 && right > innerWidth + 1 && !part.closest('.scroll-x, .tabs, nav, svg');
  });
  return parts.slice(0, 3).map((part) => `${part.tagName}.${part.className}: ${(part.textContent ?? '').slice(0, 40)}`);
}

test('no page is wider than a phone of 360 pixels', async () => {
  const people = { owner: fair.people.owner, judge: fair.people.judge, administrator: fair.people.administrator };
  const sessions = new Map<string, string>();
  for (const [name, person] of Object.entries(people)) sessions.set(name, await signedIn(fair, person));
  await database.setClock(dates.afterJudging);
  const preload = new URL('../house/pseudo/register.ts', import.meta.url).href;
  const web = await startWeb(fair, folder, { NODE_OPTIONS: `--import=${preload}` });
  const browser = await chromium.launch({ executablePath: system.program, args: ['--no-sandbox', '--disable-gpu'] });
  const faults: string[] = [];
  let pages = 0;
  try {
    for (const [name, token] of sessions) {
      const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: true });
      await context.addCookies([{ name: 'plaudit', value: token, url: web.url }]);
      const page = await context.newPage();
      for (const pattern of policies.keys()) {
        if (/\.\w+$|draft$|events$|^\/files|^\/gallery/.test(pattern)) continue;
        // A file comes as a download, which is no page.
        const answer = await page.goto(web.url + addressOf(pattern, fair.places)).catch(() => null);
        if (answer?.status() !== 200) continue;
        pages += 1;
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > 360) faults.push(`${pattern} for ${name}: ${wide} px wide; ${(await page.evaluate(outOfSight)).join('; ')}`);
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await web.stop();
  }
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(60);
});
