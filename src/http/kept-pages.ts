/**
 * Pages drawn before. What a page shows is a function of its address, the reader's language and theme, and the data the
 * router would hand a browser to draw it once more. All of it is the key, and the data are read for every request: a kept
 * page is never older than they are, nothing has to be thrown away when something changes, and processes need not agree.
 */
import { newPage, type Page } from './page.ts';

/** As many as are asked for at one time; the one not asked for the longest goes first. */
const most = 100;

export type Drawn = {
  readonly text: string /** Holds something of this one request, such as the key of a form. */;
  readonly once: boolean;
};

export function keepPages(): (key: string, draw: () => Drawn | Promise<Drawn>) => Promise<Page> {
  const kept = new Map<string, Page>();
  return async (key, draw) => {
    const known = kept.get(key);
    const { text, once } = known ? { text: known.text, once: false } : await draw();
    const page = known ?? newPage(text);
    if (once) return page;
    kept.delete(key);
    kept.set(key, page);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return page;
  };
}
