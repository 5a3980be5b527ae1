import { useWords } from '#shells/words.tsx';
import type { AxisRow, Drawn } from '#slices/programmes/editing/timeline-axis.ts';
import { Timeline } from '#ui/plots/timeline.ts';
import { WithData } from '#ui/plots/with-data.ts';

/** The whole timeline on one axis, with its numbers behind it. */
export function TimelineAxis({ axis }: { axis: Drawn['axis'] }) {
  const { timelineEditor: words, timeline, dates } = useWords();
  const nameOf = (row: AxisRow): string => {
    switch (row.of) {
      case 'phase':
        return timeline.phaseTitle(row.phase, row.round);
      case 'grace':
        return words.grace[row.clock];
      case 'late':
        return words.late(row.name);
      case 'tier':
        return words.tier(row.name);
    }
  };
  const { rows, domain, ticks, now, years } = axis;
  const ends = rows.toSorted((a, b) => a.from - b.from);
  const last = rows.toSorted((a, b) => a.to - b.to).at(-1);
  return (
    <WithData
      data={{
        open: words.data.open,
        caption: words.data.caption,
        head: [words.data.what, words.data.from, words.data.until],
        rows: rows.map((row) => [nameOf(row), dates.inYears(row.opens), row.closes === null ? words.moment : dates.inYears(row.closes)]),
      }}
    >
      <Timeline
        rows={rows.map((row) => ({ name: nameOf(row), from: row.from, to: row.to, state: row.state }))}
        domain={domain}
        ticks={ticks.map(({ value, at }) => ({ value, text: years ? at.slice(0, 4) : dates.dayOnly(at) }))}
        now={{ at: now, text: words.today }}
        label={words.axisLabel(dates.date(ends[0]?.opens ?? ''), dates.date(last?.closes ?? last?.opens ?? ''), rows.length)}
      />
    </WithData>
  );
}
