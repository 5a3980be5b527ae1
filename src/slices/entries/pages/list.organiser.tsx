import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { entryListPage } from '#slices/entries/list-page.ts';
import { CloseQuestion } from '#slices/entries/parts/close-entries.tsx';
import { EntryTable, ListFilters, ListPages, NoEntries } from '#slices/entries/parts/list.tsx';
import { closeEntries, editionForManager, untilEnded } from '#slices/programmes/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, args) => ({
  ...(await entryListPage(ctx, args)),
  // The table below has the same rows as the page, so its address is the same one with the same filters.
  csv: `/manage/${args.params.programme}/${args.params.edition}/entries.csv${args.url.search}`,
}));

export const action = act({
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
  const words = useWords().entries.list;
  const { edition, entries, submitted, waiting, mayClose, csv } = view;
  const acts = (
    <>
      {mayClose && (
        <ButtonLink kind="quiet" to={`/manage/${edition.programmeSlug}/${edition.slug}/entries?close`}>
          {words.close}
        </ButtonLink>
      )}
      {submitted > 0 && (
        <ButtonLink icon="download" to={csv} download>
          {words.csv}
        </ButtonLink>
      )}
    </>
  );
  return (
    <EditionPage edition={edition} part="entries" title={[words.title]}>
      {view.closing && mayClose && <CloseQuestion view={view} refusal={refusalOf(refused, 'close')} />}
      <PageHead title={words.lead(submitted, waiting)} verdict over={words.title} acts={acts} />
      {view.closed && !refused && (
        <Notice kind="ok" live>
          {words.closed}
        </Notice>
      )}
      {submitted === 0 ? (
        <NoEntries view={view} />
      ) : (
        <Stack>
          <ListFilters view={view} />
          {entries.length === 0 ? <NoEntries view={view} /> : <EntryTable view={view} />}
          <ListPages view={view} />
        </Stack>
      )}
    </EditionPage>
  );
}
