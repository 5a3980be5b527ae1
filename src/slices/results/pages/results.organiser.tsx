import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load, type PageArgs } from '#http/context.ts';
import { queryIn } from '#http/dates/written.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { problemView } from '#http/problem.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { editionForManager } from '#slices/programmes/index.ts';
import { computeTally, decideDivision, publishResults, standingsForManager, withdrawAnnouncement } from '#slices/results/index.ts';
import { OpenDivisions } from '#slices/results/parts/divisions.tsx';
import { ChairPart, Glance } from '#slices/results/parts/doubt.tsx';
import { ConfirmPart, categoriesIn, Gate, PublishPart } from '#slices/results/parts/publish.tsx';
import { CategoryPart, domainOfAll } from '#slices/results/parts/standings.tsx';
import { WrotePart } from '#slices/results/parts/wrote.tsx';
import { decidedIn, publicationIn } from '#slices/results/publication.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';

const find = ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) =>
  editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
const here = ({ params }: Pick<PageArgs, 'params'>) => `/manage/${params.programme}/${params.edition}/results`;
const editionIn = async (args: PageArgs) => (await find(args)).edition.id;

export const loader = load(async (ctx, args) => {
  const { edition, mayChange } = await find(args);
  const { slug, name, programmeName, programmeSlug, zone } = edition;
  const query = queryIn(args.url, ctx.language);
  const publication = publicationIn(query, edition, ctx.now);
  const { refusals, ...standings } = await standingsForManager(ctx, edition.id, publication, query.get('wrote') ?? undefined);
  const { fields } = problemView(problem('results.gate-closed', {}, refusals), ctx.language);
  return {
    edition: { slug, name, programmeName, programmeSlug, zone },
    mayChange,
    view: { ...standings, refusals: fields, publication },
    saved: args.url.searchParams.get('saved'),
  };
});

export const action = act({
  count: post(computeTally, {
    input: async (args) => ({ edition: await editionIn(args) }),
    done: (_result, args) => `${here(args)}?saved=counted`,
  }),
  publish: post(publishResults, {
    input: async (args) => ({
      edition: await editionIn(args),
      tally: args.values.tally ?? '',
      announceAt: args.values.announceAt ?? '',
      notAwarded: args.form.getAll('not').map(String),
      decided: decidedIn(Object.entries(args.values)),
    }),
    done: (_result, args) => `${here(args)}?saved=published`,
  }),
  divide: post(decideDivision, {
    input: async (args) => ({
      edition: await editionIn(args),
      entry: args.values.entry ?? '',
      division: args.values.division ?? '',
      reason: args.values.reason ?? '',
    }),
    done: (_result, args) => `${here(args)}?saved=divided`,
  }),
  withdraw: post(withdrawAnnouncement, {
    input: async (args) => ({ edition: await editionIn(args) }),
    done: (_result, args) => `${here(args)}?saved=withdrawn`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>['view'];

function useHead(view: View): { title: string; text: string } {
  const { results, dates } = useWords();
  const words = results.board;
  const { tally, refusals, categories } = view;
  const winners = categories.reduce((sum, category) => sum + category.winners.length, 0);
  const all = categoriesIn(view) + view.withheld.length;
  if (view.announced && view.announcedAt)
    return { title: words.verdict.announced(winners, all), text: words.announcedText(dates.full(view.announcedAt)) };
  if (view.announcedAt) return { title: words.verdict.ahead(dates.full(view.announcedAt)), text: words.aheadText };
  if (!view.judgingClosed) return { title: words.verdict.open, text: words.open(dates.full(view.judgingCloseAt)) };
  if (!tally) return { title: words.verdict.uncounted, text: words.uncountedText };
  const text = words.counted(tally.ballots, dates.full(tally.computedAt));
  if (!tally.current) return { title: words.verdict.stale, text };
  if (refusals.length > 0) return { title: words.verdict.held(refusals.length), text };
  return { title: words.verdict.ready(winners, all), text };
}

/** The one act that the state of the results allows. */
function MainAct({ view, winners, mayChange }: { view: View; winners: string; mayChange: boolean }) {
  const words = useWords().results.board;
  const refused = useActionData<Refused>();
  if (view.announced) return <ButtonLink to={winners}>{words.seeWinners}</ButtonLink>;
  if (!mayChange || !view.judgingClosed) return null;
  if (view.announcedAt) {
    return (
      <Form act="withdraw" refusal={refusalOf(refused, 'withdraw')}>
        <Button>{words.withdraw}</Button>
      </Form>
    );
  }
  return (
    <>
      {view.tally && view.refusals.length === 0 && (
        <ButtonLink kind="main" to="#publish">
          {words.toPublish}
        </ButtonLink>
      )}
      <Form act="count" refusal={refusalOf(refused, 'count')}>
        <Button kind={view.tally?.current ? undefined : 'main'}>{view.tally ? words.again : words.count}</Button>
      </Form>
    </>
  );
}

/** Whether the address asks to see what would be announced. */
const asks = ({ publication }: View) => publication.announcement?.kind === 'now' || publication.announcement?.kind === 'at';

const savedKinds = ['divided', 'counted', 'published', 'withdrawn'] as const;

export default function Results() {
  const { edition, mayChange, view, saved: savedName } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { results, dates } = useWords();
  const words = results.board;
  const { title, text } = useHead(view);
  const base = `/manage/${edition.programmeSlug}/${edition.slug}`;
  const saved = savedKinds.find((kind) => kind === savedName);
  const domain = domainOfAll(Object.values(view.doubt?.categories ?? {}));
  const page = { edition, part: 'results', title: [words.title] } as const;
  const open = mayChange && view.judgingClosed && !view.announcedAt && view.tally !== null;
  if (open && view.refusals.length === 0 && asks(view)) {
    return (
      <EditionPage {...page}>
        <ConfirmPart view={view} here={`${base}/results`} refusal={refusalOf(refused, 'publish')} />
      </EditionPage>
    );
  }
  return (
    <EditionPage {...page}>
      <PageHead
        title={title}
        verdict
        over={words.title}
        text={text}
        acts={<MainAct view={view} winners={`/p/${edition.programmeSlug}/${edition.slug}/winners`} mayChange={mayChange} />}
      />
      {saved && !refused && (
        <Notice kind="ok" live>
          {words.saved[saved]}
        </Notice>
      )}
      {view.withheld.length > 0 && <Notice kind="warn">{words.withheld(view.withheld)}</Notice>}
      {view.tally && view.judgingClosed && !view.announcedAt && <Gate view={view} judging={`${base}/judging`} />}
      {mayChange && view.judgingClosed && !view.announcedAt && (
        <OpenDivisions categories={view.categories} refusal={refusalOf(refused, 'divide')} />
      )}
      {view.wrote && <WrotePart wrote={view.wrote} />}
      {!view.tally && (
        <Empty title={words.willBe} acts={<ButtonLink to={`${base}/judging`}>{words.toJudging}</ButtonLink>}>
          {words.willBeText}
        </Empty>
      )}
      {view.doubt && view.categories.length > 1 && <Glance categories={view.categories} doubt={view.doubt} />}
      {view.tally &&
        view.categories.map((category) => (
          <CategoryPart
            key={category.ranking}
            category={category}
            rules={view}
            doubt={view.doubt?.categories[category.ranking]}
            domain={domain}
          />
        ))}
      {view.doubt && <ChairPart doubt={view.doubt} />}
      <Section title={results.figures.title}>
        <ButtonLink to={`${base}/results/figures`}>{results.figures.link}</ButtonLink>
      </Section>
      {open && <PublishPart view={view} here={`${base}/results`} city={dates.cityOf(edition.zone)} />}
      {view.tally && (
        <Section title={words.hash}>
          <Facts of={[{ name: words.hashKind, value: <code className="hash">{view.tally.hash}</code> }]} />
        </Section>
      )}
    </EditionPage>
  );
}
