import { useWords } from '#shells/words.tsx';
import type { ToldCategory, ToldEntry } from '#slices/results/doubt/told.ts';
import type { CategoryStandings, Standing } from '#slices/results/index.ts';
import { Derived, type Rules } from '#slices/results/parts/derived.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Level } from '#ui/marks/level.ts';
import { Tag } from '#ui/messages/tag.tsx';
import { Interval, IntervalAxis } from '#ui/plots/interval.ts';
import { Legend } from '#ui/plots/legend.ts';
import { ticksOver } from '#ui/plots/scale.ts';

type Domain = readonly [number, number];

/** What a row shows of a score: its doubt where that is known, else the span of its ballots. */
type Drawn = { readonly point: number; readonly low: number; readonly high: number; readonly ghost?: number; readonly label: string };

const meansOf = ({ ballots }: Standing) => ballots.map(({ mean }) => Number(mean));

function useDrawn(category: CategoryStandings, doubt: ToldCategory | undefined): ReadonlyMap<string, Drawn> {
  const words = useWords().results.board;
  return new Map(
    category.standings.flatMap((standing): [string, Drawn][] => {
      const told = doubt?.entries[standing.entry];
      if (told) {
        const { point, low, high, ghost, label } = told;
        return [[standing.entry, { point, low, high, label, ...(ghost !== null && { ghost }) }]];
      }
      const means = meansOf(standing);
      if (standing.score === null || means.length === 0) return [];
      const [low, high] = [Math.min(...means), Math.max(...means)];
      const label = words.rangeOf(standing.score, low.toFixed(2), high.toFixed(2));
      return [[standing.entry, { point: Number(standing.score), low, high, label }]];
    }),
  );
}

/** One axis for all rows of a category, in whole marks. */
function domainOf(drawn: Iterable<Drawn>): Domain {
  const all = [...drawn].flatMap(({ low, high, ghost, point }) => [low, high, ghost ?? point]);
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))];
  return low === high ? [low - 1, high + 1] : [low, high];
}

const drawnOf = ({ entries }: ToldCategory) =>
  Object.values(entries).map(({ ghost, ...drawn }) => ({ ...drawn, ...(ghost !== null && { ghost }) }));
const extentOf = ([low, high]: Domain) => high - low;

/** One axis for all categories, so that they can be read against each other; undefined where their scales are too far apart for one. */
export function domainOfAll(doubts: readonly ToldCategory[]): Domain | undefined {
  const each = doubts.map(drawnOf).filter((drawn) => drawn.length > 0);
  const all = domainOf(each.flat());
  const widest = Math.max(0, ...each.map((drawn) => extentOf(domainOf(drawn))));
  return each.length === 0 || extentOf(all) > 3 * widest ? undefined : all;
}

/** The ends of an axis and the round values between them. */
const ticksOf = ([low, high]: Domain): number[] => [low, ...ticksOver([low, high], 5).filter((value) => value > low && value < high), high];

/** Two decimals, and four where two would make different scores look the same. */
export function digitsOf(standings: readonly Standing[]): 2 | 4 {
  const scores = new Set(standings.flatMap(({ exact }) => exact ?? []));
  const rounded = new Set(standings.flatMap(({ short }) => short ?? []));
  return rounded.size < scores.size ? 4 : 2;
}

type RowProps = {
  readonly standing: Standing;
  readonly drawn: Drawn | undefined;
  readonly told: ToldEntry | undefined;
  readonly domain: Domain;
  readonly won: boolean;
  readonly shows: Shows;
};

/** Columns that have something to say, and how scores are written. */
type Shows = { readonly levels: boolean; readonly moves: boolean; readonly chances: boolean; readonly digits: 2 | 4 };

function Row({ standing, drawn, told, domain, won, shows }: RowProps) {
  const words = useWords().results.board;
  const { rank, tied, title, nominee, ballots, level, open } = standing;
  const score = shows.digits === 2 ? standing.short : standing.score;
  const small = [tied && words.tied, told?.places].filter(Boolean).join(', ');
  return (
    <tr className={won ? 'is-winner' : undefined}>
      <td className="rank">
        {rank ?? words.unranked}
        {small && <small>{small}</small>}
      </td>
      <th scope="row">
        <TitleCell small={nominee}>{title}</TitleCell>
      </th>
      {shows.levels && (
        <td className="aux" data-label={words.level}>
          {open.length > 0 ? <Tag kind="warn">{words.levelOpen}</Tag> : level === null ? words.unranked : <Level>{level}</Level>}
        </td>
      )}
      <td className="r num strong">
        {score ?? words.unranked}
        {told && (
          <small className="standings__corrected">
            {told.ghost !== null && <span className="block">{words.corrected(told.point.toFixed(shows.digits))}</span>}
            {told.low < told.high && words.within(told.low.toFixed(shows.digits), told.high.toFixed(shows.digits))}
          </small>
        )}
      </td>
      <td className="plot-cell">
        {drawn ? (
          <Interval of={drawn} domain={domain} ticks={ticksOf(domain)} label={drawn.label} />
        ) : (
          <span className="t-sm faint">{standing.out ? words.out[standing.out] : words.tooFew}</span>
        )}
      </td>
      {shows.moves && (
        <td className="aux" data-label={words.against}>
          {told?.moved ? (
            <span className={told.moved.way === 'same' ? 'moved' : `moved moved--${told.moved.way}`}>{told.moved.text}</span>
          ) : (
            words.unranked
          )}
        </td>
      )}
      {shows.chances && (
        <td className="r num aux nowrap" data-label={words.chance}>
          {told?.first ?? words.unranked}
        </td>
      )}
      <td className="r num aux" data-label={words.ballotCount}>
        {ballots.length}
      </td>
    </tr>
  );
}

function StandingsTable({
  category,
  doubt,
  domain: shared,
}: {
  category: CategoryStandings;
  doubt: ToldCategory | undefined;
  domain: Domain | undefined;
}) {
  const words = useWords().results.board;
  const { standings, winners } = category;
  const name = useWords().results.inDivision(category.name, category.division);
  const drawn = useDrawn(category, doubt);
  const domain = shared ?? domainOf(drawn.values());
  const marks = ticksOf(domain).slice(1, -1);
  const axis = (
    <IntervalAxis
      domain={domain}
      marks={marks.map((value) => ({ value, text: String(value) }))}
      ends={[String(domain[0]), String(domain[1])]}
    />
  );
  const known = Object.values(doubt?.entries ?? {});
  const shows: Shows = {
    levels: standings.some(({ level, open }) => level !== null || open.length > 0),
    moves: known.some(({ moved }) => moved !== null),
    chances: known.some(({ first }) => first !== null),
    digits: digitsOf(standings),
  };
  return (
    <table className="table standings standings--board">
      <caption className="vh">{words.standings(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.rank}</th>
          <th scope="col">{words.entry}</th>
          {shows.levels && (
            <th scope="col" className="standings__level">
              {words.level}
            </th>
          )}
          <th scope="col" className="r standings__score">
            {words.score}
          </th>
          <th scope="col" className="plot-cell">
            <span className="standings__unit">{doubt ? words.axis : words.spread}</span>
            {drawn.size > 0 && axis}
          </th>
          {shows.moves && (
            <th scope="col" className="standings__moved">
              {words.against}
            </th>
          )}
          {shows.chances && (
            <th scope="col" className="r standings__chance">
              {words.chance}
            </th>
          )}
          <th scope="col" className="r standings__ballots">
            {words.ballotCount}
          </th>
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <Row
            key={standing.entry}
            standing={standing}
            drawn={drawn.get(standing.entry)}
            told={doubt?.entries[standing.entry]}
            domain={domain}
            won={winners.some(({ entry }) => entry === standing.entry)}
            shows={shows}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Who is first, by how much, and whether a ballot more or less could turn it: before the table that shows it. */
function useFinding(standings: readonly Standing[], doubt: ToldCategory | undefined): string {
  const words = useWords().results.board.finding;
  const digits = digitsOf(standings);
  const shown = ({ score, short }: Standing) => (digits === 2 ? short : score) ?? '';
  const [first, next] = standings.filter(({ rank }) => rank !== null);
  if (standings.some(({ out }) => out === 'division-open')) return words.divisionOpen;
  if (!first || first.score === null) return words.unranked;
  const shared = standings.filter(({ rank }) => rank === 1);
  if (shared.length > 1) {
    const chances = shared.flatMap(({ entry }) => doubt?.entries[entry]?.first ?? []);
    const titles = shared.map(({ title }) => title);
    return words.tied(titles, shown(first), chances.length === shared.length ? chances : null);
  }
  if (!next || next.score === null) return words.alone(first.title, shown(first));
  return words.first({
    title: first.title,
    score: shown(first),
    ahead: (Number(shown(first)) - Number(shown(next))).toFixed(digits),
    next: next.title,
    // Where chances are told, they are the one verdict.
    apart: doubt ? null : Math.min(...meansOf(first)) > Math.max(...meansOf(next)),
  });
}

/** Whether the first would still be first: one line a test. */
function Tests({ tests }: Pick<ToldCategory, 'tests'>) {
  const words = useWords();
  const [first] = tests;
  if (!first) return null;
  return (
    <Fold summary={words.robustness.title} note={words.results.board.testNote(first.test, first.answer)}>
      <dl className="tests">
        {tests.map(({ test, answer, says }) => (
          <div key={test}>
            <dt>{test}</dt>
            <dd className="v">{answer}</dd>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

/** Places and scores of one category with what they leave open, and in folds whether that would hold and how each score came about. */
export function CategoryPart({
  category,
  rules,
  doubt,
  domain,
}: {
  category: CategoryStandings;
  rules: Rules;
  doubt: ToldCategory | undefined;
  domain: Domain | undefined;
}) {
  const { board: words, inDivision } = useWords().results;
  const { standings, name, division, code, entries } = category;
  const finding = useFinding(standings, doubt);
  const legend = [
    { mark: 'range' as const, text: doubt?.legend.range ?? words.range },
    ...(doubt?.legend.ghost ? [{ mark: 'ghost' as const, text: doubt.legend.ghost }] : []),
  ];
  return (
    <div id={category.ranking}>
      <Section title={`${code} ${inDivision(name, division)}`} aside={words.aside(entries)}>
        {standings.length === 0 ? (
          <p className="soft">{words.none}</p>
        ) : (
          <div className="stack">
            <p className="finding">{finding}</p>
            {doubt && <p className="measure soft">{doubt.text}</p>}
            {standings.some(({ rank }) => rank !== null) && <Legend items={legend} />}
            <StandingsTable category={category} doubt={doubt} domain={domain} />
            <div>
              <Tests tests={doubt?.tests ?? []} />
              <Fold summary={words.derivation}>
                <div className="stack-5">
                  <p className="soft measure">{rules.byRules ? words.derivationByRules : words.derivationText(rules.weightTotal)}</p>
                  {standings.map((standing) => (
                    <Derived
                      key={standing.entry}
                      standing={standing}
                      rules={rules}
                      category={category.category}
                      lines={doubt?.derived[standing.entry] ?? []}
                    />
                  ))}
                </div>
              </Fold>
            </div>
          </div>
        )}
      </Section>
    </div>
  );
}
