/** The labelled pairs of `tests/data/company-pairs.txt`, and how well a rule tells those that are one from those that are two. */
import { readFileSync } from 'node:fs';
import type { CompanyFacts } from '#core/names/duplicates.ts';

export type LabelledPair = {
  readonly kind: string;
  readonly same: boolean;
  readonly line: string;
  readonly pair: readonly [CompanyFacts, CompanyFacts];
  /** Looked at while the rules were made; the others only measure them. */
  readonly tuned: boolean;
};

function factsOf(text: string): CompanyFacts {
  const [names = '', ...marks] = text.split(/\s+(?=[@#])/);
  const country = marks.find((mark) => mark.startsWith('#'))?.slice(1);
  return {
    names: names.split(';').map((name) => name.trim()),
    domains: marks.filter((mark) => mark.startsWith('@')).map((mark) => mark.slice(1)),
    ...(country !== undefined && { country }),
  };
}

export function labelledPairs(): LabelledPair[] {
  const lines = readFileSync(new URL('../../data/company-pairs.txt', import.meta.url), 'utf8').split('\n');
  const pairs: LabelledPair[] = [];
  let [kind, same, count] = ['', false, 0];
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
    const heading = /^= (same|different): (.+)$/.exec(line);
    if (heading) [kind, same, count] = [heading[2] ?? '', heading[1] === 'same', 0];
    const [left, right, ...more] = line.split(' | ');
    if (heading) continue;
    if (left === undefined || right === undefined || more.length > 0) throw new Error(`not a pair: ${line}`);
    count += 1;
    pairs.push({ kind, same, line, pair: [factsOf(left), factsOf(right)], tuned: count % 2 === 1 });
  }
  return pairs;
}

export type Measured = { readonly n: number; readonly precision: number; readonly recall: number; readonly wrong: readonly LabelledPair[] };

export function measure(pairs: readonly LabelledPair[], asks: (pair: LabelledPair) => boolean): Measured {
  const asked = pairs.filter(asks);
  const right = asked.filter(({ same }) => same).length;
  const all = pairs.filter(({ same }) => same).length;
  const wrong = pairs.filter((pair) => asks(pair) !== pair.same);
  return { n: pairs.length, precision: right / Math.max(1, asked.length), recall: right / Math.max(1, all), wrong };
}
