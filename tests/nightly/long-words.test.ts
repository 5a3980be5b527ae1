/** On a phone every page fits: with sentences 40 in 100 longer than ours, as another language may have them, and with names of one long word. */
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

/**
 * Words of ordinary length that stand on two lines: somewhere a column was squeezed. At a hyphen or a dot, as names of hosts have them, a
 * line may end.
 */
function brokenWords(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('textarea, svg, code, pre, [hidden]')) continue;
    for (const { 0: whole, index: from } of (node.textContent ?? '').matchAll(/\S+/gu)) {
      if (whole.length > 20) continue;
      for (const { 0: word, index } of whole.matchAll(/[^.‐‑–—-]+/gu)) {
        const range = document.createRange();
        range.setStart(node, from + index);
        range.setEnd(node, from + index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
      }
    }
  }
  return found.slice(0, 5);
}

/** Everything somebody gave a name to, in a name that no line of a phone can hold. */
async function nameAtLength(): Promise<void> {
  const name = `'Donaudampfschifffahrtsgesellschaftskapitänsverbandsvorsitzende'`;
  const { pool } = database.owner;
  await pool.query(`update directory.people set name = ${name}`);
  await pool.query(`update plaudit.programmes set name = ${name}, strapline = ${name}, summary = ${name}`);
  await pool.query(`update plaudit.categories set name = ${name}, description = ${name}`);
  await pool.query(`update plaudit.criteria set name = ${name}, question = ${name}`);
  const submitted = `id in (select id from plaudit.entries where state <> 'draft')`;
  await pool.query(`update plaudit.entries set title = ${name}, nominee = ${name}, body = ${name} where ${submitted}`);
  await pool.query(`update plaudit.entry_history set title = ${name}, nominee = ${name}, body = ${name} where entry_${submitted}`);
  // What the tree and the public pages are drawn from; the process that will read it has read nothing yet.
  const named = `regexp_replace(body::text, '"(name|label|title|question)": "[^"]*"', '"\\1": "' || ${name} || '"', 'g')::jsonb`;
  await pool.query(`update plaudit.edition_parts set body = ${named} where part <> 'timeline'`);
  await pool.query(`update plaudit.honours set title = ${name}, nominee = ${name}`);
}

const preload = new URL('../house/pseudo/register.ts', import.meta.url).href;

/** Pages wider than a phone of 360 pixels, and how many were looked at. */
async function tooWide(sessions: ReadonlyMap<string, string>, environment: Readonly<Record<string, string>>) {
  const web = await startWeb(fair, folder, environment);
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
        const broken = await page.evaluate(brokenWords);
        if (broken.length > 0) faults.push(`${pattern} for ${name} breaks ${broken.join(', ')}`);
        if (wide > 360) faults.push(`${pattern} for ${name}: ${wide} px wide; ${(await page.evaluate(outOfSight)).join('; ')}`);
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await web.stop();
  }
  return { faults, pages };
}

test('no page is wider than a phone of 360 pixels, with long sentences and then with long names', async () => {
  const people = { owner: fair.people.owner, judge: fair.people.judge, administrator: fair.people.administrator };
  const sessions = new Map<string, string>();
  for (const [name, person] of Object.entries(people)) sessions.set(name, await signedIn(fair, person));
  await database.setClock(dates.afterJudging);
  const sentences = await tooWide(sessions, { NODE_OPTIONS: `--import=${preload}` });
  await nameAtLength();
  const names = await tooWide(sessions, {});
  expect({ sentences: sentences.faults, names: names.faults }).toEqual({ sentences: [], names: [] });
  expect([sentences.pages, names.pages].every((pages) => pages > 60)).toBe(true);
});
