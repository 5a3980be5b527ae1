import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type Refused, refusalOf, type Shown, shownBy } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { awardValuesNow, awardView } from '#slices/programmes/editing/award/award-page.ts';
import { awardFrom, type OwnPart } from '#slices/programmes/editing/award/award-values.ts';
import type { SentText } from '#slices/programmes/editing/notation.ts';
import { partActs } from '#slices/programmes/editing/part-acts.ts';
import { partPage } from '#slices/programmes/editing/part-page.ts';
import { toldDates } from '#slices/programmes/edition.ts';
import { CountingPart, SourcesPart } from '#slices/programmes/parts/award/counting.tsx';
import { ExamplesPart } from '#slices/programmes/parts/award/examples.tsx';
import { ChosenLevel, LevelList } from '#slices/programmes/parts/award/levels.tsx';
import { TiePart } from '#slices/programmes/parts/award/ties.tsx';
import { type Acting, Doing } from '#slices/programmes/parts/doing.tsx';
import { Notation } from '#slices/programmes/parts/notation.tsx';
import { SavedPart } from '#slices/programmes/parts/saved-part.tsx';
import { Untold } from '#slices/programmes/parts/translating/untold.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { Button } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { PageHead, Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params, url }) => {
  const { whole, parts, page } = await partPage(ctx, params.programme ?? '', params.edition ?? '', url.searchParams, 'award');
  const { searchParams: query } = url;
  const view = awardView(parts, { of: query.get('of'), level: query.get('level'), isNew: query.has('new') });
  const settled = whole.published && ctx.now >= whole.entriesCloseAt;
  return {
    ...page,
    ...view,
    mayChange: page.mayChange && !settled,
    settled: settled ? toldDates(whole).closes : undefined,
  };
});

export const action = act(
  partActs({
    part: 'award',
    page: 'award',
    change: ({ now }, { values }) => awardFrom(values, now),
    values: ({ parts }, { values }) => awardValuesNow(parts, values),
    keep: ({ values }) => (values.of ? { of: values.of } : {}),
    text: true,
  }),
);

type View = Awaited<ReturnType<typeof loader>>;

/** All categories, those with rules of their own, and the way to give rules to another one. */
function Scopes({ view, address }: { view: View; address: string }) {
  const words = useWords().awardEditor;
  const href = useHref(address);
  const { of, scopes, all, title } = view;
  const known = scopes.some(({ code }) => code === of) || of === '' ? scopes : [...scopes, { code: of, title }];
  return (
    <Stack>
      {known.length > 0 && (
        <Tabs
          label={words.scopes}
          items={[
            { to: address, text: words.whole, current: of === '' },
            ...known.map((scope) => ({ to: `${address}?of=${scope.code}`, text: scope.title, current: scope.code === of })),
          ]}
        />
      )}
      {of === '' && view.mayChange && all.length > 1 && (
        <form method="get" action={href} className="row">
          <Select name="of" label={words.oneLabel} options={all} empty={words.oneChoose} />
          <Button>{words.oneAct}</Button>
        </form>
      )}
      {of !== '' && <p className="soft measure">{words.own(title)}</p>}
    </Stack>
  );
}

/** Whether a part of a category's rules is its own, and the way back to those of all. */
function Own({ view, acting, part }: { view: View; acting: Acting; part: OwnPart }) {
  const words = useWords().awardEditor;
  if (view.of === '') return null;
  if (!view.own[part]) return <p className="faint t-sm">{words.asAll}</p>;
  if (!view.mayChange) return null;
  return (
    <Doing {...acting} what="own.away" also={{ part }}>
      <Button size="small" more={words.asAllMore[part]}>
        {words.asAllAct}
      </Button>
    </Doing>
  );
}

function Advice({ view }: { view: View }) {
  const { awardEditor: words, problems } = useWords();
  if (view.advice.length === 0) return null;
  return (
    <Notice kind="warn" lead={words.advice}>
      {view.advice.map(({ code, facts }) => problems[code].detail(facts)).join(' ')}
    </Notice>
  );
}

export default function AwardPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Refused | Shown<SentText>>();
  const { awardEditor: words, dates } = useWords();
  const { edition, of, mayChange, chosen } = view;
  const address = `/manage/${edition.programmeSlug}/${edition.slug}/award`;
  const refusal = (name: string) => refusalOf(answer, name);
  const acting: Acting = { version: view.version, about: { of }, refusal: refusal('change') };
  const here = `${address}?of=${of}`;
  return (
    <EditionPage edition={edition} part="edition" title={chosen?.name ? [chosen.name, words.title] : [words.title]}>
      <PageHead title={words.title} over={`${edition.programmeName} ${edition.name}`} text={words.lead} />
      <Stack space="wide">
        {!answer && <SavedPart page={view} words={words} />}
        {view.settled === undefined ? (
          <LockPart view={view} refusal={refusal} />
        ) : (
          <Notice lead={words.settledTitle}>{words.settled(dates.full(view.settled))}</Notice>
        )}
        <Untold view={view} />
        <Advice view={view} />
        <Scopes view={view} address={address} />
        <Split kind="half">
          <div>
            <Section title={words.levels} first>
              <Own view={view} acting={acting} part="levels" />
              <LevelList view={view} acting={acting} mayChange={mayChange} here={here} />
            </Section>
            <Section title={words.ties}>
              <Own view={view} acting={acting} part="ties" />
              <TiePart view={view} acting={acting} mayChange={mayChange} />
            </Section>
            <Section title={words.counting}>
              <Own view={view} acting={acting} part="counting" />
              <CountingPart view={view} acting={acting} mayChange={mayChange} />
            </Section>
            {of === '' && (
              <Section title={words.sources}>
                <SourcesPart view={view} acting={acting} mayChange={mayChange} />
              </Section>
            )}
          </div>
          <div>
            <ChosenLevel view={view} acting={acting} mayChange={mayChange} here={here} />
            <ExamplesPart view={view} first={!chosen} />
          </div>
        </Split>
        {of === '' && mayChange && (
          <Notation words={words} version={view.version} yaml={view.yaml} refusal={refusal('text')} sent={shownBy(answer, 'text')} />
        )}
      </Stack>
    </EditionPage>
  );
}
