import { Bars } from '../plots/bars.ts';
import { Curve } from '../plots/curve.tsx';
import { type DotRow, Dots } from '../plots/dots.ts';
import { Interval, IntervalAxis } from '../plots/interval.ts';
import { Legend } from '../plots/legend.ts';
import { Line } from '../plots/line.ts';
import { Slopes } from '../plots/slopes.ts';
import { Timeline } from '../plots/timeline.ts';
import { WithData } from '../plots/with-data.ts';
import { Specimen } from './specimen.tsx';

const scores = [
  { name: 'Tallow & Finch Mutual', point: 8.61, low: 8.22, high: 9.01, ghost: 8.48 },
  { name: 'Dunmoor Assurance', point: 8.39, low: 7.99, high: 8.78, ghost: 8.37 },
  { name: 'Penmarrow Bank', point: 8.35, low: 7.96, high: 8.75, ghost: 8.66 },
  { name: 'Saltmarsh Lane Credit Union', point: 8.14, low: 7.75, high: 8.54, ghost: 8.31 },
];

const judges: readonly DotRow[] = [
  { name: 'Judge 3', point: -1.52, low: -1.88, high: -1.16, warn: true },
  { name: 'Judge 6', point: -0.29, low: -0.66, high: 0.08 },
  { name: 'Judge 9', point: 0.02, low: -0.35, high: 0.39 },
  { name: 'Judge 1', point: 0.31, low: -0.06, high: 0.68 },
  { name: 'Judge 4', point: 0.81, low: 0.44, high: 1.18 },
];

const ticks = [-2, -1, 0, 1, 2].map((value) => ({ value, text: value > 0 ? `+${value}` : String(value).replace('-', '−') }));

const months = ['Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const answered = [62, 64, null, 71, 78, 83];
const lastYear = [55, 57, 58, 60, 61, 61];
const pointsOf = (values: readonly (number | null)[]) => values.map((y, x) => ({ x, y }));

/** Values over time and stretches of it, each with its numbers behind it. */
function OverTime() {
  return (
    <>
      <Specimen id="line" name="Line" from="plots/line.ts, with-data.ts">
        <WithData
          data={{
            open: 'The numbers behind it',
            caption: 'Share of calls answered within 20 seconds, by month',
            head: ['Month', 'This year', 'Last year'],
            rows: months.map((month, i) => [month, answered[i] ?? 'not known', lastYear[i] ?? '']),
          }}
        >
          <Legend
            items={[
              { mark: 'line', text: 'This year; nothing is known of December' },
              { mark: 'before', text: 'Last year' },
            ]}
          />
          <Line
            series={[
              { name: 'Last year', points: pointsOf(lastYear), before: true },
              { name: 'This year', points: pointsOf(answered) },
            ]}
            ticks={months.map((text, value) => ({ value, text }))}
            say={(value) => `${value} %`}
            label="Calls answered within 20 seconds: 62 per cent in October, 83 in March; last year 55 and 61."
          />
        </WithData>
      </Specimen>
      <Specimen id="timeline" name="Timeline" from="plots/timeline.ts">
        <Timeline
          rows={[
            { name: 'Nominations', from: 0, to: 2.6, state: 'done' },
            { name: 'Entries', from: 1, to: 4, state: 'now' },
            { name: 'Judging', from: 4.5, to: 5.6 },
            { name: 'Winners announced', from: 7.6, to: 7.6 },
          ]}
          domain={[0, 8]}
          ticks={['Oct', 'Dec', 'Feb', 'Apr', 'Jun'].map((text, i) => ({ value: i * 2, text }))}
          now={{ at: 3.4, text: 'today' }}
          label="Nominations from October to mid-December, entries from November to the end of January, judging from mid-February to mid-March, winners on 20 May."
        />
      </Specimen>
    </>
  );
}

/** Doubt, drawn. */
export function Plots() {
  return (
    <>
      <Specimen id="interval" name="Interval" from="plots/interval.ts">
        <Legend
          items={[
            { mark: 'range', text: 'Corrected score and the range it would fall in 9 times of 10' },
            { mark: 'ghost', text: 'Raw mean of the marks' },
          ]}
        />
        <div className="stack-2 gap-t">
          <div className="iv">
            <span />
            <IntervalAxis
              domain={[5.5, 9.5]}
              marks={[
                { value: 8, name: 'Silver', text: '8.00' },
                { value: 7.25, name: 'Bronze', text: '7.25' },
              ]}
              ends={['5.5', '9.5']}
            />
            <span />
          </div>
          {scores.map(({ name, ...score }) => (
            <div className="iv" key={name}>
              <span className="entry-name">{name}</span>
              <Interval
                of={score}
                domain={[5.5, 9.5]}
                cuts={[8, 7.25]}
                label={`${name}: ${score.point}, interval ${score.low} to ${score.high}, raw ${score.ghost}`}
              />
              <span className="num strong">{score.point}</span>
            </div>
          ))}
        </div>
      </Specimen>
      <OverTime />
      <Specimen id="curve" name="Curve" from="plots/curve.tsx">
        <Curve
          steps={[0.05, 0.1, 0.12, 0.2, 0.31, 0.33, 0.4, 0.44, 0.5, 0.52, 0.58, 0.6].map((at) => ({ at }))}
          now={0.62}
          label="12 entries submitted since 5 October"
          point="12 today"
          from="5 Oct"
          to="29 Jan"
          end="Entries close"
        />
      </Specimen>
      <Specimen id="dots" name="Dots, slopes and bars" from="plots/dots.ts, slopes.tsx, bars.tsx">
        <div className="two">
          <Dots
            rows={judges}
            domain={[-2, 2]}
            ticks={ticks}
            zero={0}
            sides={['harsher', 'kinder']}
            label="How far each judge marks below or above the panel, in points. Judge 3: minus 1.52; Judge 6: minus 0.29; Judge 9: 0.02; Judge 1: 0.31; Judge 4: 0.81."
          />
          <Slopes
            rows={[
              { name: 'Tallow & Finch', before: 2, after: 1 },
              { name: 'Dunmoor', before: 3, after: 2 },
              { name: 'Penmarrow', before: 1, after: 3 },
              { name: 'Saltmarsh', before: 4, after: 4 },
            ]}
            heads={['Raw mean', 'Corrected']}
            label="Rank by raw mean against rank after correction. Tallow & Finch 2 to 1, Dunmoor 3 to 2, Penmarrow 1 to 3, Saltmarsh stays fourth."
          />
        </div>
        <div className="gap-t">
          <Bars
            rows={[
              { name: 'Reading', share: 0.61, value: '61 %' },
              { name: 'Marking', share: 0.22, value: '22 %' },
              { name: 'Comments', share: 0.17, value: '17 %' },
            ]}
            label="Where time goes for judges: reading 61 per cent, marking 22, comments 17"
          />
        </div>
      </Specimen>
    </>
  );
}
