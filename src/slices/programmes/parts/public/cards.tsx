import { Said } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import type { ToldCard, ToldCriterion } from '#slices/programmes/public/cards.ts';
import { Fold } from '#ui/data/fold.tsx';
import { Bar } from '#ui/plots/bars.ts';

type Line = { readonly key: string; readonly name: string; readonly question: string; readonly share: number };

/** Criteria with what each counts for, as a bar and as a figure. */
export function Weights({ lines }: { lines: readonly Line[] }) {
  const words = useWords().call.judging;
  return (
    <dl className="weights">
      {lines.map(({ key, name, question, share }) => (
        <div className="weight" key={key}>
          <dt className="h4">
            <Said>{name}</Said>
          </dt>
          <dd>
            <Bar share={share} />
          </dd>
          <dd className="num weight__n">{words.share(share)}</dd>
          {question && (
            <dd className="soft weight__d">
              <Said>{question}</Said>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Unweighed({ criteria }: { criteria: readonly ToldCriterion[] }) {
  const words = useWords().category.judging;
  if (criteria.length === 0) return null;
  return (
    <dl className="weights">
      {criteria.map(({ key, kind, name, question }) => (
        <div className="weight" key={key}>
          <dt className="h4">
            <Said>{name}</Said>
          </dt>
          <dd className="soft">{kind === 'gate' ? words.gate : words.count}</dd>
          {question && (
            <dd className="soft weight__d">
              <Said>{question}</Said>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** What marks mean, where a criterion says it. */
export function Anchors({ criterion }: { criterion: ToldCriterion }) {
  return (
    <dl className="anchors">
      {criterion.anchors.map(({ mark, text }) => (
        <div key={mark}>
          <dt className="num">{mark}</dt>
          <dd>
            <Said>{text}</Said>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One scorecard: its criteria by group, each with its share of the score; with what marks mean, where that is wanted. */
export function Card({ card, anchors = false }: { card: ToldCard; anchors?: boolean }) {
  const words = useWords().category.judging;
  return (
    <div className="stack-6">
      {card.points !== undefined && <p className="soft">{words.points(card.points)}</p>}
      {card.groups.map(({ key, name, criteria }) => (
        <div key={key}>
          {name && (
            <p className="over">
              <Said>{name}</Said>
            </p>
          )}
          <Weights lines={criteria.flatMap(({ share, ...rest }) => (share === undefined ? [] : [{ ...rest, share }]))} />
          <Unweighed criteria={criteria.filter(({ share }) => share === undefined)} />
          {anchors &&
            criteria
              .filter((criterion) => criterion.anchors.length > 0)
              .map((criterion) => (
                <Fold key={criterion.key} summary={<Said>{criterion.name}</Said>} note={words.what}>
                  <Anchors criterion={criterion} />
                </Fold>
              ))}
        </div>
      ))}
    </div>
  );
}

/** As many scorecards as can be read one after the other; the rest are told where they are. */
const mostShown = 3;

export function Cards({ cards }: { cards: readonly ToldCard[] }) {
  const words = useWords().category.judging;
  return (
    <div className="stack-6">
      {cards.slice(0, mostShown).map((card) => (
        <div key={card.key}>
          {cards.length > 1 && card.name && (
            <h4 className="h4">
              <Said>{card.name}</Said>
            </h4>
          )}
          <Card card={card} />
        </div>
      ))}
      {cards.length > mostShown && <p className="soft">{words.others(cards.length - mostShown)}</p>}
    </div>
  );
}
