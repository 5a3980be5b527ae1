import { useWords } from '#shells/words.tsx';
import type { BallotView } from '#slices/judging/index.ts';
import { useMarkSaid } from '#slices/judging/parts/criterion-field.tsx';
import { Sum, shareOf } from '#slices/judging/parts/scorecard.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Notice } from '#ui/messages/notice.tsx';

/** Every mark with its part of the ballot, and what was written beside it. */
function Marks({ view: { criteria, ballot } }: { view: BallotView }) {
  const words = useWords().judging.desk;
  const said = useMarkSaid();
  return (
    <dl className="kept">
      {criteria.map((criterion) => {
        const share = shareOf(criteria, criterion);
        const comment = ballot.comments[criterion.id];
        return (
          <div key={criterion.id}>
            <dt>
              <bdi>{criterion.name}</bdi> <small className="faint num nowrap">{share === null ? words.noShare : words.share(share)}</small>
            </dt>
            <dd className="num">{said(criterion, ballot.marks[criterion.id])}</dd>
            {comment && (
              <dd className="kept__said t-sm soft" dir="auto">
                {comment}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

/** One's own ballot as it stands, where it cannot be written: submitted, or judging has closed. */
export function KeptBallot({ view, next, refusal }: { view: BallotView; next: string | undefined; refusal: Refusal | undefined }) {
  const { judging, dates } = useWords();
  const words = judging.desk;
  const { criteria, ballot, queue } = view;
  return (
    <div className="stack">
      <h2 className="h3">{words.marks}</h2>
      {ballot.submittedAt ? (
        <Notice kind="ok">{words.submittedAt(dates.full(ballot.submittedAt))}</Notice>
      ) : (
        <Notice kind="warn">{words.closed(dates.full(queue.closesAt))}</Notice>
      )}
      <Marks view={view} />
      <Sum criteria={criteria} marks={ballot.marks} />
      <section className="stack-2" aria-labelledby="own-comment">
        <h3 className="h4" id="own-comment">
          {words.ownComment}
        </h3>
        {ballot.comment ? <Prose text={ballot.comment} /> : <p className="t-sm faint">{words.noComment}</p>}
        <p className="t-sm faint">{words.readBy}</p>
      </section>
      <div className="row">
        {next && (
          <ButtonLink kind="main" to={`/judge/${next}`}>
            {words.nextOpen}
          </ButtonLink>
        )}
        {ballot.state === 'done' && queue.open && (
          <Form act="reopen" refusal={refusal}>
            <Button>{words.reopen}</Button>
          </Form>
        )}
      </div>
    </div>
  );
}
