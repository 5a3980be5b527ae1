/** What every journey may ask of the page it is on. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] };
type Axe = { readonly run: (of: Document, how: object) => Promise<{ violations: Violation[] }> };

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const how = { runOnly: { type: 'tag' as const, values: tags }, resultTypes: ['violations' as const] };
/** Beyond the law: what axe holds to be good practice, as landmarks that can be told apart. */
const howWell = { ...how, runOnly: { type: 'tag' as const, values: [...tags, 'best-practice'] } };
/** All that a theme can change are colours: these rules look at them, the others see the same page in either. */
const howColoured = { ...how, runOnly: { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] } };

/** Axe stays in a page it was brought to, and asking it there again costs a sixth. */
async function violationsOn(page: Page, asked: typeof how | typeof howWell | typeof howColoured): Promise<readonly Violation[]> {
  const again = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe?: Axe };
    return axe ? (await axe.run(document, options)).violations : undefined;
  }, asked);
  // Nothing of ours is in frames; looking for them opens a window each time.
  return again ?? (await new AxeBuilder({ page }).options(asked).setLegacyMode(true).analyze()).violations;
}

/** Zero axe violations of WCAG 2.2 AA; each is told with the elements it is about. Axe is a script: the run without scripts cannot ask it. */
export async function expectAccessible(page: Page, { coloursOnly = false, goodPractice = false } = {}): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return;
  const violations = await violationsOn(page, coloursOnly ? howColoured : goodPractice ? howWell : how);
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`)).toEqual([]);
}
