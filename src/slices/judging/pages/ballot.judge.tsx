import { redirect, useActionData, useLoaderData } from 'react-router';
import { ledOn } from '#core/languages/carried.ts';
import { load } from '#http/context.ts';
import { act, type Post, post, type Refused, refusalOf } from '#http/form.ts';
import { EntryAnswers } from '#shells/forms/entry-answers.tsx';
import { JudgePage } from '#shells/judge.tsx';
import { ContentsProvider, LanguageChoice } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import { ballotFrom } from '#slices/judging/ballot-form.ts';
import {
  type BallotView,
  ballotForJudge,
  ballotsOfJudge,
  declareInterest,
  type EditionQueue,
  reopenBallot,
  saveBallot,
  submitBallot,
} from '#slices/judging/index.ts';
import { useDeskKeys } from '#slices/judging/parts/desk-keys.ts';
import { DeskQueue } from '#slices/judging/parts/desk-queue.tsx';
import { KeptBallot } from '#slices/judging/parts/kept-ballot.tsx';
import { Letters } from '#slices/judging/parts/letters.tsx';
import { Scorecard } from '#slices/judging/parts/scorecard.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { File, Files } from '#ui/forms/files.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Icon } from '#ui/icons/icon.tsx';
import { Keys } from '#ui/messages/keys.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params, url }) => ({
  view: await ballotForJudge(ctx, params.entry),
  submitted: url.searchParams.get('submitted'),
}));

const listOf = ({ categories }: EditionQueue) => categories.flatMap(({ ballots }) => ballots);

/** The ballot after this one that is still to be submitted, from the beginning again at the end. */
function nextOpen(queue: EditionQueue, entry: string): string | undefined {
  const list = listOf(queue);
  const at = list.findIndex((ballot) => ballot.entry === entry);
  return [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))].find(({ state }) => state !== 'done')?.entry;
}

const save = post(saveBallot, { input: ballotFrom, done: (_result, { params }) => `/judge/${params.entry}` });

/** Submits, and leads on to what is still to be judged. */
const submit: Post = {
  perform: async (ctx, args) => {
    const input = ballotFrom(args);
    await submitBallot(ctx, input);
    const queue = (await ballotsOfJudge(ctx)).find((one) => listOf(one).some(({ entry }) => entry === input.entry));
    const number = queue && listOf(queue).find(({ entry }) => entry === input.entry)?.number;
    const next = queue && nextOpen(queue, input.entry);
    return redirect(ledOn(`/judge${next ? `/${next}` : ''}?submitted=${number ?? ''}`, args.url.search), { status: 303 });
  },
};

export const action = act({
  ballot: { perform: (ctx, args) => (args.values.do === 'submit' ? submit : save).perform(ctx, args) },
  reopen: post(reopenBallot, {
    input: ({ params }) => ({ entry: params.entry ?? '' }),
    done: (_result, { params }) => `/judge/${params.entry}`,
  }),
  interest: post(declareInterest, {
    input: ({ params, values }) => ({ entry: params.entry ?? '', reason: values.reason ?? '' }),
    done: (_result, { values }) => `/judge?declared=${values.number ?? ''}`,
  }),
});

function Material({ file: { id, name, bytes } }: { file: Pick<BallotView['entry']['files'][number], 'id' | 'name' | 'bytes'> }) {
  const words = useWords().judging.desk;
  return (
    <File
      icon="file"
      name={
        <Link className="file__name" to={`/files/${id}`}>
          {name}
        </Link>
      }
      act={<span className="t-sm faint num">{words.size(Math.ceil(bytes / 1000))}</span>}
    />
  );
}

type EntryProps = {
  readonly view: BallotView;
  readonly writing: boolean;
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

function Entry({ view, writing, previous, next }: EntryProps) {
  const { judging, shell } = useWords();
  const words = judging.desk;
  const { entry } = view;
  const loose = entry.form === undefined ? entry.files : entry.files.filter(({ field }) => field === null);
  return (
    <article className="desk__entry" aria-label={words.entry}>
      <div className="row row--end">
        <Crumbs
          label={shell.crumbs}
          items={[{ to: '/judge', text: judging.mine.title }, { to: '/judge', text: entry.category.name }, { text: entry.number }]}
        />
        <span className="row desk__turn">
          {previous && (
            <ButtonLink kind="quiet" icon="arrow-left" to={`/judge/${previous}`}>
              {words.previous}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink kind="quiet" to={`/judge/${next}`}>
              {words.next}
              <Icon is="arrow-right" />
            </ButtonLink>
          )}
        </span>
      </div>
      <h1 className="title" dir="auto">
        {entry.title}
      </h1>
      <p className="t-sm faint row">
        <span>{words.entryNumber(entry.number)}</span>
        <span>{words.nominee(entry.nominee)}</span>
      </p>
      <EntryAnswers
        entry={entry}
        file={(id) => entry.files.filter((file) => file.id === id).map((file) => <Material key={id} file={file} />)}
      />
      {loose.length > 0 && (
        <section className="section" aria-labelledby="material">
          <h2 className="h3" id="material">
            {words.material}
          </h2>
          <Files>
            {loose.map((file) => (
              <Material key={file.id} file={file} />
            ))}
          </Files>
        </section>
      )}
      <Letters letters={view.letters} />
      <div className="dock desk__jump">
        <div className="wrap">
          <span className="t-sm soft num">{words.jump(Object.keys(view.ballot.marks).length, view.criteria.length)}</span>
          <ButtonLink kind={writing ? 'main' : undefined} to="#marks">
            {words.marks}
          </ButtonLink>
        </div>
      </div>
    </article>
  );
}

function Interest({ number, refusal }: { number: string; refusal: Refusal | undefined }) {
  const words = useWords().judging.desk;
  return (
    <Fold summary={words.known} open={refusal !== undefined}>
      <Form act="interest" refusal={refusal} names={{ reason: words.knownReason }}>
        <p className="t-sm soft">{words.knownText}</p>
        <input type="hidden" name="number" value={number} />
        <TextArea name="reason" label={words.knownReason} rows={2} full />
        <Button>{words.knownGo}</Button>
      </Form>
    </Fold>
  );
}

function DeskKeys({ next }: { next: string | undefined }) {
  const words = useWords().judging.desk.keys;
  const href = useHref(next ? `/judge/${next}` : '');
  const { on, ready, toggle } = useDeskKeys('ballot', next && href);
  // Its room is kept until then, so that no mark moves away under a finger.
  if (!ready) return <div className="desk__keys desk__keys--soon" />;
  return (
    <div className="desk__keys">
      {on && (
        <Keys
          of={[
            { keys: ['1–9', '0'], does: words.mark },
            { keys: ['J', 'K'], does: words.criterion },
            { keys: ['C'], does: words.comment },
            { keys: ['N'], does: words.next },
          ]}
        />
      )}
      <Button type="button" kind="quiet" size="small" onClick={toggle}>
        {on ? words.off : words.on}
      </Button>
    </div>
  );
}

export default function BallotPage() {
  const { view, submitted } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { judging } = useWords();
  const { entry, queue, ballot } = view;
  const list = listOf(queue);
  const at = list.findIndex((one) => one.entry === entry.id);
  const next = nextOpen(queue, entry.id);
  const refusal = refusalOf(refused, 'ballot');
  const writing = ballot.state !== 'done' && queue.open;
  // After a refusal for its version the form builds on what is saved now: both texts stand in it.
  const version = refusal?.problem.code === 'general.stale-version' ? Number(refusal.problem.facts.version) : ballot.version;
  return (
    <JudgePage
      title={[entry.title, judging.mine.title]}
      programme={{ text: `${queue.programme} ${queue.name}`, to: '/judge' }}
      items={[{ to: '/judge', text: judging.nav.ballots, current: true }]}
      desk
    >
      <div className="desk">
        <DeskQueue queue={queue} current={entry.id} />
        <Entry view={view} writing={writing} previous={list[at - 1]?.entry} next={list[at + 1]?.entry} />
        <div className="desk__card" id="marks">
          <div className="desk__stick">
            {submitted && !refused && (
              <Notice kind="ok" live>
                {judging.mine.submitted(submitted)}
              </Notice>
            )}
            <LanguageChoice of={view.languages} kept={false} />
            <ContentsProvider of={view.languages}>
              {writing ? (
                <Scorecard view={view} version={version} refusal={refusal} />
              ) : (
                <KeptBallot view={view} next={queue.open ? next : undefined} refusal={refusalOf(refused, 'reopen')} />
              )}
            </ContentsProvider>
            {writing && <DeskKeys next={next} />}
            {writing && <Interest number={entry.number} refusal={refusalOf(refused, 'interest')} />}
          </div>
        </div>
      </div>
    </JudgePage>
  );
}
