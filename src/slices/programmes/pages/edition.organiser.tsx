import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { problemView } from '#http/problem.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { toldDates } from '#slices/programmes/edition.ts';
import { instantFrom } from '#slices/programmes/forms.ts';
import {
  cancelPublication,
  changePanel,
  editionForManager,
  publishEdition,
  readinessOf,
  schedulePublication,
} from '#slices/programmes/index.ts';
import { LevelsPart } from '#slices/programmes/parts/award/levels-part.tsx';
import { CategoriesPart } from '#slices/programmes/parts/categories.tsx';
import { CriteriaPart } from '#slices/programmes/parts/criteria.tsx';
import { PanelPart } from '#slices/programmes/parts/panel.tsx';
import { PublishPart } from '#slices/programmes/parts/publish.tsx';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { PageHead, Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

const find = ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) =>
  editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');

export const loader = load(async (ctx, args) => {
  const { edition, categories, criteria, missing, mayChange } = await find(args);
  const { items, nodes, levels } = await readinessOf(ctx, edition);
  const { id, slug, name, programmeName, programmeSlug, zone, published, seats, minimumPanel, version } = edition;
  return {
    edition: { id, slug, name, programmeName, programmeSlug, zone, published, seats, minimumPanel, version },
    dates: toldDates(edition),
    publishAt: edition.publishAt && zonedText(edition.publishAt.getTime(), zone),
    categories,
    nodes,
    levels,
    ready: items,
    criteria,
    missing: problemView(problem('programmes.not-ready', {}, missing), ctx.language).fields,
    mayChange,
    mayChangePanel: mayChange && (!published || ctx.now < edition.entriesCloseAt),
    saved: args.url.searchParams.get('saved'),
    address: `${args.url.host}${args.base}/p/${programmeSlug}`,
  };
});

const done =
  (saved: string) =>
  (_result: unknown, { params }: PageArgs) =>
    `/manage/${params.programme}/${params.edition}?saved=${saved}#${saved}`;
const editionIn = async (args: PageArgs) => (await find(args)).edition;

export const action = act({
  panel: post(changePanel, {
    input: async (args) => {
      const { version = '', seats = '', minimumPanel = '' } = args.values;
      return { edition: (await editionIn(args)).id, version, seats, minimumPanel };
    },
    done: done('panel'),
  }),
  schedule: post(schedulePublication, {
    input: async (args) => {
      const { id, zone } = await editionIn(args);
      return { edition: id, publishAt: instantFrom(args.values.publishAt ?? '', zone) };
    },
    done: done('scheduled'),
  }),
  cancel: post(cancelPublication, { input: async (args) => ({ edition: (await editionIn(args)).id }), done: done('cancelled') }),
  publish: post(publishEdition, { input: async (args) => ({ edition: (await editionIn(args)).id }), done: done('published') }),
});

export type EditionView = Awaited<ReturnType<typeof loader>>;

function DatesPart({ view }: { view: EditionView }) {
  const { manage, dates, timelineEditor } = useWords();
  const words = manage.edition;
  const { opens, closes, judgingCloses } = view.dates;
  return (
    <Section title={words.dates} first={view.edition.published}>
      <Facts
        of={[
          { name: words.opens, value: dates.full(opens) },
          { name: words.closes, value: dates.full(closes) },
          { name: words.judgingCloses, value: dates.full(judgingCloses) },
        ]}
      />
      <p className="gap-t">
        <ButtonLink to={`/manage/${view.edition.programmeSlug}/${view.edition.slug}/timeline`}>
          {view.mayChange ? timelineEditor.change : timelineEditor.see}
        </ButtonLink>
      </p>
    </Section>
  );
}

const savedKinds = ['panel', 'published', 'scheduled', 'cancelled'] as const;

export default function Edition() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { manage, webhooks, configuration, dryRun, formBuilder, translating } = useWords();
  const words = manage.edition;
  const { edition, missing } = view;
  const verdict = edition.published
    ? words.verdict.published
    : missing.length > 0
      ? words.verdict.missing(missing.length)
      : words.verdict.ready;
  const saved = savedKinds.find((kind) => kind === view.saved);
  const page = `/p/${edition.programmeSlug}/${edition.slug}`;
  const here = `/manage/${edition.programmeSlug}/${edition.slug}`;
  return (
    <EditionPage edition={edition} part="edition" title={[edition.name]}>
      <PageHead
        title={verdict}
        verdict
        over={`${edition.programmeName} ${edition.name}`}
        acts={edition.published && <ButtonLink to={page}>{words.seePublic}</ButtonLink>}
      />
      <Stack space="wide">
        {saved && !refused && (
          <Notice kind="ok" live>
            {words.saved[saved]}
          </Notice>
        )}
        <Split kind="wide">
          <div>
            <CategoriesPart categories={view.categories} nodes={view.nodes} here={here} mayChange={view.mayChange} />
            <CriteriaPart criteria={view.criteria} here={here} mayChange={view.mayChange} />
            <LevelsPart levels={view.levels} here={here} mayChange={view.mayChangePanel} />
          </div>
          <div>
            {!edition.published && <PublishPart view={view} refused={refused} />}
            <DatesPart view={view} />
            <PanelPart edition={edition} mayChange={view.mayChangePanel} refusal={refusalOf(refused, 'panel')} />
            <Section title={words.programme}>
              <Stack>
                <p>
                  <Link to={`${here}/forms`}>{formBuilder.link}</Link>
                </p>
                <p>
                  <Link to={`${here}/dry-run`}>{dryRun.link}</Link>
                </p>
                <p>
                  <Link to={`${here}/translations`}>{translating.link}</Link>
                </p>
                <p>
                  <Link to={`${here}/file`}>{configuration.link}</Link>
                </p>
                {view.mayChange && (
                  <p>
                    <Link to={`/manage/${edition.programmeSlug}/texts`}>{words.programmeTexts}</Link>
                  </p>
                )}
                {view.mayChange && (
                  <p>
                    <Link to={`/manage/${edition.programmeSlug}/webhooks`}>{webhooks.title}</Link>
                  </p>
                )}
              </Stack>
            </Section>
          </div>
        </Split>
      </Stack>
    </EditionPage>
  );
}
