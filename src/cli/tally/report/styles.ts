import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ui = fileURLToPath(new URL('../../../ui/', import.meta.url));
const here = fileURLToPath(new URL('./report.css', import.meta.url));

/** The families a report draws with, in the order of `ui/look.css`. */
const families = [
  'base/tokens.css',
  'base/ground.css',
  'base/type.css',
  'actions/actions.css',
  'messages/messages.css',
  'data/table.css',
  'data/facts.css',
  'data/progress.css',
  'plots/plots.css',
  'marks/marks.css',
  'frames/frames.css',
  'base/print.css',
];

/** A typeface the report has no letter of would only make it heavier. */
function needsLetters(face: string, text: ReadonlySet<number>): boolean {
  if (/font-style:\s*italic/.test(face)) return false;
  const ranges = /unicode-range:\s*([^;]+);/.exec(face)?.[1]?.split(',') ?? [];
  return ranges.some((range) => {
    const [from = 0, to = from] = range
      .replace(/U\+/, '')
      .trim()
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    for (const code of text) if (code >= from && code <= to) return true;
    return false;
  });
}

function inlined(css: string, folder: string): string {
  return css.replace(/url\("([^")]+\.woff2)"\)/g, (_, path: string) => {
    const font = readFileSync(resolve(folder, path)).toString('base64');
    return `url(data:font/woff2;base64,${font})`;
  });
}

/** A sheet of ours without its comments, with those of its typefaces inside that these letters need. */
export function sheetWithin(path: string, letters: ReadonlySet<number>): string {
  const css = readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@font-face\s*\{[^}]*\}/g, (face) => (needsLetters(face, letters) ? face : ''));
  return inlined(css, dirname(path));
}

export const lettersOf = (text: string): ReadonlySet<number> => new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0));

/** All styles of a report as text, with the typefaces its words need inside: it fetches nothing. */
export function stylesFor(text: string): string {
  const letters = lettersOf(text);
  const sheets = families.map((file) => sheetWithin(resolve(ui, file), letters));
  return [...sheets, readFileSync(here, 'utf8')]
    .join('\n')
    .replace(/\n\s*/g, '\n')
    .replace(/\n{2,}/g, '\n');
}
