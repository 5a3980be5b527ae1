/** Plots of data nobody hoped for: none, one, equal, negative, huge, and names longer than a phone. */
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Bars } from './bars.ts';
import { Curve } from './curve.tsx';
import { Dots } from './dots.ts';
import { Interval, IntervalAxis } from './interval.ts';
import { Line, type LinePoint } from './line.ts';
import { place, ticksOver } from './scale.ts';
import { Slopes } from './slopes.ts';
import { Timeline } from './timeline.ts';
import { WithData } from './with-data.ts';

const say = (value: number) => String(value);
const line = (points: readonly LinePoint[], holds: readonly number[] = []) =>
  renderToStaticMarkup(<Line series={[{ name: 'Entries', points }]} ticks={[]} say={say} holds={holds} label="Entries" />);
const circles = (html: string) => html.match(/<circle/g)?.length ?? 0;
const pathOf = (html: string) => /<path class="p-line" d="([^"]*)"/.exec(html)?.[1];

test('a line of nothing is an empty plot that still says what it is about', () => {
  const html = line([]);
  expect([circles(html), pathOf(html)]).toEqual([0, 'M0 0']);
  expect(html).toContain('role="img" aria-label="Entries"');
});

test('one value is a point and no line', () => {
  const html = line([{ x: 1, y: 5 }]);
  expect([circles(html), pathOf(html)]).toEqual([2, 'M0 0']);
});

test('equal values are a level line in the plot', () => {
  expect(
    pathOf(
      line([
        { x: 0, y: 3 },
        { x: 1, y: 3 },
      ]),
    ),
  ).toMatch(/^M0 ([\d.]+)L100 \1$/);
});

test('values below nought have the axis of nought among them', () => {
  const html = line([
    { x: 0, y: -5 },
    { x: 1, y: 5 },
  ]);
  expect(html).toMatch(/<line class="p-axis"[^>]*><\/line><text[^>]*>0</);
});

test('where nothing is known the line has a gap, and a value between two gaps is a point', () => {
  const points = [1, 2, null, 4, null, 6, 7].map((y, x) => ({ x, y }));
  const html = line(points);
  expect(pathOf(html)?.match(/M/g)).toHaveLength(2);
  expect(circles(html)).toBe(2);
});

test('ticks are round, cover all and are at most a few', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (low, extent) => {
      const ticks = ticksOver([low, low + extent]);
      const [first = Number.NaN, last = Number.NaN] = [ticks[0], ticks.at(-1)];
      const slack = 1e-9 * Math.max(1, Math.abs(low), extent);
      expect(first <= low + slack && last >= low + extent - slack && ticks.length <= 7).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a domain without extent puts everything in its middle, and what lies outside stands at the edge', () => {
  expect([place(5, [5, 5]), place(9, [0, 8]), place(-1, [0, 8]), place(Number.NaN, [0, 8])]).toEqual(['50%', '100%', '0%', '50%']);
});

const any = fc.oneof(fc.double(), fc.constantFrom(0, -1, 1e300, -1e300, Number.NaN, Number.POSITIVE_INFINITY));
const long = 'A name as long as people give their projects when nobody stops them, and then some more words';

/** Every place of a plot as a number. */
const places = (html: string) =>
  [...html.matchAll(/\b(?:x|x1|x2|y|y1|y2|cx|cy|width|height)="(-?[\d.eE+]+|[^"%]*)%?"/g)].map(([, n = '']) => Number(n));

test('no plot of any values has a place that is no number, or lies beyond its edge', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (values) => {
      const [a = 0, b = 0, c = 0] = values;
      const range = { point: a, low: b, high: c };
      const html = renderToStaticMarkup(
        <>
          <Line
            series={[{ name: long, points: values.map((y, x) => ({ x, y })) }]}
            ticks={[{ value: a, text: long }]}
            say={say}
            label={long}
          />
          <Timeline rows={values.map((from, i) => ({ name: `${long} ${i}`, from, to: b }))} domain={[a, b]} ticks={[]} label={long} />
          <Bars rows={values.map((share, i) => ({ name: `${long} ${i}`, share, value: String(share) }))} label={long} />
          <Interval of={range} domain={[a, b]} label={long} />
          <IntervalAxis domain={[a, b]} marks={[{ value: c, text: 'x' }]} ends={['a', 'b']} />
          <Dots rows={[{ name: long, ...range }]} domain={[b, a]} ticks={[]} label={long} />
          <Slopes rows={[{ name: long, before: 1, after: 1 }]} heads={['a', 'b']} label={long} />
          <Curve steps={[]} now={0} label={long} point="" from="" to="" end="" />
        </>,
      );
      expect(places(html).filter((n) => !(n >= -10 && n <= 1_000))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a timeline draws a moment as a point, and what is now only where it is shown', () => {
  const html = (at: number) =>
    renderToStaticMarkup(
      <Timeline
        rows={[
          { name: 'Call', from: 0, to: 4, state: 'now' },
          { name: 'Ceremony', from: 9, to: 9 },
        ]}
        domain={[0, 10]}
        ticks={[]}
        now={{ at, text: 'today' }}
        label="The year"
      />,
    );
  expect([circles(html(3)), html(3).includes('today'), html(12).includes('today')]).toEqual([1, true, false]);
});

test('behind a plot its numbers stand in a table that is tied to it', () => {
  const html = renderToStaticMarkup(
    <WithData data={{ open: 'The numbers', caption: 'Entries by category', head: ['Category', 'Entries'], rows: [['Team', 7]] }}>
      <Bars rows={[]} label="Entries" />
    </WithData>,
  );
  const id = /aria-details="([^"]+)"/.exec(html)?.[1] ?? 'none';
  expect(html).toContain(`id="${id}"><summary>The numbers</summary>`);
  expect(html).toContain('<th scope="row"><bdi>Team</bdi></th><td class="r">7</td>');
});
