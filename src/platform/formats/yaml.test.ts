import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, readYaml, writeYaml } from './yaml.ts';

type Said = readonly [code: string, row: unknown, column: unknown];

function faults(text: string, limit?: number): readonly Said[] {
  const read = readYaml(text, limit);
  return read.ok ? [] : read.refusals.map(({ code, facts }) => [code, facts.row, facts.column]);
}

function held(text: string): unknown {
  const read = readYaml(text);
  return read.ok ? read.value : read.refusals;
}

describe('YAML', () => {
  it.each<[string, string, readonly Said[]]>([
    ['a key that stands twice', 'a: 1\nb:\n  c: 2\n  c: 3\n', [['yaml.key-twice', 4, 3]]],
    ['a key that stands twice in other spelling', 'a: 1\n"a": 2\n', [['yaml.key-twice', 2, 1]]],
    ['an invented tag', 'a: !run date\n', [['yaml.tag', 1, 4]]],
    ['a tag only some readers know', 'a: !!binary aGk=\n', [['yaml.tag', 1, 4]]],
    ['an alias of nothing', 'a: *later\nb: &later 1\n', [['yaml.alias-of-nothing', 1, 4]]],
    ['two documents', 'a: 1\n---\nb: 2\n', [['yaml.not-readable', 2, 1]]],
    ['an open bracket', 'a: [1\n', [['yaml.not-readable', 2, 1]]],
  ])('with %s is refused at its line', (_what, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('has all its faults told at once', () => {
    expect(faults('a: !x 1\nb: 2\nb: *gone\n')).toEqual([
      ['yaml.tag', 1, 4],
      ['yaml.key-twice', 3, 1],
      ['yaml.alias-of-nothing', 3, 4],
    ]);
  });

  it('that its aliases multiply, that holds itself or is endlessly deep is refused as endless', () => {
    const names = 'a b c d e f g h'.split(' ');
    const nine = (each: string) => Array.from({ length: 9 }, () => each).join(', ');
    const bomb = names.map((name, i) => `${name}: &${name} [${nine(i === 0 ? 'x' : `*${names[i - 1]}`)}]\n`).join('');
    const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
    for (const text of [bomb, 'a: &a [*a]\n', 'a: &a { b: *a }\n', deep(101), deep(10_000)])
      expect(faults(text)).toEqual([['yaml.endless', undefined, undefined]]);
    expect(faults(deep(99))).toEqual([]);
  });

  it('of the limit is read and of one character more is not', () => {
    expect(faults('a: 12', 5)).toEqual([]);
    expect(faults('a: 12', 4)).toEqual([['yaml.too-long', undefined, undefined]]);
    expect(faults(`a: ${'x'.repeat(5_000_000)}`)).toEqual([['yaml.too-long', undefined, undefined]]);
  });

  it('is read as data of version 1.2, whatever version it says it is', () => {
    const text = '%YAML 1.1\n---\na: no\nb: 2021-07-01\nc: 012\n<<: { d: 1 }\ne: &e [1]\nf: *e\n__proto__: { g: 1 }\n';
    expect(JSON.stringify(held(text))).toBe('{"a":"no","b":"2021-07-01","c":12,"<<":{"d":1},"e":[1],"f":[1],"__proto__":{"g":1}}');
    expect(held('# nothing yet\n')).toEqual({});
  });

  it('tells the line of what stands at a path, of a key, and where what is missing would stand', () => {
    const read = readYaml('a:\n  - b: 1\n  - b: 2\n    c: [x, y]\n');
    const place = (path: (string | number)[], key?: string) => (read.ok ? Object.values(read.placeOf(path, key)) : []);
    expect([place(['a', 1, 'c', 1]), place(['a', 1], 'c'), place(['a', 1, 'missing']), place([])]).toEqual([
      [4, 12],
      [4, 5],
      [3, 5],
      [1, 1],
    ]);
  });

  it('is found by a path of dots though its keys hold dots', () => {
    const value = { a: { 'b.c': [{ d: 1 }], b: {} } };
    expect(['a.b.c.0.d', 'a.b.x.y', '', 'gone.0'].map((path) => partsOf(value, path))).toEqual([
      ['a', 'b.c', '0', 'd'],
      ['a', 'b', 'x', 'y'],
      [],
      ['gone', '0'],
    ]);
  });

  it('that we write stands in lines where it was written in lines', () => {
    expect(writeYaml({ text: 'One.\n\n  Two.\n', short: 'a: b', day: '2021-07-01', list: [{ a: 1, b: ' x\n' }], none: [] })).toBe(
      'text: |\n  One.\n\n    Two.\nshort: "a: b"\nday: 2021-07-01\nlist:\n  - a: 1\n    b: " x\\n"\nnone: []\n',
    );
  });

  it('that we write is read as what was written, and written again it is the same text', () => {
    const odd = fc.constantFrom(
      'no',
      '~',
      '012',
      '1e3',
      '0x1F',
      '<<',
      '*a',
      '&a',
      '!t',
      '# x',
      'a: b',
      '- a',
      ' x ',
      '\n',
      'a\n\n b\n',
      '\t',
      '',
    );
    const text = fc.oneof(
      odd,
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(' ', '\n', 'a', '"', "'", ':', '\u2028', '\r') }),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('any'), { maxLength: 4 }),
      map: fc.dictionary(text, tie('any'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(value.map, (data) => {
        const written = writeYaml(data);
        expect(held(written)).toEqual(data);
        expect(writeYaml(held(written))).toBe(written);
      }),
      { numRuns: 300 },
    );
  });
});
