import { Fragment, useRef } from 'react';
import { toDecimal } from '#core/numeric/fraction.ts';
import { meanSoFar } from '#core/scoring/mean-so-far.ts';
import { useWords } from '#shells/words.tsx';
import type { BallotView } from '#slices/judging/index.ts';
import { marksIn, useWrittenMarks, type WrittenMarks } from '#slices/judging/parts/written-marks.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { countCharacters } from '#ui/forms/limit.ts';
import { Scale } from '#ui/forms/scale.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Autosaved } from '#ui/saving/autosaved.tsx';
import { VersionField } from '#ui/saving/version-field.tsx';

type Criterion = BallotView['criteria'][number];

/** More steps than this are written, not chosen. */
const mostSteps = 10;

/** The reader's own clock. */
const time = (at: number) => new Date(at).toTimeString().slice(0, 5);

const shareOf = (criteria: readonly Criterion[], weight: number) => weight / criteria.reduce((sum, criterion) => sum + criterion.weight, 0);

/** What marks mean, where the scorecard says it; the one that was chosen stands out. */
function Anchors({ anchors, written }: Pick<Criterion, 'anchors'> & { readonly written: number | undefined }) {
  if (anchors.length === 0) return null;
  return (
    <dl className="anchors">
      {anchors.map(({ mark, text }) => (
        <Fragment key={mark}>
          <dt className="num">{mark}</dt>
          <dd className={mark === written ? 'is-on' : undefined}>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function CriterionField({
  criterion,
  share,
  saved,
  written,
}: {
  criterion: Criterion;
  share: number;
  saved: number | undefined;
  written: number | undefined;
}) {
  const words = useWords().judging.desk;
  const { id, name, question, guidance, anchors, scaleMin, scaleMax } = criterion;
  const value = saved === undefined ? undefined : String(saved);
  const field = `marks.${id}`;
  return (
    <section className="crit" aria-label={name}>
      <div className="crit__head">
        <h3 className="h4">
          <bdi>{name}</bdi>
        </h3>
        <span className="t-sm faint num">
          {words.share(share)}
          {written !== undefined && (
            <>
              {' · '}
              <span className="soft strong">{words.given(written, scaleMax)}</span>
            </>
          )}
        </span>
      </div>
      {question && <p className="t-sm faint">{question}</p>}
      {guidance && <p className="t-sm soft">{guidance}</p>}
      <Anchors anchors={anchors} written={written} />
      {scaleMax - scaleMin < mostSteps ? (
        <Scale name={field} label={name} value={value} from={scaleMin} to={scaleMax} ends={words.ends} />
      ) : (
        <TextField name={field} label={words.range(scaleMin, scaleMax)} type="number" value={value} short />
      )}
    </section>
  );
}

function Sum({ criteria, marks }: { criteria: readonly Criterion[]; marks: WrittenMarks }) {
  const words = useWords().judging.desk;
  const soFar = meanSoFar(criteria, marks);
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const share = soFar ? Number(soFar.weights) / whole : 0;
  return (
    <p className="sum" role="status">
      <span>{soFar === null ? words.nothing : share === 1 ? words.total : words.soFar(share)}</span>
      <b>{soFar === null ? '–' : words.given(toDecimal(soFar.mean, 2), soFar.best)}</b>
    </p>
  );
}

/** Marks and comment of one's own open ballot. One form, two buttons; with scripts it is saved while one writes. */
export function Scorecard({ view, version, refusal }: { view: BallotView; version: number; refusal: Refusal | undefined }) {
  const words = useWords().judging.desk;
  const { criteria, ballot, entry } = view;
  const inside = useRef<HTMLDivElement>(null);
  const first = refusal ? marksIn(Object.entries(refusal.values)) : ballot.marks;
  const { marks, live } = useWrittenMarks(inside, first);
  const missing = criteria.filter(({ id }) => marks[id] === undefined).map(({ name }) => name);
  const names = { ...Object.fromEntries(criteria.map(({ id, name }) => [`marks.${id}`, name])), comment: words.comment };
  return (
    <Form act="ballot" refusal={refusal} label={words.scorecard} names={names}>
      <VersionField version={version} />
      <div className="row row--end">
        <h2 className="h3">{words.marks}</h2>
        <Autosaved
          form="ballot"
          to={`/judge/${entry.id}/draft`}
          say={(status) => {
            if (status.kind === 'saving') return words.saving;
            return status.kind === 'saved'
              ? words.savedAt(time(status.at))
              : words.notSaved(time(status.since), Math.round(status.againIn / 1000));
          }}
        />
      </div>
      <div className="crits" ref={inside}>
        {criteria.map((criterion, i) => (
          <Fragment key={criterion.id}>
            {criterion.group && criterion.group !== criteria[i - 1]?.group && <p className="over">{criterion.group}</p>}
            <CriterionField
              criterion={criterion}
              share={shareOf(criteria, criterion.weight)}
              saved={ballot.marks[criterion.id]}
              written={marks[criterion.id]}
            />
          </Fragment>
        ))}
      </div>
      <TextArea
        name="comment"
        label={words.comment}
        hint={words.commentHint}
        value={ballot.comment}
        rows={4}
        full
        limit={{ max: view.commentLimit, count: countCharacters, say: words.characters }}
      />
      <div className="stack-2">
        <Sum criteria={criteria} marks={marks} />
        <div className="row">
          <Button name="do" value="save">
            {words.save}
          </Button>
          <Button name="do" value="submit" kind="main" unavailable={live && missing.length > 0 ? 'why' : undefined} describedBy="why">
            {words.submit}
          </Button>
        </div>
        <p className="t-sm faint" id="why">
          {!live ? words.every : missing.length > 0 ? words.missing(missing) : words.change}
        </p>
      </div>
    </Form>
  );
}
