import { expect, test } from 'vitest';
import { seal, unseal } from './sealing.server.ts';

const secret = 'a secret that only tests use, 32 characters or more';

test('what is sealed opens again, and never looks the same twice', () => {
  const [one, two] = [seal(secret, 'codes', 'row 1', 'JBSWY3DP'), seal(secret, 'codes', 'row 1', 'JBSWY3DP')];
  expect(one.equals(two)).toBe(false);
  expect([one, two].map((sealed) => unseal(secret, 'codes', 'row 1', sealed))).toEqual(['JBSWY3DP', 'JBSWY3DP']);
  expect(one.includes('JBSWY3DP')).toBe(false);
});

test('it stays shut under another secret, for another purpose, in another row, or with one bit changed', () => {
  const sealed = seal(secret, 'codes', 'row 1', 'JBSWY3DP');
  const bent = Buffer.from(sealed);
  bent.writeUInt8(bent.readUInt8(14) ^ 1, 14);
  expect([
    unseal(`${secret}.`, 'codes', 'row 1', sealed),
    unseal(secret, 'others', 'row 1', sealed),
    unseal(secret, 'codes', 'row 2', sealed),
    unseal(secret, 'codes', 'row 1', bent),
    unseal(secret, 'codes', 'row 1', Buffer.alloc(3)),
  ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
