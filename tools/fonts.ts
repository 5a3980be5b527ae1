/**
 * Makes the font files of `src/ui/fonts` from the packages they come in: `node tools/fonts.ts`, after a new version of
 * one of them. A public page is to come in 60 kB with all it needs, so each file keeps the features we use, and only the axes
 * the tokens use: Inter from 400 to 600, Source Serif 4 at one weight with its optical sizes from 20 points
 * (reading) to 60 (display). Letters with accents, and those of the rest of Europe, are in files of their
 * own, which a browser fetches only for a page that has such a letter.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import subsetFont from 'subset-font';

const root = resolve(import.meta.dirname, '..');

function span(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
}

const plain = `${span(0x20, 0x7e)}\u00a0£§©«®°±·»×÷‐‑–—‘’‚“”„•…‹›€−`;
const accented = `${[...span(0xa1, 0xff)].filter((letter) => !plain.includes(letter)).join('')}Œœ`;
const western = plain + accented;
/** Work pages also show marks of footnotes, of minutes and seconds, of trends. */
const signs = '†′″™←↑→↓';
const rareSigns = 'ıˆ˚˜‰';
const european = `${span(0x100, 0x17f)}${span(0x218, 0x21b)}${span(0x1e80, 0x1e85)}ẞỲỳ`;

const reading = { wght: 400, opsz: { min: 20, max: 60 } };
const working = { wght: { min: 400, max: 600 } };

type Cut = {
  readonly file: string;
  readonly source: string;
  readonly letters: string;
  readonly axes: NonNullable<Parameters<typeof subsetFont>[2]>['variationAxes'];
};

const cuts: readonly Cut[] = [
  { file: 'inter.woff2', source: 'inter/files/inter-latin-wght-normal', letters: plain + signs, axes: working },
  { file: 'inter-accents.woff2', source: 'inter/files/inter-latin-wght-normal', letters: accented + rareSigns, axes: working },
  { file: 'inter-ext.woff2', source: 'inter/files/inter-latin-ext-wght-normal', letters: european, axes: working },
  { file: 'source-serif-4.woff2', source: 'source-serif-4/files/source-serif-4-latin-opsz-normal', letters: plain, axes: reading },
  {
    file: 'source-serif-4-accents.woff2',
    source: 'source-serif-4/files/source-serif-4-latin-opsz-normal',
    letters: accented,
    axes: reading,
  },
  {
    file: 'source-serif-4-ext.woff2',
    source: 'source-serif-4/files/source-serif-4-latin-ext-opsz-normal',
    letters: european,
    axes: reading,
  },
  {
    file: 'source-serif-4-bold.woff2',
    source: 'source-serif-4/files/source-serif-4-latin-opsz-normal',
    letters: western,
    axes: { wght: 600, opsz: 14 },
  },
  {
    file: 'source-serif-4-italic.woff2',
    source: 'source-serif-4/files/source-serif-4-latin-opsz-italic',
    letters: western,
    axes: { wght: 400, opsz: 16 },
  },
];

const features = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'lnum', 'tnum', 'cv05'];

for (const { file, source, letters, axes } of cuts) {
  const whole = await readFile(resolve(root, `node_modules/@fontsource-variable/${source}.woff2`));
  const cut = await subsetFont(whole, letters, {
    targetFormat: 'woff2',
    keepFeatures: features,
    noHinting: true,
    ...(axes && { variationAxes: axes }),
  });
  await writeFile(resolve(root, 'src/ui/fonts', file), cut);
  console.log(`${file.padEnd(28)} ${(cut.length / 1000).toFixed(1).padStart(6)} kB of ${(whole.length / 1000).toFixed(1)}`);
}
