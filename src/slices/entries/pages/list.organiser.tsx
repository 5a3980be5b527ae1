import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import type { Ctx } from '#platform/context.ts';
import { EditionPage } from '#shells/edition.tsx';
import { ListTools } from '#shells/lists/list-tools.tsx';
import { useWords } from '#shells/words.tsx';
import { entryListPage, entryListPlace, filterFrom } from '#slices/entries/list-page.ts';
import { entryList } from '#slices/entries/list-shape.ts';
import { idsFound } from '#slices/entries/lists.ts';
import { TakeCategory } from '#slices/entries/parts/archives/take.tsx';
import { CloseQuestion } from '#slices/entries/parts/close-entries.tsx';
import { Choice, EntryTable, ListFilters, ListPages, NoEntries, useHeads } from '#slices/entries/parts/list.tsx';
import { listPosts, mostRows } from '#slices/lists/index.ts';
import { closeEntries, editionForManager, untilEnded } from '#slices/programmes/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load(entryListPage);

const idsOf = async (ctx: Ctx, args: FormArgs) =>
  idsFound(ctx, (await entryListPlace(ctx, args)).edition, filterFrom(args.url.searchParams), mostRows + 1);

export const action = act({
  ...listPosts({ list: entryList, locate: entryListPlace, all: idsOf, acts: { accept: 'accept', return: 'return' } }),
  close: post((ctx, input: { edition: string }) => untilEnded(closeEntries(ctx, input)), {
    input: async ({ visitor, params }) => {
      const { edition } = await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
      return { edition: edition.id };
    },
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/entries?closed`,
  }),
});

export default function EntryList() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { entries: said, dates, deadline, importing, items, threads } = useWords();
  const words = said.list;
  const heads = useHeads();
  const { edition, entries, submitted, waiting, mayClose, filter } = view;
  const toWaiting = waiting > 0 && filter.state !== 'submitted' && (
    <ButtonLink kind={view.mayChange ? 'main' : undefined} to={`${view.list.path}?state=submitted&sort=oldest`}>
      {words.toWaiting(waiting)}
    </ButtonLink>
  );
  return (
    <EditionPage edition={edition} part="entries" title={[words.title]}>
      {view.closing && mayClose && <CloseQuestion view={view} refusal={refusalOf(refused, 'close')} />}
      <PageHead
        title={words.lead(submitted, waiting)}
        verdict
        over={words.title}
        acts={toWaiting}
        text={
          <>
            <Link to={`${view.list.path}/questions`}>{threads.organiser.link(view.asking)}</Link>
            {' · '}
            <Link to={`${view.list.path}/items`}>{items.title}</Link>
            {view.seesAll && view.mayChange && (
              <>
                {' · '}
                <Link to={`${view.list.path}/import`}>{importing.link}</Link>
              </>
            )}
          </>
        }
      />
      {view.closed && !refused && (
        <Notice kind="ok" live>
          {words.closed}
        </Notice>
      )}
      {submitted === 0 ? (
        <NoEntries view={view} />
      ) : (
        <Stack>
          <ListTools list={view.list} heads={heads} refused={refused} />
          <ListFilters view={view} />
          {view.mayChange && entries.length > 0 && <Choice view={view} refused={refused} />}
          {entries.length === 0 ? <NoEntries view={view} /> : <EntryTable view={view} />}
          <ListPages view={view} />
        </Stack>
      )}
      {submitted > 0 && view.mayChange && <TakeCategory view={view} />}
      {view.seesAll && !mayClose && (
        <Section title={words.closeSection}>
          <Link to={`${view.list.path}/deadline`}>{deadline.link}</Link>
        </Section>
      )}
      {mayClose && (
        <Section title={words.closeSection}>
          <p className="row">
            <span className="soft">{words.closesOn(dates.full(view.closes))}</span>
            <ButtonLink kind="quiet" to={`${view.list.path}?close`}>
              {words.close}
            </ButtonLink>
            <Link to={`${view.list.path}/deadline`}>{deadline.link}</Link>
          </p>
        </Section>
      )}
    </EditionPage>
  );
}
