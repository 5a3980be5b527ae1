import { useWords } from '#shells/words.tsx';
import type { ChosenCard, CriterionLine } from '#slices/programmes/editing/criteria-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { Bar, Bars } from '#ui/plots/bars.ts';
import { type Acting, Doing } from '../doing.tsx';

type Props = { readonly card: ChosenCard; readonly acting: Acting; readonly here: string; readonly mayChange: boolean };

function useColumns({ card, here, mayChange }: Props): Column<CriterionLine>[] {
  const words = useWords().criteriaEditor;
  const at = (line: CriterionLine) => card.lines.indexOf(line);
  const known: Column<CriterionLine>[] = [
    {
      id: 'name',
      head: words.criterion,
      names: true,
      cell: ({ key, name, group, kind }) => (
        <TitleCell small={[group, kind === 'judged' ? undefined : words.kinds[kind]].filter(Boolean).join(' · ') || undefined}>
          <Link to={`${here}&criterion=${key}#criterion`}>{name}</Link>
        </TitleCell>
      ),
    },
    { id: 'bar', head: <span className="vh">{words.share}</span>, cell: ({ share }) => (share === undefined ? '' : <Bar share={share} />) },
    {
      id: 'share',
      head: words.share,
      align: 'right',
      nowrap: true,
      cell: ({ share }) => (share === undefined ? words.noShare : words.percent(share)),
    },
  ];
  if (!mayChange) return known;
  return [
    ...known,
    {
      id: 'weight',
      head: words.weight,
      cell: (line) =>
        line.weight === undefined ? (
          words.noShare
        ) : (
          <TextField
            name={`weights.${at(line)}`}
            label={words.weightOf(line.name)}
            labelUnseen
            inputMode="numeric"
            short
            value={line.weight}
          />
        ),
    },
    {
      id: 'order',
      head: words.order,
      cell: (line) => (
        <Row>
          {(['up', 'down'] as const).map((way) =>
            (way === 'up' && at(line) === 0) || (way === 'down' && at(line) === card.lines.length - 1) ? null : (
              <Button key={way} size="small" name="move" value={`${at(line)}.${way}`} more={line.name}>
                {words[way]}
              </Button>
            ),
          )}
        </Row>
      ),
    },
  ];
}

/** What every criterion counts, in per cent, with the weights that make it and the order judges see. */
export function WeightsPart(props: Props) {
  const { card, acting, mayChange } = props;
  const words = useWords().criteriaEditor;
  const columns = useColumns(props);
  const [largest] = card.shares.toSorted((a, b) => b.share - a.share);
  const names = Object.fromEntries(card.lines.map(({ name }, i) => [`weights.${i}`, words.weightOf(name)]));
  const table = <Table caption={words.weightsTable(card.title)} rows={card.lines} keyOf={({ key }) => key} columns={columns} />;
  return (
    <div className="stack">
      {card.points !== undefined && card.countsPoints && <p className="hint">{words.points(card.points)}</p>}
      {largest && (
        <Bars
          rows={card.shares.map(({ name, share }) => ({ name, share, value: words.percent(share) }))}
          label={words.groupSharesLabel(largest.name, largest.share)}
        />
      )}
      {mayChange ? (
        <Doing {...acting} what="weights" names={names}>
          {/* What the Enter key presses is the first button of a form. */}
          <button type="submit" className="vh" tabIndex={-1} aria-hidden>
            {words.saveWeights}
          </button>
          {table}
          <Button>{words.saveWeights}</Button>
        </Doing>
      ) : (
        table
      )}
    </div>
  );
}
