import { expect, test } from 'vitest';
import { isForeign } from './origin.ts';

const site = 'https://awards.example';
const foreign = (method: string, headers: Record<string, string>, host = 'awards.example') =>
  isForeign(method, new Headers(headers), host, site);

test('a reading request is never foreign', () => {
  expect([foreign('GET', { 'sec-fetch-site': 'cross-site' }), foreign('HEAD', { origin: 'https://evil.example' })]).toEqual([false, false]);
});

test.each([
  ['a form of this site', { 'sec-fetch-site': 'same-origin' }, false],
  ['an address typed in', { 'sec-fetch-site': 'none' }, false],
  ['a form of another site', { 'sec-fetch-site': 'cross-site' }, true],
  ['a form of a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }, true],
  ['an older browser on this site', { origin: site }, false],
  ['an older browser under another name of this host', { origin: 'http://localhost:3000' }, true],
  ['an older browser on another site', { origin: 'https://evil.example' }, true],
  ['a sandboxed page without origin', { origin: 'null' }, true],
  ['a program', {}, false],
] as const)('%s', (_, headers, answer) => {
  expect(foreign('POST', headers)).toBe(answer);
});

test('the host the browser addressed counts, so an unexpected port does not shut people out', () => {
  expect(isForeign('POST', new Headers({ origin: 'http://127.0.0.1:4000' }), '127.0.0.1:4000', 'http://localhost:4000')).toBe(false);
});
