import { Fragment } from 'react';
import { useWords } from '#shells/words.tsx';
import type { EditionQueue, QueuedBallot } from '#slices/judging/index.ts';
import { useHref } from '#ui/base/frame.tsx';
import { Icon } from '#ui/icons/icon.tsx';

const icons = { done: 'check', begun: 'half', open: 'circle' } as const;

function Line({ ballot, criteria, current }: { ballot: QueuedBallot; criteria: number; current: boolean }) {
  const words = useWords().judging.mine;
  const href = useHref(`/judge/${ballot.entry}`);
  const note = ballot.state === 'done' ? ballot.mean : ballot.state === 'begun' ? words.marked(ballot.marked, criteria) : undefined;
  return (
    <li className={ballot.state === 'done' ? 'is-done' : undefined}>
      <a href={href} aria-current={current ? 'page' : undefined}>
        <Icon is={icons[ballot.state]} name={words.states[ballot.state]} />
        <span dir="auto">{ballot.title}</span>
        <small className="num">
          <span className="nowrap">{ballot.number}</span>
          {note && ` · ${note}`}
        </small>
      </a>
    </li>
  );
}

/** What was given back for an interest; no number of an entry is broken. */
export function Interests({ in: numbers }: { in: readonly string[] }) {
  const [before, after] = useWords().judging.mine.interests;
  return (
    <p className="t-sm soft">
      {before}{' '}
      {numbers.map((number, i) => (
        <Fragment key={number}>
          {i > 0 && ', '}
          <span className="nowrap">{number}</span>
        </Fragment>
      ))}{' '}
      {after}
    </p>
  );
}

/** The ballots of one edition beside the desk, by category. */
export function DeskQueue({ queue, current }: { queue: EditionQueue; current: string }) {
  const { judging, dates } = useWords();
  const words = judging.mine;
  const all = queue.categories.flatMap(({ ballots }) => ballots);
  const done = all.filter(({ state }) => state === 'done').length;
  return (
    <aside className="desk__queue" aria-label={judging.desk.queue}>
      <details className="queue">
        <summary>
          {judging.desk.queue} <span className="faint num">{words.doneOf(done, all.length)}</span>
          <Icon is="chevron" />
          <span className="queue__due t-sm faint">
            {queue.open ? words.due(dates.full(queue.closesAt), dates.away(queue.away)) : words.closed(dates.full(queue.closesAt))}
          </span>
        </summary>
        <progress value={done} max={all.length} aria-label={words.progress} />
        {queue.categories.map(({ category, name, criteria, ballots }) => (
          <div key={category}>
            <h2 className="queue__cat">
              <bdi>{name}</bdi>
            </h2>
            <ol>
              {ballots.map((ballot) => (
                <Line key={ballot.entry} ballot={ballot} criteria={criteria} current={ballot.entry === current} />
              ))}
            </ol>
          </div>
        ))}
        {queue.interests.length > 0 && <Interests in={queue.interests} />}
      </details>
    </aside>
  );
}
