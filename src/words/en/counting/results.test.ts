import { expect, test } from 'vitest';
import { results } from '../results.ts';

const { finding, judgesSay, verdict } = results.board;
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '');

test('a shared first place says how often each would be first alone', () => {
  const titles = ['No one comes twice', 'Volunteers who may say yes'];
  expect(plain(finding.tied(titles, '8.96', ['95 %', '5 %']))).toBe(
    '“No one comes twice” and “Volunteers who may say yes” share the first place with 8.96. Corrected for strict and kind judges, “No one comes twice” is first in 95 % of trials, “Volunteers who may say yes” in 5 %.',
  );
  expect(plain(finding.tied(titles, '8.96', null))).toMatch(/with 8\.96\.$/);
});

test('how the judges mark is said of those who surely differ, and of nobody else', () => {
  expect(judgesSay([], 5)).toBe('No judge is far from the others.');
  expect(plain(judgesSay([{ name: 'Tobiah Renn', effect: -1.02 }], 2))).toBe(
    'Tobiah Renn marks 1.0 lower than the mean judge. No difference is certain of the other one.',
  );
  const many = ['A', 'B', 'C', 'D', 'E'].map((name, i) => ({ name, effect: i % 2 === 0 ? 0.8 : -0.8 }));
  expect(plain(judgesSay(many, 5))).toBe(
    'A marks 0.8 higher than the mean judge, B marks 0.8 lower, C marks 0.8 higher and 2 more judges differ.',
  );
});

test('what is announced is told with its numbers', () => {
  expect(verdict.announced(3, 2)).toBe('Three winners in two categories are announced.');
  expect(verdict.announced(1, 1)).toBe('One winner in one category is announced.');
});
