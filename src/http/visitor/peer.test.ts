import { expect, test } from 'vitest';
import { notePeer, peerOf } from './peer.ts';

const request = (headers: Record<string, string> = {}) => {
  const made = new Request('http://localhost/', { headers });
  notePeer(made, '198.51.100.7');
  return made;
};

test('a visitor who makes addresses up is still counted by the one they come from', () => {
  expect(peerOf(request({ 'x-forwarded-for': '203.0.113.1' }), false)).toBe('198.51.100.7');
  expect(peerOf(request({ 'x-forwarded-for': '203.0.113.1, 192.0.2.9' }), true)).toBe('192.0.2.9');
});

test('a request nobody knows the origin of has none', () => {
  expect(peerOf(new Request('http://localhost/'), false)).toBe('');
  expect(peerOf(request(), true)).toBe('198.51.100.7');
});
