import { useWords } from '#shells/words.tsx';
import type { FigureTable } from '#slices/results/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';

type Row = FigureTable['rows'][number];

/** One part of the score in one category: what is known of each entry and from where, and where it is recorded. */
export function FigurePart({ table, mayChange, refusal }: { table: FigureTable; mayChange: boolean; refusal: Refusal | undefined }) {
  const words = useWords().results.figures;
  const { category, code, categoryName, source, kind, least, most, known, entries, rows } = table;
  const name = table.name ?? words.kinds[kind](source);
  const title = `${code} ${categoryName}: ${name}`;
  const names = {
    ...Object.fromEntries(rows.map(({ entry, number }) => [`values.${entry}`, words.valueOf(number)])),
    evidence: words.evidence,
  };
  const columns: Column<Row>[] = [
    {
      id: 'entry',
      head: words.entry,
      names: true,
      cell: ({ number, title: of }) => <TitleCell small={number}>{of}</TitleCell>,
    },
    {
      id: 'known',
      head: words.known,
      cell: ({ figure }) =>
        figure === null ? (
          <span className="faint">{words.unknown}</span>
        ) : (
          <span className="num">{words.said(figure.value, figure.from, figure.evidence)}</span>
        ),
    },
  ];
  if (mayChange)
    columns.push({
      id: 'value',
      head: words.value,
      cell: ({ entry, number }) => (
        <TextField name={`values.${entry}`} label={words.valueOf(number)} labelUnseen inputMode="decimal" short optional="" />
      ),
    });
  const list = <Table caption={title} rows={rows} keyOf={({ entry }) => entry} columns={columns} />;
  return (
    <Section title={title} aside={words.aside(known, entries)}>
      <p className="soft measure">{words.lead[kind](least, most)}</p>
      {rows.length < entries && <p className="t-sm faint">{words.first(rows.length, entries)}</p>}
      {mayChange ? (
        <Form act="record" refusal={refusal} names={names} label={title}>
          <input type="hidden" name="category" value={category} />
          <input type="hidden" name="source" value={source} />
          {list}
          <TextField name="evidence" label={words.evidence} hint={words.evidenceHint} full />
          <Button>{words.save}</Button>
        </Form>
      ) : (
        list
      )}
    </Section>
  );
}
