import { Decrypter, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalCode } from '#tests/support/refusal.ts';
import { opened, sealed } from './age.server.ts';

const passphrase = 'a passphrase of the tests';
const chunk = 65_536;

async function* stream(...parts: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}

async function gathered(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

const seal = (plain: Uint8Array) => gathered(sealed(stream(plain), passphrase, 10));
const open = (bytes: Uint8Array, with_ = passphrase) => gathered(opened(stream(bytes), with_, 'a.age'));
const some = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) % 256));

/** Where the chunks begin: after the header's four lines and the nonce. */
function payloadAt(file: Buffer): number {
  let at = -1;
  for (let line = 0; line < 4; line += 1) at = file.indexOf(10, at + 1);
  return at + 1 + 16;
}

describe('the seal of a backup', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])('gives %i bytes back as they were', async (length) => {
    expect((await open(await seal(some(length)))).equals(some(length))).toBe(true);
  });

  it('is opened by the format’s own author’s program, and opens what that one seals', async () => {
    const plain = some(2 * chunk + 77);
    const theirs = new Decrypter();
    theirs.addPassphrase(passphrase);
    expect(Buffer.from(await theirs.decrypt(await seal(plain))).equals(plain)).toBe(true);
    const sealing = new Encrypter();
    sealing.setPassphrase(passphrase);
    sealing.setScryptWorkFactor(12);
    expect((await open(await sealing.encrypt(plain))).equals(plain)).toBe(true);
  });

  it('refuses another passphrase, and what is no backup', async () => {
    const file = await seal(some(10));
    expect(await refusalCode(open(file, 'another passphrase'))).toBe('backup.wrong-passphrase');
    expect(await refusalCode(open(some(5_000)))).toBe('backup.not-a-backup');
    const trap = Buffer.from(file.toString('latin1').replace(/ 10\n/, ' 24\n'), 'latin1');
    expect(await refusalCode(open(trap))).toBe('backup.not-a-backup');
  });

  it('refuses a file wherever it is cut', async () => {
    const file = await seal(some(2 * chunk + 100));
    const payload = payloadAt(file);
    const whole = chunk + 16;
    for (const end of [payload - 20, payload, payload + 5, payload + whole, payload + 2 * whole, file.length - 1])
      expect([end, await refusalCode(open(file.subarray(0, end)))]).toEqual([
        end,
        end < payload - 16 ? 'backup.not-a-backup' : 'backup.cut-off',
      ]);
  });

  it('refuses chunks in another order, twice, or left out', async () => {
    const file = await seal(some(3 * chunk + 100));
    const [payload, whole] = [payloadAt(file), chunk + 16];
    const part = (i: number) => file.subarray(payload + i * whole, Math.min(payload + (i + 1) * whole, file.length));
    const head = file.subarray(0, payload);
    for (const order of [
      [1, 0, 2, 3],
      [0, 0, 1, 2, 3],
      [0, 2, 3],
      [0, 1, 3],
      [0, 1, 2, 3, 3],
    ]) {
      const forged = Buffer.concat([head, ...order.map(part)]);
      expect([order, await refusalCode(open(forged))]).toEqual([order, expect.stringMatching(/^backup\.(changed|cut-off)$/)]);
    }
  });

  it('refuses a file in which any one bit was changed', async () => {
    const file = await seal(some(300));
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        // Work factors beyond the limit are refused unseen; all else costs a guess.
        expect(await refusalCode(open(changed))).toMatch(/^backup\./);
      }),
      { numRuns: 12, seed: 22 },
    );
  });
});
