import { z } from 'zod';

/** The scorecard of categories that name none. */
export const mainScorecard = 'main';

/**
 * What things of an edition are referred to and answers are kept by, however they are called: forms, fields, options, scorecards, rules,
 * sponsors, divisions.
 */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(60);

const longest = 60;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, longest - 6)
    .replace(/-+$/g, '');

/**
 * A key nothing else has, made of what people call the thing: the name's, or with 2, 3, … behind it. `otherwise`: for a name without a
 * letter that keys know.
 */
export function keyFor(name: string, otherwise: string, taken: readonly string[]): string {
  const stem = plain(name) || otherwise;
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.includes(key)) return key;
  }
}
