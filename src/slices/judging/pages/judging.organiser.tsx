import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { assignJudges, type Progress, previewAssignment, progressForManager, releaseSeat } from '#slices/judging/index.ts';
import { AssignmentPart } from '#slices/judging/parts/assignment.tsx';
import { ByCategory, ByJudge, Interests, Missing } from '#slices/judging/parts/progress.tsx';
import { editionForManager } from '#slices/programmes/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Progress as Bar } from '#ui/data/progress.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Split } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
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
    assigned: Number(query.get('assigned') ?? 0),
    released: query.has('released'),
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

function Release({ seat, back, refusal }: { seat: Progress['missing'][number]; back: string; refusal: Refusal | undefined }) {
  const words = useWords().judging.run;
  return (
    <Form act="release" refusal={refusal}>
      <input type="hidden" name="entry" value={seat.entry} />
      <input type="hidden" name="judge" value={seat.judge} />
      <Dialog
        title={words.releaseTitle(seat.name, seat.number)}
        acts={
          <>
            <Button kind="danger">{words.releaseGo}</Button>
            <ButtonLink kind="quiet" to={back}>
              {words.cancel}
            </ButtonLink>
          </>
        }
      >
        <div className="stack">
          <p>{words.releaseWill(seat.title)}</p>
          <TextField name="reason" label={words.releaseReason} full />
        </div>
      </Dialog>
    </Form>
  );
}

export default function JudgingPage() {
  const { edition, mayChange, progress, plan, releasing, assigned, released } = useLoaderData<typeof loader>();
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
  return (
    <EditionPage edition={edition} part="judging" title={[words.title]}>
      {releasing && <Release seat={releasing} back={`${base}/judging`} refusal={refusalOf(refused, 'release')} />}
      <PageHead
        title={verdict}
        verdict
        over={words.title}
        text={progress.closed ? words.closed(at) : words.due(at, dates.away(progress.away))}
        acts={progress.closed && <ButtonLink to={`${base}/results`}>{words.toResults}</ButtonLink>}
      />
      {assigned > 0 && !refused && (
        <Notice kind="ok" live>
          {words.assigned(assigned)}
        </Notice>
      )}
      {released && !refused && (
        <Notice kind="ok" live>
          {words.released}
        </Notice>
      )}
      {progress.total.seats > 0 && (
        <Bar
          label={words.done}
          value={progress.total.done}
          max={progress.total.seats}
          note={`${progress.total.done} / ${progress.total.seats}`}
        />
      )}
      {waiting && assignment}
      {progress.total.seats > 0 && (
        <>
          <Split kind="half">
            <ByCategory progress={progress} />
            <ByJudge progress={progress} />
          </Split>
          <Missing progress={progress} mayChange={mayChange} here={`${base}/judging`} />
          <Interests progress={progress} />
        </>
      )}
      {!waiting && assignment}
    </EditionPage>
  );
}
