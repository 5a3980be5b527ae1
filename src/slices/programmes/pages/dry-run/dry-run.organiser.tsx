import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { isOpen } from '#shells/moving-job.tsx';
import { useWords } from '#shells/words.tsx';
import { dryRunPage, editionForManager, startDryRun, stopDryRun } from '#slices/programmes/index.ts';
import { Asking } from '#slices/programmes/parts/dry-run/asking.tsx';
import { Outcome } from '#slices/programmes/parts/dry-run/outcome.tsx';
import { Underway } from '#slices/programmes/parts/dry-run/underway.tsx';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const loader = load((ctx, { params, url }) =>
  dryRunPage(ctx, params.programme ?? '', params.edition ?? '', url.searchParams.get('run')),
);

const here = ({ params }: PageArgs) => `/manage/${params.programme}/${params.edition}/dry-run`;

export const action = act({
  start: post(startDryRun, {
    input: async (args) => {
      const { edition } = await editionForManager(args.visitor.ctx, args.params.programme ?? '', args.params.edition ?? '');
      const { entries, judges, typical, spread, severity, noise, missing, minutes, commentMinutes, seasons, seed = '' } = args.values;
      return { edition: edition.id, entries, judges, typical, spread, severity, noise, missing, minutes, commentMinutes, seasons, seed };
    },
    done: ({ run }, args) => `${here(args)}?run=${run}`,
  }),
  stop: post(stopDryRun, { input: ({ values }) => ({ run: values.job ?? '' }), done: ({ run }, args) => `${here(args)}?run=${run}` }),
});

type View = ReturnType<typeof useLoaderData<typeof loader>>;

function useTitle({ run }: View): string {
  const words = useWords().dryRun;
  if (!run) return words.title;
  if (!run.result) return run.job.state === 'failed' ? words.failed : run.job.state === 'stopped' ? words.stopped : words.going;
  const sum = (of: 'called' | 'close' | 'joint') => run.result?.categories.reduce((all, each) => all + each[of], 0) ?? 0;
  const said = sum('called') + sum('close') + sum('joint');
  return said === 0 ? words.uncalled : words.verdict(sum('close'), said);
}

export default function DryRun() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { dates, dryRun: words } = useWords();
  const { edition, run, earlier, mayAsk } = view;
  const title = useTitle(view);
  const home = `/manage/${edition.programmeSlug}/${edition.slug}`;
  const address = `${home}/dry-run`;
  return (
    <EditionPage edition={edition} part="edition" title={[words.title]}>
      <PageHead
        title={title}
        verdict={run !== undefined}
        over={run ? `${words.title} · ${edition.programmeName} ${edition.name}` : `${edition.programmeName} ${edition.name}`}
        text={run?.result ? words.about(run.result.categories.length, run.result.seasons) : words.lead}
      />
      <Stack space="wide">
        {run?.changedSince && <Notice lead={words.changed}>{words.changedWhy}</Notice>}
        {run?.job.state === 'failed' && (
          <Notice kind="bad" lead={words.failed}>
            {words.failedWhy}
          </Notice>
        )}
        {run && !run.result && <Underway key={run.id} run={run} address={address} mayStop={mayAsk} />}
        {run?.result && <Outcome result={run.result} run={run} names={view.names} here={home} />}
        {mayAsk && !(run && isOpen(run.job)) && <Asking view={view} refusal={refusalOf(refused, 'start')} />}
        {earlier.length > 0 && (
          <Section title={words.earlier.title}>
            <ul className="stack-2">
              {earlier.map(({ id, seed, askedAt }) => (
                <li key={id}>
                  <Link to={`${address}?run=${id}`}>{words.earlier.line(seed)}</Link>{' '}
                  <span className="faint t-sm">
                    <time dateTime={dates.machine(askedAt)}>{dates.full(askedAt)}</time>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
    </EditionPage>
  );
}
