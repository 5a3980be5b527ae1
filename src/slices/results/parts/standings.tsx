import { useWords } from '#shells/words.tsx';
import type { CategoryStandings, Standing, Standings } from '#slices/results/index.ts';
import { Fold } from '#ui/data/fold.tsx';
import { Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Interval, IntervalAxis } from '#ui/plots/interval.ts';
import { Legend } from '#ui/plots/legend.ts';

type Domain = readonly [number, number];

const meansOf = ({ ballots }: Standing) => ballots.map(({ mean }) => Number(mean));

/** One axis for all rows of a category: whole marks around all ballots. */
function domainOf(standings: readonly Standing[]): Domain {
  const all = standings.flatMap(meansOf);
  const [low, high] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))];
  return low === high ? [low - 1, high + 1] : [low, high];
}

function Spread({ standing, domain }: { standing: Standing; domain: Domain }) {
  const words = useWords().results.board;
  const means = meansOf(standing);
  if (standing.score === null || means.length === 0) return <span className="t-sm faint">{words.tooFew}</span>;
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const label = words.rangeOf(standing.score, low.toFixed(2), high.toFixed(2));
  return <Interval of={{ point: Number(standing.score), low, high }} domain={domain} label={label} />;
}

function Row({ standing, domain, won }: { standing: Standing; domain: Domain; won: boolean }) {
  const words = useWords().results.board;
  const { rank, tied, title, nominee, score, exact, ballots } = standing;
  return (
    <tr className={won ? 'is-winner' : undefined}>
      <td className="rank">
        {rank ?? words.unranked}
        {tied && <small>{words.tied}</small>}
      </td>
      <th scope="row">
        <TitleCell small={nominee}>{title}</TitleCell>
      </th>
      <td className="r num strong">{score ?? words.unranked}</td>
      <td className="plot-cell">
        <Spread standing={standing} domain={domain} />
      </td>
      <td className="r num aux nowrap" data-label={words.exact}>
        {exact ?? words.unranked}
      </td>
      <td className="r num aux" data-label={words.ballotCount}>
        {ballots.length}
      </td>
    </tr>
  );
}

function StandingsTable({ category }: { category: CategoryStandings }) {
  const words = useWords().results.board;
  const { standings, name, winners } = category;
  const domain = domainOf(standings);
  return (
    <table className="table standings">
      <caption className="vh">{words.standings(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.rank}</th>
          <th scope="col">{words.entry}</th>
          <th scope="col" className="r">
            {words.score}
          </th>
          <th scope="col" className="plot-cell">
            <span className="vh">{words.spread}</span>
            <IntervalAxis domain={domain} marks={[]} ends={[String(domain[0]), String(domain[1])]} />
          </th>
          <th scope="col" className="r">
            {words.exact}
          </th>
          <th scope="col" className="r">
            {words.ballotCount}
          </th>
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <Row key={standing.entry} standing={standing} domain={domain} won={winners.some(({ entry }) => entry === standing.entry)} />
        ))}
      </tbody>
    </table>
  );
}

/** Who is first, by how much, and whether a ballot more or less could turn it: before the table that shows it. */
function useFinding(standings: readonly Standing[]): string {
  const words = useWords().results.board.finding;
  const [first, next] = standings.filter(({ rank }) => rank !== null);
  if (!first || first.score === null) return words.unranked;
  const shared = standings.filter(({ rank }) => rank === 1).map(({ title }) => title);
  if (shared.length > 1) return words.tied(shared, first.score);
  if (!next || next.score === null) return words.alone(first.title, first.score);
  return words.first({
    title: first.title,
    score: first.score,
    ahead: (Number(first.score) - Number(next.score)).toFixed(4),
    next: next.title,
    apart: Math.min(...meansOf(first)) > Math.max(...meansOf(next)),
  });
}

type Rules = Pick<Standings, 'criteria' | 'weightTotal'>;

/** One entry's ballots, mark by mark, and the one line that makes a score of them. */
function Derived({ standing, rules }: { standing: Standing; rules: Rules }) {
  const words = useWords().results.board;
  const { ballots, title, exact, score } = standing;
  return (
    <div className="stack-2">
      <h4 className="entry-name">
        <bdi>{title}</bdi>
      </h4>
      {ballots.length > 0 && (
        <Table
          caption={title}
          tight
          rows={ballots}
          keyOf={({ judge }) => judge}
          columns={[
            { id: 'judge', head: words.judge, names: true, cell: ({ judge }) => judge },
            ...rules.criteria.map(({ id, name, weight }, i) => ({
              id,
              label: name,
              head: (
                <>
                  {name} <span className="faint nowrap">{words.weight(weight)}</span>
                </>
              ),
              align: 'right' as const,
              cell: ({ marks }: (typeof ballots)[number]) => <span className="num">{marks[i]}</span>,
            })),
            { id: 'sum', head: words.sum, align: 'right', cell: ({ sum }) => <span className="num strong">{sum}</span> },
            { id: 'mean', head: words.mean, align: 'right', cell: ({ mean }) => <span className="num">{mean}</span> },
          ]}
        />
      )}
      <p className="num t-sm">
        {exact && score
          ? words.formula(
              ballots.map(({ sum }) => sum),
              rules.weightTotal,
              exact,
              score,
            )
          : words.tooFew}
      </p>
    </div>
  );
}

/** Places and scores of one category, and in a fold how each came about. */
export function CategoryPart({ category, rules }: { category: CategoryStandings; rules: Rules }) {
  const words = useWords().results.board;
  const { standings, name, code, entries } = category;
  const finding = useFinding(standings);
  return (
    <Section title={`${code} ${name}`} aside={words.aside(entries)}>
      {standings.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <div className="stack">
          <p className="measure">{finding}</p>
          <Legend items={[{ mark: 'range', text: words.range }]} />
          <StandingsTable category={category} />
          <Fold summary={words.derivation}>
            <div className="stack-5">
              <p className="soft measure">{words.derivationText(rules.weightTotal)}</p>
              {standings.map((standing) => (
                <Derived key={standing.entry} standing={standing} rules={rules} />
              ))}
            </div>
          </Fold>
        </div>
      )}
    </Section>
  );
}
