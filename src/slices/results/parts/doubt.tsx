import { useWords } from '#shells/words.tsx';
import type { Told } from '#slices/results/doubt/told.ts';
import type { CategoryStandings } from '#slices/results/index.ts';
import { digitsOf } from '#slices/results/parts/standings.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Section, Split } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { Dots } from '#ui/plots/dots.ts';
import { ticksOver } from '#ui/plots/scale.ts';
import { WithData } from '#ui/plots/with-data.ts';

/** Who is first in each category and how sure that is, and the way to its table. */
export function Glance({ categories, doubt }: { categories: readonly CategoryStandings[]; doubt: Told }) {
  const { results } = useWords();
  const words = results.board;
  return (
    <Section title={words.glance}>
      <ul className="firsts">
        {categories.map(({ ranking, code, name, division, standings }) => {
          const own = doubt.categories[ranking];
          const first = standings.filter(({ rank }) => rank === 1);
          const [{ score, short } = { score: null, short: null }] = first;
          const shared = first.length > 1 ? (digitsOf(standings) === 2 ? short : score) : null;
          return (
            <li key={ranking}>
              <p className="firsts__of">
                <Link to={`#${ranking}`}>
                  {code} <bdi>{results.inDivision(name, division)}</bdi>
                </Link>
                {own && <Tag kind={own.tag.kind}>{own.tag.text}</Tag>}
              </p>
              {first.length === 0 && <p className="finding">{words.glanceNone}</p>}
              {first.map(({ entry, title, nominee }) => (
                <div key={entry} className="firsts__one">
                  <p className="finding">
                    <bdi>{title}</bdi>
                  </p>
                  <p className="soft">
                    <bdi>{nominee}</bdi>
                  </p>
                </div>
              ))}
              {shared !== null && <p className="firsts__one">{words.glanceShared(shared)}</p>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Questions({ doubt }: { doubt: Told }) {
  const words = useWords();
  const { questions, checks } = doubt;
  return (
    <Section title={words.report.checks.title} aside={questions.length > 0 ? words.results.board.flagIs : undefined}>
      {questions.length === 0 ? (
        <p className="soft measure">{words.results.board.noQuestions(checks)}</p>
      ) : (
        <ul className="flags">
          {questions.map(({ name, asks, says, chance }) => (
            <li className="flag" key={says + asks}>
              <p className="over">{name}</p>
              <p className="flag__q">{says}</p>
              <p className="soft">{asks}</p>
              {chance && <p className="t-sm faint">{chance}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** More than this many are not told apart in a plot; both ends are shown. */
const mostJudges = 40;

function Judges({ judges }: Pick<Told, 'judges'>) {
  const { report, results } = useWords();
  const say = report.judges;
  // As the bars show it: the mean judge lies outside what holds nine times in ten.
  const far = judges.filter(({ low, high }) => low > 0 || high < 0).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const shown = judges.length > mostJudges ? [...judges.slice(0, mostJudges / 2), ...judges.slice(-mostJudges / 2)] : judges;
  const reach = Math.max(...shown.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]), 0.1);
  const ticks = ticksOver([-reach, reach]);
  return (
    <Section title={say.title}>
      <div className="stack">
        <p className="finding">{results.board.judgesSay(far, judges.length)}</p>
        <p className="t-sm soft">{results.board.judgesText}</p>
        <WithData
          data={{
            open: say.listed,
            caption: say.title,
            head: [say.columns.judge, say.columns.effect, say.columns.range],
            rows: shown.map(({ name, effect, low, high }) => [name, say.effect(effect), say.range(low, high)]),
          }}
        >
          <Dots
            rows={shown.map(({ name, effect, low, high, apart }) => ({ name, point: effect, low, high, warn: apart }))}
            domain={[ticks[0] ?? -1, ticks.at(-1) ?? 1]}
            ticks={ticks.map((value) => ({ value, text: value === 0 ? '0' : say.tick(value).replace(/\.?0{1,9}$/, '') }))}
            zero={0}
            sides={say.sides}
            label={say.label(shown.map(({ name, effect }) => say.judge(name, effect)))}
          />
        </WithData>
        {judges.length > shown.length && <p className="t-sm soft">{say.more(judges.length - shown.length)}</p>}
      </div>
    </Section>
  );
}

/** What the chair is asked before anything is decided, beside how the judges mark. */
export function ChairPart({ doubt }: { doubt: Told }) {
  return (
    <div id="questions">
      <Split kind="half">
        <Questions doubt={doubt} />
        {doubt.judges.length > 0 && <Judges judges={doubt.judges} />}
      </Split>
    </div>
  );
}
