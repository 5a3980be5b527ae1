import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countPlaywright, countVitest, lastLine, nothing, sum } from './count.ts';

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const file = (name: string, status: string, tests: readonly string[] = []) => ({
  name,
  status,
  message: `why ${name} broke`,
  assertionResults: tests.map((state) => ({
    status: state,
    fullName: `a ${state} test`,
    failureMessages: ['\u001b[31mexpected 1\u001b[39m\nto be 2'],
  })),
});
const counted = ({ passed, failed, skipped }: typeof nothing) => ({ passed, failed, skipped });

test('tests are counted as passed, failed or skipped, and what is put off is skipped', () => {
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2, failures: [] });
});

test('a file that fails without a failed test is one failure, and what failed is named with the first lines of why', () => {
  const files = [file('a', 'failed'), file('b', 'failed', ['passed']), file('c', 'failed', ['failed']), file('d', 'passed', ['passed'])];
  const found = countVitest({ ...report, testResults: files }, 1);
  expect(counted(found)).toEqual({ passed: 3, failed: 3, skipped: 2 });
  expect(found.failures).toEqual(['c › a failed test\n      expected 1\n      to be 2', 'a\n      why a broke', 'b\n      why b broke']);
});

test('a runner that ends badly counts as a failure, whatever it wrote or did not write', () => {
  const failures = (code: number) => [`the runner ended with ${code} and named no failed test`];
  expect(countVitest({ ...report, numFailedTests: 0 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 2, failures: failures(1) });
  expect(countVitest(undefined, 0)).toEqual({ ...nothing, failed: 1, failures: failures(1) });
  expect(countPlaywright(undefined, 137)).toEqual({ ...nothing, failed: 1, failures: failures(137) });
});

test('a journey that passes only on the second try has failed, and is named', () => {
  const tests = (status: string, message?: string) => [
    { projectName: 'js-on', status, results: [{ ...(message && { error: { message } }) }, {}] },
  ];
  const suites = [
    {
      specs: [{ file: 'one.test.ts', title: 'is well', tests: tests('expected') }],
      suites: [{ specs: [{ file: 'two.test.ts', title: 'wavers', tests: tests('flaky', 'not there') }] }],
    },
  ];
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  const found = countPlaywright({ stats, suites, errors: [{ message: 'no browser' }] }, 1);
  expect(counted(found)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  expect(found.failures).toEqual(['two.test.ts › wavers [js-on]\n      not there', 'no browser']);
});

test('a journey that failed is told with what stood on its page', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'plaudit-count-')), 'error-context.md');
  writeFileSync(path, '# Error details\n\n```\nnot there\n```\n\n```yaml\n- main:\n  - heading "Sign in"\n```\n');
  const results = [{ error: { message: 'not there' }, attachments: [{ name: 'screenshot' }, { name: 'error-context', path }] }];
  const specs = [{ file: 'two.test.ts', title: 'fails', tests: [{ projectName: 'js-on', status: 'unexpected', results }] }];
  const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, suites: [{ specs }], errors: [] }, 1).failures).toEqual([
    'two.test.ts › fails [js-on]\n      not there\n      the page:\n        - main:\n          - heading "Sign in"',
  ]);
});

test('the last line names skips only where there are any', () => {
  const all = sum([
    { passed: 1, failed: 2, skipped: 0, failures: ['one'] },
    { passed: 3, failed: 0, skipped: 0, failures: ['two'] },
  ]);
  expect(lastLine(all)).toBe('4 passed, 2 failed');
  expect(lastLine({ ...all, skipped: 5 })).toBe('4 passed, 2 failed, 5 skipped');
  expect(all.failures).toEqual(['one', 'two']);
});
