import { useLoaderData } from 'react-router';
import { type ThreadFilter, threadFilters } from '#core/entries/asking/threads.ts';
import { load } from '#http/context.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { threadsPage, waitingThreads } from '#slices/entries/threads/views.ts';
import { chapterCalled, chaptersReached, editionForEntries } from '#slices/programmes/index.ts';
import { Chip } from '#ui/data/filters.tsx';
import { Tasks } from '#ui/data/lists.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { params, url }) => {
  const { edition, reach } = await editionForEntries(ctx, params.programme ?? '', params.edition ?? '');
  const filter: ThreadFilter = threadFilters.find((one) => one === url.searchParams.get('show')) ?? 'waiting';
  const after = url.searchParams.get('after') ?? undefined;
  const { slug, name, programmeSlug, programmeName } = edition;
  const chapters = reach.chapters === 'all' ? [] : await chaptersReached(ctx, reach);
  const of = reach.chapters === 'all' ? {} : { of: chapters.map(({ key }) => chapterCalled(chapters, key)) };
  return {
    edition: { slug, name, programmeSlug, programmeName, ...of },
    filter,
    further: after !== undefined,
    waiting: await waitingThreads(ctx, edition),
    ...(await threadsPage(ctx, edition, filter, after)),
  };
});

export default function Threads() {
  const view = useLoaderData<typeof loader>();
  const { entries, shell, threads, dates } = useWords();
  const words = threads.organiser;
  const { programmeSlug, slug } = view.edition;
  const list = `/manage/${programmeSlug}/${slug}/entries`;
  const path = (filter: ThreadFilter) => `${list}/questions${filter === 'waiting' ? '' : `?show=${filter}`}`;
  const none = view.filter === 'waiting' ? [words.noneWait, words.noneWaitText] : [words.noneAtAll, words.noneAtAllText];
  const next = view.next === undefined ? undefined : `${list}/questions?show=${view.filter}&after=${view.next}`;
  return (
    <EditionPage edition={view.edition} part="entries" title={[words.all]}>
      <PageHead
        title={words.verdict(view.waiting)}
        verdict
        crumbs={<Crumbs label={shell.crumbs} items={[{ to: list, text: entries.list.title }]} />}
        over={words.all}
      />
      <Stack>
        <nav className="row" aria-label={words.filter}>
          {threadFilters.map((filter) => (
            <Chip key={filter} to={path(filter)} on={filter === view.filter}>
              {words.filters[filter]}
            </Chip>
          ))}
        </nav>
        {view.threads.length === 0 ? (
          <Empty title={none[0] ?? ''}>{none[1]}</Empty>
        ) : (
          <Tasks
            items={view.threads.map((thread) => ({
              to: `/manage/entries/${thread.id}/questions`,
              text: thread.title || words.untitled(thread.category),
              written: thread.title !== '',
              tag: thread.waits ? <Tag kind="warn">{words.tag}</Tag> : undefined,
              note: words.note(thread.owner, thread.category, thread.messages, dates.full(thread.at)),
            }))}
          />
        )}
        {(next !== undefined || view.further) && (
          <Pager
            label={words.all}
            where=""
            before={{ label: words.filters[view.filter], to: view.further ? path(view.filter) : undefined }}
            after={{ label: words.next, to: next }}
          />
        )}
      </Stack>
    </EditionPage>
  );
}
