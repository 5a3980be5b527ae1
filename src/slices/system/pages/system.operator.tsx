import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { rerunFailedJob, startVerification, stopLongJob, systemForAdministrator } from '#slices/system/index.ts';
import { LiveJob } from '#slices/system/parts/live-job.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag } from '#ui/messages/tag.tsx';

export const loader = load((ctx) => systemForAdministrator(ctx));

export const action = act({
  verify: post(startVerification, { input: () => ({}), done: () => '/manage/system' }),
  stop: post(stopLongJob, { input: ({ values }) => ({ job: values.job ?? '' }), done: () => '/manage/system' }),
  rerun: post(rerunFailedJob, { input: ({ values }) => ({ job: values.job ?? '' }), done: () => '/manage/system' }),
});

type View = Awaited<ReturnType<typeof systemForAdministrator>>;
type Troubled = View['troubled'][number];

function useTroubledColumns(): Column<Troubled>[] {
  const words = useWords().system.troubled;
  return [
    { id: 'task', head: words.task, names: true, cell: (job) => words.tasks[job.task] ?? job.task },
    { id: 'error', head: words.error, wide: true, cell: (job) => job.lastError ?? words.died },
    { id: 'tries', head: words.tries, align: 'right', cell: (job) => words.triesOf(job.attempts, job.maxAttempts) },
    {
      id: 'state',
      head: words.state,
      cell: (job) => <Tag kind={job.gaveUp ? 'bad' : 'warn'}>{job.gaveUp ? words.gaveUp : words.waits}</Tag>,
    },
    {
      id: 'rerun',
      head: <span className="vh">{words.rerun}</span>,
      cell: (job) => (
        <Form act="rerun" id={`rerun-${job.id}`}>
          <input type="hidden" name="job" value={job.id} />
          <Button size="small">{words.rerun}</Button>
        </Form>
      ),
    },
  ];
}

const tags = { ok: 'ok', look: 'warn', bad: 'bad' } as const;

type Finding = View['health']['findings'][number];

function Health({ health }: Pick<View, 'health'>) {
  const words = useWords().health;
  const columns: Column<Finding>[] = [
    { id: 'check', head: words.check, names: true, cell: ({ check }) => words.sentences(check, health.facts).name },
    { id: 'state', head: words.state, cell: ({ state }) => <Tag kind={tags[state]}>{words.states[state]}</Tag> },
    {
      id: 'found',
      head: words.found,
      wide: true,
      cell: ({ check, state }) => {
        const { found, remedy } = words.sentences(check, health.facts);
        return (
          <>
            {found}
            {state !== 'ok' && <small className="soft block">{remedy}</small>}
          </>
        );
      },
    },
  ];
  return <Table caption={words.title} columns={columns} rows={health.findings} keyOf={({ check }) => check} tight />;
}

/** The worst there is, in a sentence. */
function useVerdict({ health, troubled }: Pick<View, 'health' | 'troubled'>): string {
  const { health: words, system } = useWords();
  const named = (wanted: Finding['state']) =>
    health.findings.filter(({ state }) => state === wanted).map(({ check }) => words.sentences(check, health.facts).name);
  if (named('bad').length > 0) return words.bad(named('bad'));
  if (troubled.length > 0) return system.trouble(troubled.length);
  return named('look').length > 0 ? words.look(named('look')) : system.well;
}

function TroubledJobs({ jobs }: { jobs: readonly Troubled[] }) {
  const words = useWords().system.troubled;
  const columns = useTroubledColumns();
  if (jobs.length === 0) return <Empty title={words.none}>{words.noneDetail}</Empty>;
  return <Table caption={words.title} columns={columns} rows={jobs} keyOf={(job) => job.id} tight />;
}

export default function System() {
  const { troubled, recent, record, health, version } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { system: words, health: healthWords } = useWords();
  const verdict = useVerdict({ health, troubled });
  const [latest] = recent;
  return (
    <OrganiserPage title={[words.title]} items={words.nav.map((item) => ({ ...item, current: item.to === '/manage/system' }))}>
      <PageHead title={verdict} verdict over={words.title} />
      <Section title={healthWords.title} first aside={healthWords.version(version)}>
        <Health health={health} />
      </Section>
      <Section title={words.record.title} aside={words.record.aside}>
        <div className="stack">
          <p className="soft measure">{words.record.lead}</p>
          <Facts
            of={[
              { name: words.record.events, value: record.events },
              { name: words.record.unsealed, value: record.unsealed },
              { name: words.record.head, value: <code>{record.head ?? words.record.none}</code> },
            ]}
          />
          {latest && <LiveJob key={latest.id} id={latest.id} job={latest} />}
          <Form act="verify" refusal={refusalOf(refused, 'verify')}>
            <Button>{words.record.verify}</Button>
          </Form>
        </div>
      </Section>
      <Section title={words.troubled.title}>
        <TroubledJobs jobs={troubled} />
      </Section>
    </OrganiserPage>
  );
}
