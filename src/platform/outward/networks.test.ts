import { expect, test } from 'vitest';
import { isPublicAddress, networksFrom } from './networks.server.ts';
import { faultOfAddress, judge } from './post.server.ts';

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.255.0.1', false],
  ['172.31.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd12::1', false],
  ['ff02::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['not an address', false],
])('%s lies out in the internet: %s', (address, out) => {
  expect(isPublicAddress(address)).toBe(out);
});

test('networks are opened one by one, and what cannot be read opens none', () => {
  const open = networksFrom('10.1.0.0/16, fd00::/8, 192.0.2.7');
  expect(['10.1.2.3', '10.2.2.3', 'fd00::9', '192.0.2.7', '192.0.2.8'].map((address) => open?.allows(address))).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
  expect(networksFrom('10.0.0.0/33')).toBeUndefined();
  expect(networksFrom('everything')).toBeUndefined();
  expect(networksFrom('')?.allows('127.0.0.1')).toBe(false);
});

test('what a name means is judged by every address it has', async () => {
  const closed = networksFrom('');
  const open = networksFrom('127.0.0.0/8, ::1');
  if (!closed || !open) throw new Error('no networks');
  expect(faultOfAddress('https://localhost./hook', closed)).toBe('not-public');
  expect(await judge('https://localhost/hook', closed)).toEqual({ ok: false, fault: 'not-public' });
  expect(await judge('https://no-such-machine.invalid/hook', closed)).toEqual({ ok: false, fault: 'not-found' });
  expect(await judge('http://localhost/hook', open)).toMatchObject({ ok: true });
});
