/** Looking at a page as readers have it: by day and by night, on a telephone and at a desk, with scripts and without. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { faultsOf } from '../browser.ts';
import { expectAccessible } from '../page.ts';
import { type Opened, routeOf } from './crawl.ts';
import { lookAt, shapesOf } from './looks.ts';

/**
 * How much wider than the window the page is, and its bars and tables of which a part lies beyond their edge: whoever does not scroll
 * them never learns of it. Words hidden for the eye are one pixel wide and may stand there. And what names a part of the page that is not
 * there, or is there twice.
 */
function measured(page: Page): Promise<{ beyond: number; cutOff: string[]; astray: string[] }> {
  return page.evaluate(() => {
    const cutOff = [...document.querySelectorAll<HTMLElement>('.bar nav, .tabs, .scroll-x')]
      .filter((part) => {
        const edge = part.getBoundingClientRect().right + 1;
        return [...part.querySelectorAll('*')]
          .map((inside) => inside.getBoundingClientRect())
          .some(({ width, right }) => width > 1 && right > edge);
      })
      .map((part) => `${part.getAttribute('aria-label')}: ${part.scrollWidth} in ${part.clientWidth} px`);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const known = new Set(ids);
    const named = ['for', 'aria-labelledby', 'aria-describedby', 'aria-errormessage'].flatMap((attribute) =>
      [...document.querySelectorAll(`[${attribute}]`)].flatMap((element) => (element.getAttribute(attribute) ?? '').split(/\s+/)),
    );
    const astray = [...ids.filter((id, i) => ids.indexOf(id) !== i), ...named.filter((id) => id && !known.has(id))];
    return { beyond: Math.max(0, document.documentElement.scrollWidth - innerWidth), cutOff, astray };
  });
}

const widths = [360, 1280] as const;

/** By each closeness, the themes that are looked at in each width, the first of them with every rule. */
const themes = {
  all: { 360: ['light', 'dark'], 1280: ['dark', 'light'] },
  crossed: { 360: ['light'], 1280: ['dark'] },
  none: { 360: [], 1280: [] },
} as const;

export type Eyes = {
  readonly look: (opened: Opened) => Promise<void>;
  /** Of the browser without scripts, as `faultsOf` tells them. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * Every address is a page of its own at once: its own themes and widths are tried without asking for it again, from the width the page
 * before it stood in. Whatever is looked at and runs scripts is opened once more by somebody who has none, signed in as the first.
 */
export async function openEyes(page: Page, browser: Browser, home: string): Promise<Eyes> {
  const storageState = await page.context().storageState();
  const without = await browser.newContext({ storageState, javaScriptEnabled: false, reducedMotion: 'reduce' });
  const plain = await without.newPage();
  const faults = faultsOf(plain, home);

  const inEachWidth = async (of: Page, told: string, axe: (width: (typeof widths)[number]) => Promise<void>) => {
    for (const width of of.viewportSize()?.width === 1280 ? widths.toReversed() : widths) {
      if (of.viewportSize()?.width !== width) await of.setViewportSize({ width, height: 800 });
      expect(await measured(of), `${told} at ${width} px`).toEqual({ beyond: 0, cutOff: [], astray: [] });
      await axe(width);
    }
  };

  let shown = '';
  const look = async ({ address, status, served }: Opened) => {
    expect(status, address).toBe(200);
    const closeness = lookAt(routeOf(new URL(page.url()).pathname) ?? address, await shapesOf(page));
    await inEachWidth(page, address, async (width) => {
      for (const [i, colorScheme] of themes[closeness][width].entries()) {
        if (shown !== colorScheme) await page.emulateMedia({ colorScheme });
        shown = colorScheme;
        const coloursOnly = i > 0 || (closeness === 'crossed' && width !== 360);
        await test.step(`${address} at ${width} px, ${colorScheme}`, () => expectAccessible(page, { coloursOnly }));
      }
    });
    if (closeness === 'none' || !/<script\b/.test(served)) return;
    expect((await plain.goto(new URL(address, page.url()).href))?.status(), `${address} without scripts`).toBe(200);
    await inEachWidth(plain, `${address} without scripts`, () => Promise.resolve());
  };
  return { look, faults, close: () => without.close() };
}
