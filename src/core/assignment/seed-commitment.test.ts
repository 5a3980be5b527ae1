import { expect, test } from 'vitest';
import { commitToSeed, opensCommitment } from './seed-commitment.ts';

test('a commitment is opened by its seed alone, however it was written down', () => {
  const commitment = commitToSeed('a seed nobody can guess');
  // printf 'plaudit assignment seed\na seed nobody can guess' | sha256sum
  expect(commitment).toBe('2ce244fbadf192860ebd9b13669ba1084e3562ff4f734b24ab05d41fec5ffd60');
  expect(opensCommitment(` ${commitment.toUpperCase()} `, 'a seed nobody can guess')).toBe(true);
  expect(opensCommitment(commitment, 'a seed nobody can guess ')).toBe(false);
});
