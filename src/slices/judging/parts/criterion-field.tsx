import { Fragment } from 'react';
import { Said } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import { doesNotApply } from '#slices/judging/ballot-form.ts';
import type { BallotView } from '#slices/judging/index.ts';
import { Check } from '#ui/forms/choice.tsx';
import { countCharacters } from '#ui/forms/limit.ts';
import { mostPlaces, Scale, YesOrNo } from '#ui/forms/scale.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';

export type Criterion = BallotView['criteria'][number];

/** Null: it does not apply. */
type Mark = number | null | undefined;

/** Where a criterion stands in the page, for links to it. */
export const placeOf = (id: string): string => `criterion-${id}`;

const placesOf = ({ scaleMin, scaleMax, steps }: Criterion) => (scaleMax - scaleMin) * steps + 1;

/** What a mark says, in words where it is no figure. */
export function useMarkSaid(): (criterion: Criterion, mark: Mark) => string {
  const words = useWords().judging.desk;
  return ({ gate, scaleMax }, mark) => {
    if (mark === undefined) return words.unmarked;
    if (mark === null) return words.notApplicable;
    return gate === null ? words.given(mark, scaleMax) : words.yesOrNo[mark === 1 ? 0 : 1];
  };
}

/** What marks mean, where the scorecard says it; the one that was chosen stands out. */
function Anchors({ anchors, written }: Pick<Criterion, 'anchors'> & { readonly written: Mark }) {
  if (anchors.length === 0) return null;
  return (
    <dl className="anchors">
      {anchors.map(({ mark, text }) => (
        <Fragment key={mark}>
          <dt className="num">{mark}</dt>
          <dd className={mark === written ? 'is-on' : undefined}>
            <Said>{text}</Said>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Where the mark is given: two answers, places on a line, or a field where there are too many places. */
function MarkField({ criterion, saved }: { criterion: Criterion; saved: Mark }) {
  const words = useWords().judging.desk;
  const { id, name, scaleMin: from, scaleMax: to, steps, gate, notApplicable } = criterion;
  const field = `marks.${id}`;
  const value = saved === undefined ? undefined : saved === null ? doesNotApply : String(saved);
  const beside = notApplicable === 'not-allowed' ? undefined : { value: doesNotApply, text: words.notApplicable };
  if (gate !== null) return <YesOrNo name={field} label={name} value={value} answers={words.yesOrNo} />;
  if (placesOf(criterion) <= mostPlaces)
    return <Scale name={field} label={name} value={value} from={from} to={to} steps={steps} ends={words.ends} beside={beside} />;
  return (
    <>
      <TextField
        name={field}
        label={words.range(from, to, steps)}
        inputMode={steps === 1 ? 'numeric' : 'decimal'}
        value={saved === null ? undefined : value}
        short
      />
      {beside && <Check name={`none.${id}`} value={doesNotApply} label={words.notApplicable} checked={saved === null} />}
    </>
  );
}

/** One criterion of a ballot that is being written: what is asked, the mark, and words beside it where the scorecard asks for them. */
export function CriterionField({
  criterion,
  share,
  saved,
  said,
  written,
  commentLimit,
}: {
  criterion: Criterion;
  /** Its part of the ballot; null where it has none. */
  share: number | null;
  saved: Mark;
  said: string | undefined;
  written: Mark;
  commentLimit: number;
}) {
  const words = useWords().judging.desk;
  const mark = useMarkSaid();
  const { id, name, question, guidance, anchors, comment, gate, notApplicable } = criterion;
  return (
    <section className="crit" aria-label={name} id={placeOf(id)}>
      <div className="crit__head">
        <h3 className="h4">
          <bdi>
            <Said>{name}</Said>
          </bdi>
        </h3>
        <span className="t-sm soft num nowrap">
          {share === null ? words.noShare : words.share(share)}
          {written !== undefined && (
            <>
              {' · '}
              <span className="crit__mark">{mark(criterion, written)}</span>
            </>
          )}
        </span>
      </div>
      {question && (
        <p className="crit__asks">
          <Said>{question}</Said>
        </p>
      )}
      {guidance && (
        <p className="hint">
          <Said>{guidance}</Said>
        </p>
      )}
      <Anchors anchors={anchors} written={written} />
      <MarkField criterion={criterion} saved={saved} />
      {gate !== null && <p className="hint">{words.gates[gate]}</p>}
      {notApplicable !== 'not-allowed' && <p className="hint">{words.applies[notApplicable]}</p>}
      {comment !== 'none' && (
        <TextArea
          name={`comments.${id}`}
          label={words.beside}
          hint={words.asked[comment]}
          value={said}
          rows={2}
          full
          limit={{ max: commentLimit, count: countCharacters, say: words.characters }}
        />
      )}
    </section>
  );
}
