import { afterEach, expect, test, vi } from 'vitest';
import { nothing } from './count.ts';
import type { Stage } from './stages.ts';
import { runStages } from './suite.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('a stage beside the last begins with it, and says in its turn what it found', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(line));
  const first: Stage = {
    name: 'first',
    about: 'waits for the second to have begun',
    run: async () => {
      await begun;
      return { ...nothing, passed: 1 };
    },
  };
  const second: Stage = {
    name: 'second',
    about: 'has one failure',
    besideTheLast: true,
    run: async (say) => {
      say?.('what the runner wrote\n');
      begin();
      return { ...nothing, failed: 1, failures: ['one'] };
    },
  };
  const ran = await runStages([first, second, { ...first, name: 'third' }]);
  expect(ran.map(({ stage, counts }) => [stage.name, counts.passed, counts.failed])).toEqual([
    ['first', 1, 0],
    ['second', 0, 1],
    ['third', 1, 0],
  ]);
  const told = lines.join('\n').replaceAll(/\d+ s/g, 'N s');
  expect(told).toContain('   1 passed, 0 failed\n\n── 2 of 3 · second: has one failure · beside the last · N s\nwhat the runner wrote\n');
  expect([told.match(/what the runner wrote/g)?.length, told.endsWith('2 passed, 1 failed'), process.exitCode]).toEqual([1, true, 1]);
});
