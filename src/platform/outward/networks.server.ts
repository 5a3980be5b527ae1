/** Where a request of ours may go: out into the internet, and inside only where whoever runs the installation says so. */
import { BlockList, isIP } from 'node:net';

/** IANA's registries of special-purpose addresses, and what carries an IPv4 address inside an IPv6 one. */
const inside: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 3, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
];

// One list a family: a list takes an IPv4 address for the IPv6 address it can be written as.
const closed = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix, family] of inside) closed[family].addSubnet(net, prefix, family);

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Networks that are open although they lie inside. */
export type Networks = { readonly allows: (address: string) => boolean };

/** `127.0.0.0/8, fd00::/8`; undefined for what cannot be read. */
export function networksFrom(text: string): Networks | undefined {
  const open = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const one of text.split(',').flatMap((part) => part.trim() || [])) {
    const [address = '', size = ''] = one.split('/');
    const family = isIP(address);
    const prefix = size === '' ? (family === 6 ? 128 : 32) : Number(size);
    if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > (family === 6 ? 128 : 32)) return undefined;
    open[familyOf(address)].addSubnet(address, prefix, familyOf(address));
  }
  return { allows: (address) => open[familyOf(address)].check(address, familyOf(address)) };
}

/** Whether an address lies out in the internet. An IPv4 address written as an IPv6 one is looked at as what it is. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return isIP(plain) !== 0 && !closed[familyOf(plain)].check(plain, familyOf(plain));
}
