import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRules } from './read-rules.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  const file = join(folder, 'rules.yaml');
  writeFileSync(file, text);
  const rules = readRules(file);
  return rules.ok ? rules.value : rules.refusals.map(({ code, facts: { row, column, path } }) => [code, row, column, path]);
}

describe('rules in YAML', () => {
  it('have a default for everything', () => {
    expect(read('')).toEqual({
      version: 1,
      aggregation: { kind: 'mean' },
      official: 'raw',
      minimumPanel: 3,
      ties: [],
      levels: [],
      seats: 3,
      seed: 'plaudit',
      draws: 20_000,
      priors: null,
      seatsAtRandom: false,
    });
  });

  it('take short forms for long ones', () => {
    const short =
      'criteria: { craft: 60, impact: { weight: 40, scale: 1-5 } }\nscale: 1-10\naggregation: median\nties: [criteria, { by: lot }]\n';
    const long = `criteria:
  - { id: craft, weight: 60 }
  - { id: impact, weight: 40, scale: { min: 1, max: 5 } }
scale: { min: 1, max: 10 }
aggregation: { kind: median }
ties: [{ by: criteria }, { by: lot }]
`;
    expect(read(short)).toEqual(read(long));
    expect(read(short)).toMatchObject({
      criteria: [
        { id: 'craft', weight: 60 },
        { id: 'impact', weight: 40, scale: { min: 1, max: 5 } },
      ],
    });
  });

  it('keep per cents in ratio, whatever their decimals', () => {
    expect(read('criteria: { a: 12.5 %, b: 87.5 % }')).toMatchObject({
      criteria: [
        { id: 'a', weight: 125 },
        { id: 'b', weight: 875 },
      ],
    });
  });

  it.each<[string, string, unknown[]]>([
    ['an unknown key', 'title: x\nweihgts: 3\n', [['rules.unknown-key', 2, 1, '']]],
    ['an unknown key within a criterion', 'criteria:\n  a: { wieght: 3 }\n', [['rules.unknown-key', 2, 8, 'criteria.a']]],
    ['a key that stands twice', 'seats: 1\nseats: 2\n', [['yaml.key-twice', 2, 1, undefined]]],
    ['what is not YAML', 'criteria: [a\n', [['yaml.not-readable', 2, 1, undefined]]],
    ['per cents that do not come to 100', 'criteria: { a: 50 %, b: 40 % }', [['rules.weights-not-hundred', 1, 11, undefined]]],
    ['an aggregation there is not', 'aggregation: best\n', [['rules.not-valid', 1, 14, 'aggregation']]],
    ['a weight of nought', 'criteria:\n  a: 0\n', [['rules.not-valid', 2, 6, 'criteria.a']]],
    ['a panel of nobody', 'minimumPanel: 0\n', [['rules.not-valid', 1, 15, 'minimumPanel']]],
    ['a level without a name', 'levels:\n  - top: 3\n', [['rules.missing', 2, 5, 'levels[1].level']]],
    ['a threshold that is no number', 'levels:\n  - level: Gold\n    atLeast: high\n', [['rules.not-valid', 3, 14, 'levels[1].atLeast']]],
    ['a scale that is none', 'scale: ten\n', [['rules.not-valid', 1, 8, 'scale']]],
    [
      'several things at once',
      'seats: x\nofficial: maybe\n',
      [
        ['rules.not-valid', 2, 11, 'official'],
        ['rules.not-valid', 1, 8, 'seats'],
      ],
    ],
  ])('are refused for %s, with line and column', (_what, text, refused) => {
    expect(read(text)).toEqual(refused);
  });

  it('do not grow out of a few lines', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...Array.from('bcdefgh', (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]`),
    ].join('\n');
    expect(read(bomb)).toMatchObject([['yaml.endless', undefined, undefined, undefined]]);
  });
});
