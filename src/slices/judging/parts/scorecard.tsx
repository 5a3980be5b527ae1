import { Fragment, useRef } from 'react';
import { toDecimal } from '#core/numeric/fraction.ts';
import { meanSoFar, weighedOn } from '#core/scoring/mean-so-far.ts';
import { useWords } from '#shells/words.tsx';
import type { BallotView } from '#slices/judging/index.ts';
import { type Criterion, CriterionField, placeOf } from '#slices/judging/parts/criterion-field.tsx';
import { useWritten, type Written, writtenIn } from '#slices/judging/parts/written-marks.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { countCharacters } from '#ui/forms/limit.ts';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Autosaved } from '#ui/saving/autosaved.tsx';
import { VersionField } from '#ui/saving/version-field.tsx';

/** The reader's own clock. */
const time = (at: number) => new Date(at).toTimeString().slice(0, 5);

/** What part of a ballot a criterion is; null for a yes-or-no question, which is none. */
export function shareOf(criteria: readonly Criterion[], { gate, weight }: Criterion): number | null {
  return gate === null ? weight / weighedOn(criteria).reduce((sum, criterion) => sum + criterion.weight, 0) : null;
}

/** What the marks come to, and that they are weighed. */
export function Sum({ criteria, marks }: { criteria: readonly Criterion[]; marks: Written['marks'] }) {
  const words = useWords().judging.desk;
  const soFar = meanSoFar(criteria, marks);
  const left = weighedOn(criteria).filter(({ id }) => marks[id] === undefined);
  const whole = weighedOn(criteria).reduce((sum, { weight }) => sum + weight, 0);
  const share = soFar ? Number(soFar.weights) / whole : 0;
  return (
    <p className="sum" role="status">
      <span>{soFar === null ? words.nothing : left.length === 0 ? words.total : words.soFar(share)}</span>
      <b className="nowrap">{soFar === null ? '–' : words.given(toDecimal(soFar.mean, 2), soFar.best)}</b>
      {soFar !== null && <small>{words.weighted}</small>}
    </p>
  );
}

const named = ({ name }: Criterion) => name;

/** What is still to be marked, and what still needs words. */
function missingIn(criteria: readonly Criterion[], { marks, comments }: Written) {
  return {
    marks: criteria.filter(({ id }) => marks[id] === undefined),
    comments: criteria.filter(({ id, comment }) => comment === 'required' && comments[id] === undefined),
  };
}

function Ways({ to, text }: { to: readonly Criterion[]; text: string }) {
  return (
    <p className="missing">
      {text}{' '}
      {to.map(({ id, name }, i) => (
        <Fragment key={id}>
          {i > 0 && ', '}
          <Link to={`#${placeOf(id)}`}>
            <bdi>{name}</bdi>
          </Link>
        </Fragment>
      ))}
    </p>
  );
}

/** What is still to do, at the head of the marks: each thing the way to where it is done. */
function ToDo({ missing: { marks, comments } }: { missing: ReturnType<typeof missingIn> }) {
  const words = useWords().judging.desk;
  if (marks.length + comments.length === 0) return <p className="missing">{words.allMarked}</p>;
  return (
    <div>
      {marks.length > 0 && <Ways to={marks} text={words.toMark(marks.length)} />}
      {comments.length > 0 && <Ways to={comments} text={words.toSay} />}
    </div>
  );
}

/** Marks and comment of one's own open ballot. One form, two buttons; with scripts it is saved while one writes. */
export function Scorecard({ view, version, refusal }: { view: BallotView; version: number; refusal: Refusal | undefined }) {
  const words = useWords().judging.desk;
  const { criteria, ballot, entry } = view;
  const inside = useRef<HTMLDivElement>(null);
  const first = refusal ? writtenIn(Object.entries(refusal.values)) : ballot;
  const { live, ...written } = useWritten(inside, first);
  const missing = missingIn(criteria, written);
  const incomplete = missing.marks.length + missing.comments.length > 0;
  const fields = criteria.flatMap(({ id, name }) => [[`marks.${id}`, name] as const, [`comments.${id}`, words.besideOf(name)] as const]);
  const names = { ...Object.fromEntries(fields), comment: words.comment };
  return (
    <Form act="ballot" refusal={refusal} label={words.scorecard} names={names}>
      <VersionField version={version} />
      <div className="row row--end">
        <h2 className="h3">{words.marks}</h2>
        <Autosaved
          form="ballot"
          to={`/judge/${entry.id}/draft`}
          say={(status) => {
            if (status.kind === 'touched') return words.notYet;
            if (status.kind === 'saving') return words.saving;
            return status.kind === 'saved'
              ? words.savedAt(time(status.at))
              : words.notSaved(time(status.since), Math.round(status.againIn / 1000));
          }}
        />
      </div>
      <ToDo missing={missing} />
      <div className="crits" ref={inside}>
        {criteria.map((criterion, i) => (
          <Fragment key={criterion.id}>
            {criterion.group && criterion.group !== criteria[i - 1]?.group && <p className="crits__group">{criterion.group}</p>}
            <CriterionField
              criterion={criterion}
              share={shareOf(criteria, criterion)}
              saved={ballot.marks[criterion.id]}
              said={ballot.comments[criterion.id]}
              written={written.marks[criterion.id]}
              commentLimit={view.oneCommentLimit}
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
      <Sum criteria={criteria} marks={written.marks} />
      <p className="t-sm soft" id="why">
        {!live ? words.every : incomplete ? words.missing(missing.marks.map(named), missing.comments.map(named)) : words.change}
      </p>
      <div className="row desk__foot">
        <span className="t-sm soft num">{words.jump(criteria.length - missing.marks.length, criteria.length)}</span>
        <Button name="do" value="save">
          {words.save}
        </Button>
        <Button name="do" value="submit" kind="main" unavailable={live && incomplete ? 'why' : undefined} describedBy="why">
          {words.submit}
        </Button>
      </div>
    </Form>
  );
}
