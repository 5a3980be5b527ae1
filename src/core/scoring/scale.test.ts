import { describe, expect, it } from 'vitest';
import { guessScale } from './scale.ts';

describe('a guessed scale', () => {
  it.each([
    [[1, 5], '1–5'],
    [[3, 3], '1–5'],
    [[0, 4], '0–5'],
    [[2, 10], '1–10'],
    [[0, 10], '0–10'],
    [[1, 55], '0–100'],
    [[-3, 2], '-3–2'],
    [[0, 101], '0–101'],
    [[500], '500–501'],
  ])('for marks %j is %s', (marks, scale) => {
    const { min, max } = guessScale(marks);
    expect(`${min}–${max}`).toBe(scale);
  });
});
