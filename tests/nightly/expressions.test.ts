/** No regular expression of the product can be made to work for long by a text that is merely long. */
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Visitor } from 'vite';
import { expect, test } from 'vitest';
import { folderTree, isProduct, type Module } from '../house/tree.ts';
import type { Expression, Work } from '../support/expressions/runner.ts';

/** Characters: what takes time in the square of them takes half a minute and more, all else a moment. */
const length = 60_000;
/** Milliseconds at one expression. A hundred times what the slowest sound one takes on a busy machine. */
const patience = 8_000;

const ends = 'cuts what a line of our own or a setting ends with; whoever writes those can stop the product anyway';
const number = 'reads one number out of a cell or an option, which are held to a few hundred characters';
/** Takes time in the square of its text and may: for each, why the text is short. */
const shortTexts: Readonly<Record<string, string>> = {
  'src/cli/tally/input/cell.ts /^([+-]?\\d*)\\.?(\\d*)$/': number,
  'src/cli/tally/input/cell.ts /0+$/': number,
  'src/cli/tally/options.ts /^\\d*\\.?\\d+$/': number,
  'src/cli/tally/report/styles.ts /unicode-range:\\s*([^;]+);/': ends,
  'src/platform/backup/age.server.ts /=+$/': ends,
  'src/platform/config.server.ts /\\/+$/': ends,
  "src/platform/formats/xlsx-write.server.ts /^'+|'+$/": 'cuts the name of a sheet, of 31 characters at most',
  'src/slices/messages/sending/settings.ts /^\\s*(?:"?(?<name>[^"<]*?)"?\\s*)?<(?<address>[^<>]+)>\\s*$/': ends,
  'src/slices/programmes/slug.ts /^-+|-+$/': 'cuts the name of a programme or an edition, of 120 characters at most',
  'src/words/en/counting/derivation.ts /\\.?0+$/': number,
  'src/words/en/problems/csv.ts /\\.?0+$/': number,
};

function expressionsOf(module: Module): Expression[] {
  const found: Expression[] = [];
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      const { pattern, flags } = node.regex;
      if (`${module.path} /${pattern}/` in shortTexts) return;
      found.push({ at: `${module.path}:${module.lineAt(node.start)}: /${pattern}/${flags}`, source: pattern, flags });
    },
  }).visit(module.program);
  return found;
}

/** The expressions that did not come to an end in time; each is passed over and the rest go on. */
async function slowOf(expressions: readonly Expression[]): Promise<string[]> {
  const slow: string[] = [];
  for (let left = expressions; left.length > 0; ) {
    const work: Work = { expressions: left, length };
    const stuck = await new Promise<string | undefined>((done, fail) => {
      const worker = new Worker(new URL('../support/expressions/runner.ts', import.meta.url), { workerData: work, execArgv: [] });
      let at = '';
      const watch = setInterval(() => end(at), patience);
      const end = (where: string | undefined) => {
        clearInterval(watch);
        void worker.terminate().then(() => done(where));
      };
      worker.on('message', (where: string) => {
        at = where;
        watch.refresh();
        if (where === 'done') end(undefined);
      });
      worker.on('error', (error) => {
        clearInterval(watch);
        fail(error);
      });
    });
    if (stuck === undefined) break;
    slow.push(stuck);
    left = left.slice(left.findIndex(({ at }) => at === stuck) + 1);
  }
  return slow;
}

const tree = folderTree(resolve(import.meta.dirname, '../..'));
const expressions = tree.modules.filter(({ path }) => isProduct(path)).flatMap(expressionsOf);

test('no expression of the product takes longer than in proportion to a text, whatever the text is made of', async () => {
  expect(expressions.length).toBeGreaterThan(200);
  expect(await slowOf(expressions)).toEqual([]);
}, 300_000);

test('every expression that may take longer is still there', () => {
  const there = (key: string) => {
    const [path = '', ...rest] = key.split(' ');
    return tree.read(path).includes(rest.join(' '));
  };
  expect(Object.keys(shortTexts).filter((key) => !there(key))).toEqual([]);
});

test('one that would is found, and those after it are still looked at', async () => {
  const planted: Expression[] = [
    { at: 'sound', source: '^[a-z]+$', flags: '' },
    { at: 'every way to part it', source: '^(?:[a-z]+)+$', flags: '' },
    { at: 'sound, too', source: '\\d+', flags: 'g' },
  ];
  expect(await slowOf(planted)).toEqual(['every way to part it']);
}, 60_000);
