import { useWords } from '#shells/words.tsx';
import type { Standing, Standings } from '#slices/results/index.ts';
import { Link } from '#ui/actions/link.tsx';
import { type Column, Table } from '#ui/data/table.tsx';

export type Rules = Pick<Standings, 'criteria' | 'weightTotal' | 'byRules'>;

type Ballot = Standing['ballots'][number];

type Props = {
  readonly standing: Standing;
  readonly rules: Rules;
  readonly category: string;
  /** How a score by award rules came about. */
  readonly lines: readonly string[];
};

/** The criteria a category is judged by, each with the place its marks have among all. */
const columnsIn = ({ criteria }: Rules, category: string) =>
  criteria.flatMap((criterion, at) => (criterion.categories?.includes(category) === false ? [] : [{ ...criterion, at }]));

function Ballots({ standing, rules, category }: Omit<Props, 'lines'>) {
  const words = useWords().results.board;
  const sum: Column<Ballot> = {
    id: 'sum',
    head: words.sum,
    align: 'right',
    cell: (ballot) => <span className="num strong">{ballot.sum}</span>,
  };
  return (
    <Table
      caption={standing.title}
      tight
      rows={standing.ballots}
      keyOf={({ judge }) => judge}
      columns={[
        { id: 'judge', head: words.judge, names: true, cell: ({ judge }) => judge },
        ...columnsIn(rules, category).map(
          ({ id, name, weight, gate, at }): Column<Ballot> => ({
            id,
            label: name,
            head: (
              <>
                {name} <span className="faint nowrap">{gate ? words.yesOrNo : words.weight(weight)}</span>
              </>
            ),
            align: 'right',
            cell: ({ given }) => <span className="num">{words.mark(given[at], gate !== undefined)}</span>,
          }),
        ),
        ...(rules.byRules ? [] : [sum]),
        { id: 'mean', head: words.mean, align: 'right', cell: ({ mean }) => <span className="num">{mean}</span> },
      ]}
    />
  );
}

/** The one line that makes a score of a plain count. */
function Formula({ standing, rules }: Pick<Props, 'standing' | 'rules'>) {
  const words = useWords().results.board;
  const { ballots, exact, score } = standing;
  const sums = ballots.map(({ sum }) => sum);
  return <p className="num t-sm">{exact && score ? words.formula(sums, rules.weightTotal, exact, score) : words.tooFew}</p>;
}

/** One entry's ballots, mark by mark, and what makes a score of them. */
export function Derived({ standing, rules, category, lines }: Props) {
  const words = useWords().results.board.wrote;
  const { ballots, title } = standing;
  return (
    <div className="stack-2">
      <h4 className="entry-name">
        <bdi>{title}</bdi>
      </h4>
      {ballots.length > 0 && <Ballots standing={standing} rules={rules} category={category} />}
      {rules.byRules ? (
        lines.map((line) => (
          <p key={line} className="num t-sm">
            {line}
          </p>
        ))
      ) : (
        <Formula standing={standing} rules={rules} />
      )}
      {ballots.length > 0 && (
        <p className="t-sm">
          <Link to={`?wrote=${standing.entry}#wrote`} more={words.readMore(title)}>
            {words.read}
          </Link>
        </p>
      )}
    </div>
  );
}
