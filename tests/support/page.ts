/** What every journey may ask of the page it is on. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] };
type Axe = { readonly run: (of: Document, how: object) => Promise<{ violations: Violation[] }> };

export const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Beforehand axe would fetch and read every style sheet again, for one rule that is not among these; how long a video plays it needs to know. */
const preload = { assets: ['media' as const] };
const how = { runOnly: { type: 'tag' as const, values: tags }, resultTypes: ['violations' as const], preload };
/** Beyond the law: what axe holds to be good practice, as landmarks that can be told apart. */
const howWell = { ...how, runOnly: { type: 'tag' as const, values: [...tags, 'best-practice'] } };
/** All that a theme can change are colours: these rules look at them, the others see the same page in either. */
export const ofColours = ['color-contrast', 'link-in-text-block'];
const howColoured = { ...how, runOnly: { type: 'rule' as const, values: ofColours } };

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Axe is brought to a page once and stays in it. Nothing of ours is in frames. */
async function violationsOn(page: Page, asked: typeof how | typeof howWell | typeof howColoured): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // A colour on its way from one theme to the other is neither; what goes round for ever stays.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: Axe };
    return (await axe.run(document, options)).violations;
  }, asked);
}

/** Zero axe violations of WCAG 2.2 AA; each is told with the elements it is about. Axe is a script: the run without scripts cannot ask it. */
export async function expectAccessible(page: Page, { coloursOnly = false, goodPractice = false } = {}): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return;
  const violations = await violationsOn(page, coloursOnly ? howColoured : goodPractice ? howWell : how);
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`)).toEqual([]);
}
