import { expect, it } from 'vitest';
import { isDue, lastDue } from './backup-clock.ts';

const at = (text: string) => new Date(`2026-03-0${text}Z`);

it('a backup is due from its time of day on, by UTC, until one was taken', () => {
  expect(lastDue(at('2T02:30:00'), '02:30')).toEqual(at('2T02:30:00'));
  expect(lastDue(at('2T02:29:59'), '02:30')).toEqual(at('1T02:30:00'));
  const yesterday = { takenAt: at('1T02:30:01'), state: 'whole' };
  expect(isDue(at('2T02:29:00'), '02:30', yesterday)).toBe(false);
  expect(isDue(at('2T02:30:00'), '02:30', yesterday)).toBe(true);
  expect(isDue(at('2T02:31:00'), '02:30', { takenAt: at('2T02:30:00'), state: 'whole' })).toBe(false);
});

it('a first start takes one at once, and one that was missed is made up for', () => {
  expect(isDue(at('2T12:00:00'), '02:30', undefined)).toBe(true);
  expect(isDue(at('5T12:00:00'), '02:30', { takenAt: at('2T02:30:00'), state: 'whole' })).toBe(true);
});

it('one that failed is tried again after an hour', () => {
  const failed = { takenAt: at('2T02:30:00'), state: 'failed' };
  expect([at('2T03:29:00'), at('2T03:31:00')].map((now) => isDue(now, '02:30', failed))).toEqual([false, true]);
});
