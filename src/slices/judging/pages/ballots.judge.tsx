import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { JudgePage } from '#shells/judge.tsx';
import { useWords } from '#shells/words.tsx';
import { ballotsOfJudge, type EditionQueue, type QueuedBallot } from '#slices/judging/index.ts';
import { Interests } from '#slices/judging/parts/desk-queue.tsx';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Progress } from '#ui/data/progress.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { PageHead, Section } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tag } from '#ui/messages/tag.tsx';

export const loader = load(async (ctx, { url }) => ({
  queues: await ballotsOfJudge(ctx),
  submitted: url.searchParams.get('submitted'),
  declared: url.searchParams.get('declared'),
}));

const listOf = ({ categories }: EditionQueue) => categories.flatMap(({ ballots }) => ballots);
const tags = { open: 'plain', begun: 'busy', done: 'ok' } as const;

function Line({ ballot, criteria }: { ballot: QueuedBallot; criteria: number }) {
  const words = useWords().judging.mine;
  const { entry, number, title, state, marked, mean, best } = ballot;
  return (
    <tr>
      <th scope="row">
        <TitleCell to={`/judge/${entry}`} small={number}>
          {title}
        </TitleCell>
      </th>
      <td className="num nowrap">{state === 'done' && mean ? words.meanOf(mean, best) : words.marked(marked, criteria)}</td>
      <td className="nowrap">
        <Tag kind={tags[state]}>{words.states[state]}</Tag>
      </td>
    </tr>
  );
}

/** All ballots of an edition in one table, a group of rows for each category. */
function BallotTable({ queue }: { queue: EditionQueue }) {
  const { mine: words, run } = useWords().judging;
  return (
    <table className="table ballots">
      <caption className="vh">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{run.entry}</th>
          <th scope="col">{words.mean}</th>
          <th scope="col">{run.state}</th>
        </tr>
      </thead>
      {queue.categories.map(({ category, name, criteria, ballots }) => (
        <tbody key={category}>
          <tr>
            <th scope="rowgroup" colSpan={3} className="ballots__cat">
              {name}
            </th>
          </tr>
          {ballots.map((ballot) => (
            <Line key={ballot.entry} ballot={ballot} criteria={criteria} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** An edition under way stands open; one that is judged is kept in a fold. */
function Queue({ queue, first }: { queue: EditionQueue; first: boolean }) {
  const { judging, dates } = useWords();
  const words = judging.mine;
  const all = listOf(queue);
  const done = all.filter(({ state }) => state === 'done').length;
  const name = `${queue.programme} ${queue.name}`;
  const at = dates.full(queue.closesAt);
  if (!queue.open) {
    return (
      <Fold summary={words.earlier(name)}>
        <div className="stack">
          <p className="t-sm faint">{words.closed(at)}</p>
          <BallotTable queue={queue} />
        </div>
      </Fold>
    );
  }
  return (
    <Section title={name} aside={words.due(at, dates.away(queue.away))} first={first}>
      <div className="stack">
        <Progress label={words.progress} value={done} max={all.length} note={words.doneOf(done, all.length)} />
        <BallotTable queue={queue} />
        {queue.interests.length > 0 && <Interests in={queue.interests} />}
      </div>
    </Section>
  );
}

function useVerdict(queues: readonly EditionQueue[]): string {
  const { judging, dates } = useWords();
  const { verdict } = judging.mine;
  if (queues.length === 0) return verdict.none;
  const open = queues.filter((queue) => queue.open);
  if (open.length === 0) return verdict.closed;
  const waiting = open.map((queue) => ({ ...queue, left: listOf(queue).filter(({ state }) => state !== 'done').length }));
  const due = waiting.filter(({ left }) => left > 0);
  const left = due.reduce((sum, queue) => sum + queue.left, 0);
  return left === 0 ? verdict.done : verdict.open(left, dates.away(Math.min(...due.map(({ away }) => away))));
}

export default function Ballots() {
  const { queues, submitted, declared } = useLoaderData<typeof loader>();
  const { judging } = useWords();
  const words = judging.mine;
  const verdict = useVerdict(queues);
  const next = queues
    .filter(({ open }) => open)
    .flatMap(listOf)
    .find(({ state }) => state !== 'done');
  return (
    <JudgePage title={[words.title]} items={[{ to: '/judge', text: judging.nav.ballots, current: true }]}>
      <PageHead
        title={verdict}
        verdict
        acts={
          next && (
            <ButtonLink kind="main" to={`/judge/${next.entry}`}>
              {words.next(next.title)}
            </ButtonLink>
          )
        }
      />
      {submitted && (
        <Notice kind="ok" live>
          {words.submitted(submitted)} {words.change}
        </Notice>
      )}
      {declared && (
        <Notice kind="ok" live>
          {words.declared(declared)}
        </Notice>
      )}
      {queues.length === 0 ? (
        <Empty title={words.none}>{words.noneDetail}</Empty>
      ) : (
        queues.map((queue, i) => <Queue key={queue.edition} queue={queue} first={i === 0} />)
      )}
    </JudgePage>
  );
}
