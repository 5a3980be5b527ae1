import type { Cost, DryRunResult } from '#core/dry-run/outcome.ts';
import { useWords } from '#shells/words.tsx';
import { Link } from '#ui/actions/link.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Section } from '#ui/frames/frames.tsx';

type Line = Omit<Cost, 'rule'> & { readonly rule: Cost['rule'] | 'whole' };

/** Every rule counted with, as the line the others are held against. */
function wholeOf({ categories, minutes }: DryRunResult): Line {
  const sum = (of: 'tied' | 'close' | 'right' | 'named') => categories.reduce((all, each) => all + each[of], 0);
  return {
    rule: 'whole',
    entries: 0,
    winners: 0,
    tied: sum('tied'),
    close: sum('close'),
    right: sum('right'),
    named: sum('named'),
    minutes,
  };
}

/** What the same seasons come to without one rule at a time. What changes no count says so by a dash. */
export function Costs({ result, here }: { result: DryRunResult; here: string }) {
  const { awardEditor, dryRun } = useWords();
  const { costs: words, figures, outcome } = dryRun;
  const { categories, seasons, costs, minutes } = result;
  const entries = categories.reduce((all, each) => all + each.entries, 0);
  const winners = categories.length * seasons;
  const counts = ({ rule }: Line) => rule !== 'comments';
  const cell = (read: (line: Line) => string, isCounted = counts) => {
    return (line: Line) => (isCounted(line) ? read(line) : figures.none);
  };
  const changing = (line: Line) => counts(line) && line.rule !== 'whole';
  const columns: Column<Line>[] = [
    { id: 'rule', head: words.rule, names: true, cell: ({ rule }) => (rule === 'whole' ? words.whole : words.rules[rule]) },
    { id: 'entries', head: words.entries, align: 'right', cell: cell((line) => words.entriesOf(line.entries, entries), changing) },
    { id: 'winners', head: words.winners, align: 'right', cell: cell((line) => words.entriesOf(line.winners, winners), changing) },
    { id: 'close', head: words.close, align: 'right', cell: cell((line) => outcome.times(line.close, winners)) },
    { id: 'right', head: words.right, align: 'right', cell: cell((line) => outcome.times(line.right, line.named)) },
    { id: 'tied', head: words.tied, align: 'right', cell: cell((line) => outcome.times(line.tied, entries)) },
    { id: 'hours', head: words.hours, align: 'right', cell: (line) => words.hoursOf(line.minutes, minutes) },
  ];
  return (
    <Section title={words.title} aside={<Link to={`${here}/award`}>{awardEditor.title}</Link>}>
      <div className="stack">
        <p className="soft measure">{costs.length === 0 ? words.none : words.lead}</p>
        {costs.length > 0 && (
          <Table caption={words.table} columns={columns} rows={[wholeOf(result), ...costs]} keyOf={({ rule }) => rule} tight />
        )}
      </div>
    </Section>
  );
}
