/** What the command writes is what the published schema says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { resultShape } from '#core/verdict/published/result-shape.ts';
import { tallyAnswer } from '../tally.ts';
import type { TallyOptions } from './options.ts';
import type { Overridden, Source } from './run.ts';

type Plain<T> = T extends readonly (infer U)[] ? Plain<U>[] : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

/** Compiles where the command's own types say the same as the published shape. */
const accepted = (own: {
  source: Plain<Source>;
  overrides: Plain<Overridden>;
}): Pick<z.input<typeof resultShape>, 'source' | 'overrides'> => own;

const examples = resolve(import.meta.dirname, '../../../docs/examples');
const plain = { heading: (text: string) => text, winner: (text: string) => text };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shape-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const ballots = [join(examples, 'ballots.csv')];
const rules = (text: string) => written('rules.yaml', `minimumPanel: 2\nscale: 1-10\n${text}`);

it.each<[string, () => Partial<TallyOptions>]>([
  [
    'an n/a others contradict',
    () => ({
      rules: rules(''),
      ballots: [written('said.csv', `entry,category,judge,x,y\n${'ABC'.replace(/./g, '$&,X,Ann,7,9\n$&,X,Bo,5,8\n')}`.replace('7', 'n/a'))],
    }),
  ],
  ['the example', () => ({ rules: join(examples, 'rules.yaml') })],
  ['the example without rules', () => ({})],
  [
    'corrected scores with prizes and completed ballots',
    () => ({ rules: rules('official: corrected\nskipped: impute\nlevels: [{ level: Gold, atLeast: 7, points: 3 }]\n') }),
  ],
  ['places by Schulze', () => ({ rules: rules('aggregation: schulze\nties: [lot]\n') })],
  [
    'medians, and a ballot decided by the chair',
    () => ({
      rules: rules('aggregation: median\nties: [{ by: high-marks, from: 9 }]\n'),
      overrides: written(
        'o.csv',
        'entry,category,judge,criterion,mark,who,why\nHarbour Lane Water,Contact centre of the year,Ruth Calloway,,recused,the chair,late\n',
      ),
    }),
  ],
  ['a bundle', () => ({ bundle: join(folder, 'b.zip') })],
])('the result of %s', async (_, options) => {
  const answer = await tallyAnswer({ ballots, json: true, ...options() }, plain);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  const result: unknown = JSON.parse([...answer.value.text].join(''));
  // An object drops what it does not know, so that a key the shape lacks shows.
  expect(resultShape.parse(result)).toEqual(result);
  expect(typeof accepted).toBe('function');
});
