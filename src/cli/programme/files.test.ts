/** `./plaudit programme diff` on files, and what it says of files that are wrong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fromPreset } from '#core/editions/presets/presets.ts';
import { editionFile } from '#slices/programmes/index.ts';
import { registerFiles } from './files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'editions-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function diff(first: string, second: string, ...options: string[]) {
  const [a, b] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')];
  writeFileSync(a, first);
  writeFileSync(b, second);
  const said: string[] = [];
  const out = vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(...String(text).trimEnd().split('\n')) > 0);
  const before = process.exitCode;
  try {
    const program = new Command('programme').exitOverride();
    registerFiles(program);
    await program.parseAsync(['diff', a, b, ...options], { from: 'user' });
    return { said: said.map((line) => line.replaceAll(`${folder}/`, '')), code: process.exitCode };
  } finally {
    out.mockRestore();
    error.mockRestore();
    process.exitCode = before;
  }
}

const written = editionFile(fromPreset('ukccf', '2026', '2026-03-01'));
const later = editionFile(fromPreset('ukccf', '2027', '2026-03-08'));

it('two files of the same edition do not differ, comments and the order of keys aside', async () => {
  expect(await diff(written, `# by hand\n${written}`)).toEqual({ said: ['No difference.'], code: 0 });
});

it('a file with every date a week later differs in its dates alone, each on a line', async () => {
  const { said, code } = await diff(written, later);
  expect([said.slice(0, 3), said.at(-1), code]).toEqual([
    [
      '~ timeline.announcement: “2026-08-23T19:00” → “2026-08-30T19:00”',
      '~ timeline.entries.closes: “2026-05-30T17:00” → “2026-06-06T17:00”',
      '~ timeline.entries.opens: “2026-03-01T09:00” → “2026-03-08T09:00”',
    ],
    '7 differences.',
    1,
  ]);
  expect(JSON.parse((await diff(written, later, '--json')).said.join('')).differences).toHaveLength(7);
});

const wrong = `plaudit: 1
edition: Wrong
timeline:
  entries: { opens: 2026-03-01T09:00, closes: 2026-05-01T17:00 }
  rounds: [{ key: panel, opens: 2026-05-01T17:00, closes: 2026-06-01T17:00 }]
categories:
  - { code: A, in: B, name: First, colour: red }
  - { code: B, in: A, name: Second }
  - code: C
    name: Third
    form: nowhere
scorecards:
  main:
    criteria:
      - { kind: judged, key: one, name: One, weight: 0, scale: { min: 1, max: 10 } }
award:
  judges: many
sponsors: []
`;

it('unknown keys, wrong types, names of nothing, weights of nought and a ring are told together, each with its line', async () => {
  const { said, code } = await diff(written, wrong);
  expect(said.map((line) => line.replace(/\): .*$/, ')'))).toEqual([
    'b.yaml, line 7, column 20 (categories.0.in)',
    'b.yaml, line 7, column 36 (categories.0.colour)',
    'b.yaml, line 11, column 11 (categories.2.form)',
    'b.yaml, line 15, column 54 (scorecards.main.criteria.0.weight)',
    'b.yaml, line 17, column 11 (award.judges)',
    'b.yaml, line 18, column 1 (sponsors)',
    '6 things are wrong. Nothing was written.',
  ]);
  expect(code).toBe(1);
});

it.each<[string, string]>([
  ['a tag that would make an object', 'plaudit: !!js/function "x"\n'],
  ['a key twice', 'plaudit: 1\nplaudit: 1\n'],
  [
    'names that multiply',
    `a: &a [1,1,1,1,1,1,1,1,1]\n${Array.from('bcdefghi', (k, i) => `${k}: &${k} [${`*${'abcdefgh'[i]},`.repeat(9)}]`).join('\n')}\n`,
  ],
  ['a prototype for a part', '__proto__: { plaudit: 1 }\nplaudit: 1\nedition: x\n'],
  ['nothing at all', ''],
])('%s is refused and nothing is thrown', async (_what, text) => {
  const { said, code } = await diff(written, text);
  expect(code).toBe(1);
  expect(said.length).toBeGreaterThan(1);
  expect(said.slice(0, -1).every((line) => line.startsWith('b.yaml, line '))).toBe(true);
});
