import { expect, test } from 'vitest';
import { problem } from '#core/problems/problem.ts';
import { loadConfig } from '#platform/config.server.ts';
import { exitCodes, explain } from './outcome.ts';

test('a command given something wrong is told which argument it was and why, and nothing of a form', () => {
  const refused = problem('general.invalid-input', { count: 1 }, [{ path: 'email', code: 'field.not-email', facts: {} }]);
  expect(explain(refused)).toEqual({
    text: '\nNothing was done: what the command was given is not right.\n  email: Write it like name@example.org.',
    code: exitCodes.usage,
  });
});

test('a setting that is no number in range is told the range', () => {
  for (const PORT of ['abc', '0', '65536', '80.5']) {
    const started = () => loadConfig({ PORT });
    expect(started).toThrow(`PORT="${PORT}": a whole number from 1 to 65535 is needed`);
    expect(started).not.toThrow('; ');
  }
});
