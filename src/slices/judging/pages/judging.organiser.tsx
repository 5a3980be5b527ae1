import { useActionData, useLoaderData } from 'react-router';
import { judgingOpen } from '#core/season/phases.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { assignJudges, type Progress, previewAssignment, progressForManager, releaseSeat, remindJudges } from '#slices/judging/index.ts';
import { AssignmentPart } from '#slices/judging/parts/assignment.tsx';
import { ByCategory, ByJudge, Interests, Missing } from '#slices/judging/parts/progress.tsx';
import { EndQuestion, ReleaseQuestion, RemindQuestion } from '#slices/judging/parts/questions.tsx';
import { editionForManager, endJudging, timesOf, untilEnded } from '#slices/programmes/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Progress as Bar } from '#ui/data/progress.tsx';
import { PageHead } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

const find = ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) =>
  editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
const here = ({ params }: Pick<PageArgs, 'params'>) => `/manage/${params.programme}/${params.edition}/judging`;

export const loader = load(async (ctx, args) => {
  const { edition, mayChange } = await find(args);
  const { slug, name, programmeName, programmeSlug } = edition;
  const progress = await progressForManager(ctx, edition.id);
  const plan = progress.closed || progress.decided ? undefined : await previewAssignment(ctx, edition.id);
  const query = args.url.searchParams;
  const releasing = progress.missing.find(({ entry, judge }) => entry === query.get('release') && judge === query.get('judge'));
  return {
    edition: { slug, name, programmeName, programmeSlug },
    mayChange,
    progress,
    plan,
    releasing: mayChange && !progress.decided ? releasing : undefined,
    mayEnd: mayChange && !progress.decided && judgingOpen(timesOf(edition), ctx.now.getTime()),
    ending: query.has('end'),
    mayRemind: mayChange && !progress.closed && !progress.decided && progress.remind.now > 0,
    reminding: query.has('remind'),
    assigned: Number(query.get('assigned') ?? 0),
    said: (['released', 'ended', 'reminded'] as const).find((one) => query.has(one)),
  };
});

export const action = act({
  assign: post(assignJudges, {
    input: async (args) => ({
      edition: (await find(args)).edition.id,
      plan: args.values.plan ?? '',
      early: args.values.early === 'on',
    }),
    done: ({ added }, args) => `${here(args)}?assigned=${added}`,
  }),
  end: post((ctx, input: { edition: string }) => untilEnded(endJudging(ctx, input)), {
    input: async (args) => ({ edition: (await find(args)).edition.id }),
    done: (_result, args) => `${here(args)}?ended`,
  }),
  remind: post(remindJudges, {
    input: async (args) => ({ edition: (await find(args)).edition.id, count: args.values.count ?? '0' }),
    done: (_result, args) => `${here(args)}?reminded`,
  }),
  release: post(releaseSeat, {
    input: ({ values }) => ({ entry: values.entry ?? '', judge: values.judge ?? '', reason: values.reason ?? '' }),
    done: (_result, args) => `${here(args)}?released`,
  }),
});

function useVerdict(progress: Progress): string {
  const { verdict } = useWords().judging.run;
  const { total, entries, closed } = progress;
  if (entries === 0) return verdict.noEntries;
  if (total.seats === 0) return verdict.unassigned(entries);
  if (total.done === total.seats) return verdict.allIn(total.seats);
  return closed ? verdict.owed(total.seats - total.done) : verdict.running(total.done, total.seats);
}

export default function JudgingPage() {
  const { edition, mayChange, progress, plan, releasing, mayEnd, ending, mayRemind, reminding, assigned, said } =
    useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { judging, dates } = useWords();
  const words = judging.run;
  const verdict = useVerdict(progress);
  const base = `/manage/${edition.programmeSlug}/${edition.slug}`;
  const at = dates.full(progress.closesAt);
  const waiting = progress.total.seats === 0 || (plan !== undefined && plan.added + plan.dropped > 0);
  const assignment = plan && (
    <AssignmentPart
      plan={plan}
      people={`/manage/${edition.programmeSlug}/people`}
      mayChange={mayChange}
      refusal={refusalOf(refused, 'assign')}
    />
  );
  const page = { edition, part: 'judging', title: [words.title] } as const;
  // A question stands alone: whoever answers it has nothing else to do here.
  if (releasing || (reminding && mayRemind) || (ending && mayEnd)) {
    return (
      <EditionPage {...page}>
        {releasing ? (
          <ReleaseQuestion seat={releasing} back={`${base}/judging`} refusal={refusalOf(refused, 'release')} />
        ) : reminding && mayRemind ? (
          <RemindQuestion progress={progress} back={`${base}/judging`} refusal={refusalOf(refused, 'remind')} />
        ) : (
          <EndQuestion total={progress.total} back={`${base}/judging`} refusal={refusalOf(refused, 'end')} />
        )}
      </EditionPage>
    );
  }
  return (
    <EditionPage {...page}>
      <PageHead
        title={verdict}
        verdict
        over={words.title}
        text={progress.closed ? words.closed(at) : words.due(at, dates.away(progress.away))}
        acts={
          progress.closed ? (
            <ButtonLink to={`${base}/results`}>{progress.decided ? words.toDecided : words.toResults}</ButtonLink>
          ) : (
            <>
              {mayRemind && <ButtonLink to={`${base}/judging?remind`}>{words.remind(progress.remind.now)}</ButtonLink>}
              {mayEnd && <ButtonLink to={`${base}/judging?end`}>{words.end}</ButtonLink>}
            </>
          )
        }
      />
      {assigned > 0 && !refused && (
        <Notice kind="ok" live>
          {words.assigned(assigned)}
        </Notice>
      )}
      {said && !refused && (
        <Notice kind="ok" live>
          {words[said]}
        </Notice>
      )}
      {progress.total.seats > 0 && (
        <Bar
          label={words.done}
          value={progress.total.done}
          max={progress.total.seats}
          note={words.doneOf(progress.total.done, progress.total.seats)}
        />
      )}
      {progress.total.seats > 0 && (
        <>
          <ByJudge progress={progress} />
          <Missing progress={progress} mayChange={mayChange} here={`${base}/judging`} />
        </>
      )}
      {waiting && assignment}
      {progress.total.seats > 0 && (
        <>
          <ByCategory progress={progress} />
          <Interests progress={progress} />
        </>
      )}
      {!waiting && assignment}
    </EditionPage>
  );
}
