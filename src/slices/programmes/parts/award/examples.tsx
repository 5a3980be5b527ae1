import type { Example } from '#core/awarding/examples.ts';
import { useWords } from '#shells/words.tsx';
import type { AwardView } from '#slices/programmes/editing/award/award-page.ts';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Section } from '#ui/frames/frames.tsx';

/** What the rules come to for a few scores, by the code that gives levels. */
export function ExamplesPart({ view, first }: { view: AwardView; first: boolean }) {
  const words = useWords().awardEditor;
  const { range, examples } = view;
  const columns: Column<Example>[] = [
    { id: 'score', head: words.score, names: true, cell: ({ score }) => score ?? words.noScore },
    { id: 'place', head: words.placed, align: 'right', cell: ({ place, tied }) => words.placeOf(place, tied) },
    {
      id: 'level',
      head: words.reached,
      cell: ({ level, goesThrough }) => (
        <TitleCell small={goesThrough ? words.through : undefined}>
          {level === null ? <span className="faint">{words.noLevel}</span> : level}
        </TitleCell>
      ),
    },
    ...(examples.some(({ points }) => points !== null)
      ? [{ id: 'points', head: words.grand, align: 'right' as const, cell: ({ points }: Example) => points ?? words.noScore }]
      : []),
  ];
  return (
    <Section title={words.examples} first={first}>
      <div className="stack">
        <p className="soft t-sm">
          {range ? words.examplesLead(range.min, range.max) : words.examplesPlaces} {examples.some(({ tied }) => tied) && words.tiesOpen}
        </p>
        <Table
          caption={words.examplesTable}
          onPhone="row"
          tight
          columns={columns}
          rows={examples}
          keyOf={(example) => `${examples.indexOf(example)}`}
        />
      </div>
    </Section>
  );
}
