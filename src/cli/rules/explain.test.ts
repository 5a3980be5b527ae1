/** `./plaudit rules explain` on files, as a person and as a program would ask. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { register } from './explain.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(rules: string, ...options: string[]): { readonly out: string; readonly error: string; readonly code: unknown } {
  const file = join(folder, 'rules.yaml');
  writeFileSync(file, rules);
  const said: { out: string[]; error: string[] } = { out: [], error: [] };
  const keep = (lines: string[]) => (text: string | Uint8Array) => lines.push(String(text)) > 0;
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(keep(said.out));
  const error = vi.spyOn(process.stderr, 'write').mockImplementation(keep(said.error));
  const before = process.exitCode;
  try {
    const program = new Command('plaudit').exitOverride();
    register(program);
    program.parse(['rules', 'explain', file, ...options], { from: 'user' });
    return { out: said.out.join(''), error: said.error.join('').replaceAll(`${folder}/`, ''), code: process.exitCode };
  } finally {
    out.mockRestore();
    error.mockRestore();
    process.exitCode = before;
  }
}

const three = 'years:\n  needs: { fact: company.operatingSince, yearsAtLeast: 3, on: 2026-03-01 }\n';
const factsFile = (text: string): string => {
  const file = join(folder, 'facts.yaml');
  writeFileSync(file, text);
  return file;
};

it('each rule is said in a sentence, and with facts why it says yes or no', () => {
  const { out, code } = run(three, '--facts', factsFile('company.operatingSince: 2023-03-02\n'));
  expect(out).toBe(
    [
      'years',
      '  An entry may be sent in only if the company has been operating for at least 3 years on 1 March 2026.',
      '  → no',
      '    The company has been operating for 2 full years on 1 March 2026; at least 3 are needed.',
      '',
      'Not eligible.',
      '',
    ].join('\n'),
  );
  expect(code).toBe(0);
});

it('everything wrong is told at once, each with its line and column', () => {
  const wrong =
    'years:\n  neds: 1\n  needs:\n    all:\n      - { fact: company.stuff, atLeast: 3 }\n      - { fact: company.staff, atLeast: x }\n';
  const { out, error, code } = run(wrong);
  expect(out).toBe('');
  expect(error.split('\n').map((line) => line.slice(0, line.indexOf(':')))).toEqual([
    'rules.yaml, line 6, column 41',
    'rules.yaml, line 2, column 3',
    'rules.yaml, line 5, column 17',
    'rules.yaml, line 6, column 41',
    '',
  ]);
  expect(code).toBe(1);
});

it('a whole edition has its rules in it, and a rule may itself be called rules', () => {
  const within = run(`rules:\n  ${three.trim().replaceAll('\n', '\n  ')}\ntexts: {}\n`);
  const called = run(three.replace('years:', 'rules:'));
  expect([within.out.split('\n')[0], called.out.split('\n')[0]]).toEqual(['years', 'rules']);
});

it('a program is given the verdict, the facts to be known and every sentence', () => {
  const { out } = run(three, '--json', '--facts', factsFile('{}'));
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    problems: [],
    verdict: 'unknown',
    missing: ['company.operatingSince'],
    rules: [
      { rule: 'years', verdict: 'unknown', reasons: [{ path: 'needs', why: 'missing', sentence: expect.stringMatching(/is not known/) }] },
    ],
  });
});

it('facts nobody knows of are refused at their line', () => {
  const { error, code } = run(three, '--facts', factsFile('company.staff: 3\ncompany.stuff: 3\n'));
  expect(error).toMatch(/^facts\.yaml, line 2, column \d+: .*the name of a fact there is/);
  expect(code).toBe(1);
});

it('a rule nobody can meet is explained, with advice', () => {
  const { out, code } = run(
    'size:\n  needs:\n    all:\n      - { fact: company.staff, atLeast: 5 }\n      - { fact: company.staff, atMost: 3 }\n',
  );
  expect(out.replaceAll(`${folder}/`, '')).toContain(
    '  Advice: rules.yaml, line 5, column 9: This cannot hold together with size.needs.all.0.',
  );
  expect(code).toBe(0);
});
