/** What `./plaudit check` runs: the slowest first, so that two lanes end together. */
import type { Step } from './steps.ts';

export const typeStep: Step = {
  name: 'types',
  about: 'route types, then the TypeScript compiler',
  command: ['sh', '-c', 'react-router typegen && tsc --noEmit'],
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
  { name: 'promises', about: 'type-aware lint (oxlint)', command: ['oxlint', '--type-aware', '--deny-warnings', '.'] },
  { name: 'unused', about: 'files, exports and dependencies without a user (knip)', command: ['knip', '--no-progress'] },
  { name: 'docs', about: 'generated pages are current', command: ['node', 'tools/docs.ts', '--check'] },
];
