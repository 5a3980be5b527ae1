/** What every journey may ask of the page it is on. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] };
type Axe = { readonly run: (of: Document, how: object) => Promise<{ violations: Violation[] }> };

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const how = { runOnly: { type: 'tag' as const, values: tags }, resultTypes: ['violations' as const] };

/** Axe stays in a page it was brought to, and asking it there again costs a sixth. */
async function violationsOn(page: Page): Promise<readonly Violation[]> {
  const again = await page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe?: Axe };
    return axe ? (await axe.run(document, asked)).violations : undefined;
  }, how);
  // Nothing of ours is in frames; looking for them opens a window each time.
  return again ?? (await new AxeBuilder({ page }).options(how).setLegacyMode(true).analyze()).violations;
}

/** Zero axe violations of WCAG 2.2 AA; each is told with the elements it is about. Axe is a script: the run without scripts cannot ask it. */
export async function expectAccessible(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return;
  const violations = await violationsOn(page);
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`)).toEqual([]);
}
