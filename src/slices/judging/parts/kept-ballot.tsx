import { toDecimal } from '#core/numeric/fraction.ts';
import { meanSoFar } from '#core/scoring/mean-so-far.ts';
import { useWords } from '#shells/words.tsx';
import type { BallotView } from '#slices/judging/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Notice } from '#ui/messages/notice.tsx';

/** One's own ballot as it stands, where it cannot be written: submitted, or judging has closed. */
export function KeptBallot({ view, next, refusal }: { view: BallotView; next: string | undefined; refusal: Refusal | undefined }) {
  const { judging, dates } = useWords();
  const words = judging.desk;
  const { criteria, ballot, queue } = view;
  const soFar = meanSoFar(criteria, ballot.marks);
  return (
    <div className="stack">
      <h2 className="h3">{words.marks}</h2>
      {ballot.submittedAt ? (
        <Notice kind="ok">{words.submittedAt(dates.full(ballot.submittedAt))}</Notice>
      ) : (
        <Notice kind="warn">{words.closed(dates.full(queue.closesAt))}</Notice>
      )}
      <dl className="kept">
        {criteria.map(({ id, name, scaleMax }) => {
          const mark = ballot.marks[id];
          return (
            <div key={id}>
              <dt>{name}</dt>
              <dd className="num">{mark === undefined ? '–' : words.given(mark, scaleMax)}</dd>
            </div>
          );
        })}
      </dl>
      <p className="sum">
        <span>{soFar ? words.total : words.nothing}</span>
        <b>{soFar ? words.given(toDecimal(soFar.mean, 2), soFar.best) : '–'}</b>
      </p>
      {ballot.comment ? <Prose text={ballot.comment} /> : <p className="t-sm faint">{words.noComment}</p>}
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
