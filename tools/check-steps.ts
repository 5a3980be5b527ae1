/** What `./plaudit check` runs: the slowest first, so that two lanes end together. */
import type { Step } from './steps.ts';

/**
 * Both programs that read types are written in Go, keep nearly all they make until they end, and end soon: collecting often what is no
 * garbage takes a quarter of their time. So the heap may grow fivefold before the next look; they then need 2 to 3 GB.
 */
const lazyCollector = { GOGC: '400' };

export const typeStep: Step = {
  name: 'types',
  about: 'route types, then the TypeScript compiler',
  // As many checkers as the machine has cores: each works out the types that several need once more for itself.
  command: ['sh', '-c', 'react-router typegen && tsc --noEmit --checkers 2'],
  env: lazyCollector,
};

export const houseStep: Step = {
  name: 'house',
  about: 'the rules of the house, each with a planted violation',
  command: ['vitest', 'run', '--project', 'house', '--reporter=dot'],
};

/** The steps that are not tests themselves; `npm test` counts each as one and counts the house tests one by one. */
export const plainSteps: readonly Step[] = [
  typeStep,
  { name: 'style', about: 'format and lint (Biome)', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'promises', about: 'type-aware lint (oxlint)', command: ['oxlint', '--type-aware', '--deny-warnings', '.'], env: lazyCollector },
  { name: 'unused', about: 'files, exports and dependencies without a user (knip)', command: ['knip', '--no-progress'] },
  { name: 'docs', about: 'generated pages are current', command: ['node', 'tools/docs.ts', '--check'] },
];
