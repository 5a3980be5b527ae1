import { expect, test } from 'vitest';
import { countPlaywright, countVitest, lastLine, sum } from './count.ts';

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] };

test('tests are counted as passed, failed or skipped, and what is put off is skipped', () => {
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that fails without a failed test is one failure', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(countVitest({ ...report, testResults: files }, 1)).toEqual({ passed: 3, failed: 3, skipped: 2 });
});

test('a runner that ends badly counts as a failure, whatever it wrote or did not write', () => {
  expect(countVitest({ ...report, numFailedTests: 0 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countPlaywright(undefined, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a journey that passes only on the second try has failed', () => {
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } }, 1)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('the last line names skips only where there are any', () => {
  const all = sum([
    { passed: 1, failed: 2, skipped: 0 },
    { passed: 3, failed: 0, skipped: 0 },
  ]);
  expect(lastLine(all)).toBe('4 passed, 2 failed');
  expect(lastLine({ ...all, skipped: 5 })).toBe('4 passed, 2 failed, 5 skipped');
});
