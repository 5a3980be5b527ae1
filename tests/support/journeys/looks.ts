/**
 * What of a page has been looked at in this run. Asking axe costs more than everything else a journey does, and its answer stands with
 * the elements of a page: where each stands, beside what, how it is styled, what is said of it to a reader, whether it has words. A page
 * all of whose elements stood so on other pages of its route needs no look of its own, whoever opened it.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * Of each element of the page its shape: all that is telling about it, about what it stands in, about what stands before it and about
 * what is directly in it; without words and numbers, each shape once. Neighbours that are alike, as the rows of a table, are one.
 */
export function shapesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const telling =
      /^(?:class|style|role|type|lang|dir|tabindex|scope|autocomplete|aria-(?!label|labelledby|describedby|controls|valuetext).*)$/;
    const written = (element: Element) =>
      `${element.localName} ${[...element.attributes]
        .map(({ name, value }) => `${name}${telling.test(name) ? `=${value}` : value && '='}`)
        .sort()
        .join(' ')}`;
    /** Short, since there are many; two alike by chance cost one element one look. */
    const short = (text: string) => {
      let [a, b] = [0xdeadbeef, 0x41c6ce57];
      for (let i = 0; i < text.length; i += 1) {
        a = Math.imul(a ^ text.charCodeAt(i), 2_654_435_761);
        b = Math.imul(b ^ text.charCodeAt(i), 1_597_334_677);
      }
      return (a >>> 0).toString(36) + (b >>> 0).toString(36);
    };
    const shapes = new Set<string>();
    const visit = (element: Element, within: string, beside: string): void => {
      const own = short(`${within}>${written(element)}`);
      const inside: string[] = [];
      for (const node of element.childNodes) {
        const one = node instanceof Element ? written(node) : node instanceof Text && node.data.trim() ? 'words' : '';
        if (one && one !== inside.at(-1)) inside.push(one);
      }
      shapes.add(short([own, beside, ...inside].join('|')));
      let before = '';
      for (const child of element.children) {
        const next = written(child);
        visit(child, own, before === next ? '' : before);
        before = next;
      }
    };
    visit(document.documentElement, '', '');
    return [...shapes];
  });
}

/** Writes down what is new here and answers how much that is. Two workers who come to the same at once both look. */
function firstSeen(where: string, what: readonly string[]): number {
  const file = join(process.env.PLAUDIT_JOURNEYS_LOOKS ?? '', createHash('sha256').update(where).digest('hex'));
  appendFileSync(file, '');
  const known = new Set(readFileSync(file, 'utf8').split('\n'));
  const fresh = what.filter((one) => !known.has(one));
  appendFileSync(file, fresh.map((one) => `${one}\n`).join(''));
  return fresh.length;
}

/**
 * How closely such a page of this route is looked at. The first page of a route is looked at in each width and each theme. Another page
 * of it, as a reader with fewer rights or with another question sees it, stands in the same frame: where it has anything new it is seen
 * in either width and in either theme, but by day not in all four pairs of them.
 */
export function lookAt(route: string, shapes: readonly string[]): 'all' | 'crossed' | 'none' {
  const [firstOfRoute, fresh] = [firstSeen('routes', [route]), firstSeen(route, shapes)];
  if (fresh === 0) return 'none';
  return firstOfRoute || process.env.PLAUDIT_EVERY_LOOK === '1' ? 'all' : 'crossed';
}
