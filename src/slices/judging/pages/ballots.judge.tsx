import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { JudgePage } from '#shells/judge.tsx';
import { useWords } from '#shells/words.tsx';
import { ballotsOfJudge, type EditionQueue, type QueuedBallot } from '#slices/judging/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Progress } from '#ui/data/progress.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
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

function useColumns(criteria: number): Column<QueuedBallot>[] {
  const { mine, run } = useWords().judging;
  return [
    {
      id: 'entry',
      head: run.entry,
      names: true,
      cell: ({ entry, number, title }) => (
        <TitleCell to={`/judge/${entry}`} small={number}>
          {title}
        </TitleCell>
      ),
    },
    {
      id: 'marked',
      head: mine.progress,
      nowrap: true,
      cell: ({ marked, mean, state }) => (state === 'done' ? <span className="num">{mean}</span> : mine.marked(marked, criteria)),
    },
    { id: 'state', head: run.state, nowrap: true, cell: ({ state }) => <Tag kind={tags[state]}>{mine.states[state]}</Tag> },
  ];
}

function Queue({ queue }: { queue: EditionQueue }) {
  const { judging, dates } = useWords();
  const words = judging.mine;
  const columns = useColumns(queue.criteria);
  const all = listOf(queue);
  const done = all.filter(({ state }) => state === 'done').length;
  const due = queue.open ? words.due(dates.full(queue.closesAt), dates.away(queue.away)) : words.closed(dates.full(queue.closesAt));
  return (
    <>
      <Section title={`${queue.programme} ${queue.name}`} aside={due}>
        <div className="stack">
          <Progress label={words.progress} value={done} max={all.length} note={words.doneOf(done, all.length)} />
          {queue.interests.length > 0 && <p className="t-sm faint">{words.interests(queue.interests.join(', '))}</p>}
        </div>
      </Section>
      {queue.categories.map(({ category, name, ballots }) => (
        <Section key={category} title={name} level={3}>
          <Table caption={name} columns={columns} rows={ballots} keyOf={({ entry }) => entry} />
        </Section>
      ))}
    </>
  );
}

function useVerdict(queues: readonly EditionQueue[]): string {
  const { verdict } = useWords().judging.mine;
  if (queues.length === 0) return verdict.none;
  const open = queues.filter((queue) => queue.open);
  if (open.length === 0) return verdict.closed;
  const left = open.flatMap(listOf).filter(({ state }) => state !== 'done').length;
  return left === 0 ? verdict.done : verdict.open(left);
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
        over={words.title}
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
        queues.map((queue) => <Queue key={queue.edition} queue={queue} />)
      )}
    </JudgePage>
  );
}
