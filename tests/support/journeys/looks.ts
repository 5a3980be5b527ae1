/**
 * Which pages of a run have been looked at. Asking axe costs more than everything else a journey does, and its answer stands with the
 * elements of a page: which there are, how they are styled, what is said of them to a reader, whether they have words. Two pages of one
 * route in which all of this is the same need one look, whoever opened them.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** The page without its words and numbers; neighbours that are alike, as the rows of a table, are one. */
export function skeletonOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const telling =
      /^(?:class|style|role|type|lang|dir|tabindex|scope|autocomplete|aria-(?!label|labelledby|describedby|controls|valuetext).*)$/;
    const of = (element: Element): string => {
      const attributes = [...element.attributes]
        .map(({ name, value }) => `${name}${telling.test(name) ? `=${value}` : value && '='}`)
        .sort();
      const inside: string[] = [];
      for (const node of element.childNodes) {
        const one = node instanceof Element ? of(node) : node instanceof Text && node.data.trim() ? 'words' : '';
        if (one && one !== inside.at(-1)) inside.push(one);
      }
      return `<${element.localName} ${attributes.join(' ')}>${inside.join('')}</>`;
    };
    return of(document.documentElement);
  });
}

/** Whether nobody in this run has come to this before; from now on somebody has. */
function isFirst(what: string): boolean {
  const name = createHash('sha256').update(what).digest('hex');
  try {
    writeFileSync(join(process.env.PLAUDIT_JOURNEYS_LOOKS ?? '', name), '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * How closely such a page of this route is looked at. The first page of a route is looked at in each width and each theme. Another page
 * of it, as a reader with fewer rights or with another question sees it, stands in the same frame: it is seen in either width and in
 * either theme, but by day not in all four pairs of them.
 */
export function lookAt(route: string, skeleton: string): 'all' | 'crossed' | 'none' {
  const [firstOfRoute, first] = [isFirst(route), isFirst(`${route} ${skeleton}`)];
  if (!first) return 'none';
  return firstOfRoute || process.env.PLAUDIT_EVERY_LOOK === '1' ? 'all' : 'crossed';
}
