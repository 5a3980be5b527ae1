import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { h } from '../base/element.ts';
import { haveRoom, IntervalAxis } from './interval.ts';

/** Each word of an axis with the side it is set to. */
function wordsOn(marks: readonly (readonly [number, string])[], domain: readonly [number, number] = [5, 10]): string[] {
  const axis = h(IntervalAxis, {
    domain,
    marks: marks.map(([value, name]) => ({ value, name, text: value.toFixed(2) })),
    ends: ['5', '10'],
  });
  return [...renderToStaticMarkup(axis).matchAll(/<text([^>]*)>([^<]+)</g)].map(([, how = '', text = '']) => {
    const side = /class="(mid|end|start)/.exec(how)?.[1] ?? 'start';
    return `${text} ${side}`;
  });
}

test('words of an axis stand in the middle of their lines where there is room', () => {
  expect(
    wordsOn([
      [8, 'Silver'],
      [6.5, 'Bronze'],
    ]),
  ).toEqual(['Bronze mid', '6.50 mid', 'Silver mid', '8.00 mid', '5 start', '10 end']);
});

test('neighbours are set to either side of their lines rather than into each other, and an end of the axis gives way', () => {
  expect(
    wordsOn([
      [7.25, 'Silver'],
      [7.5, 'Gold'],
    ]),
  ).toEqual(['Silver end', '7.25 end', 'Gold start', '7.50 start', '5 start', '10 end']);
  expect(wordsOn([[5.1, 'Bronze']])).toEqual(['Bronze mid', '5.10 mid', '10 end']);
});

test('where nothing fits no word is set, and whoever draws the axis can know', () => {
  const crowd: readonly (readonly [number, string])[] = [
    [7, 'Silver'],
    [7.1, 'Gold'],
    [7.2, 'Bronze'],
  ];
  expect(wordsOn(crowd)).toEqual(['5 start', '10 end']);
  const room = (marks: typeof crowd) =>
    haveRoom(
      marks.map(([value, name]) => ({ value, name, text: value.toFixed(2) })),
      [5, 10],
    );
  expect([room(crowd), room(crowd.slice(1)), room(crowd.slice(2))]).toEqual([false, true, true]);
});
