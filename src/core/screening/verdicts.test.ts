import { expect, test } from 'vitest';
import { noLook, type Standing, standingState } from './verdicts.ts';

const held: Standing = { decidedBy: 'ilse', agrees: null, sent: false };

test('a verdict is sent once nobody else has to agree, and never over a screener who does not', () => {
  const states = (second: boolean) => [null, true, false].map((agrees) => standingState({ ...held, agrees }, second));
  expect(states(false)).toEqual(['held', 'held', 'disputed']);
  expect(states(true)).toEqual(['unconfirmed', 'held', 'disputed']);
  expect(standingState({ ...held, sent: true }, true)).toBe('sent');
});

test('the second look is another person’s, taken once, before it is sent', () => {
  expect(noLook(held, 'ruth')).toBeUndefined();
  expect(noLook(held, 'ilse')).toBe('screening.same-person');
  expect(noLook({ ...held, agrees: false }, 'ruth')).toBe('screening.looked-already');
  expect(noLook({ ...held, sent: true }, 'ruth')).toBe('screening.verdict-sent');
});
