import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type Refused } from '#http/form.ts';
import { ListTools } from '#shells/lists/list-tools.tsx';
import { useWords } from '#shells/words.tsx';
import { requireReader } from '#slices/companies/access.ts';
import { companyListPage, filterFrom } from '#slices/companies/lists/list-page.ts';
import { companiesList } from '#slices/companies/lists/list-shape.ts';
import { idsFound } from '#slices/companies/lists/lists.ts';
import { companiesPlace } from '#slices/companies/lists/place.ts';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { Choice, CompanyTable, ListFilters, ListPages, NothingFound, useHeads } from '#slices/companies/parts/list.tsx';
import { listPosts, mostRows } from '#slices/lists/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { url }) => ({
  ...(await companyListPage(ctx, url)),
  mayChange: (await requireReader(ctx)).mayChange,
}));

export const action = act(
  listPosts({
    list: companiesList,
    locate: () => companiesPlace,
    all: (ctx, { url }) => idsFound(ctx, filterFrom(url.searchParams), mostRows + 1),
    acts: { country: 'country' },
  }),
);

export default function CompanyList() {
  const view = useLoaderData<typeof loader>();
  const words = useWords().companies.list;
  const refused = useActionData<Refused>();
  const heads = useHeads();
  const { counts, companies, mayChange } = view;
  const acts = (
    <>
      {counts.pairs > 0 && (
        <ButtonLink kind="main" to="/manage/companies/duplicates">
          {words.lookAtPairs}
        </ButtonLink>
      )}
      {mayChange && (
        <ButtonLink kind={counts.pairs > 0 ? undefined : 'main'} to="/manage/companies/new">
          {words.add}
        </ButtonLink>
      )}
    </>
  );
  return (
    <CompaniesPage part="list" title={[words.title]}>
      <PageHead title={words.lead(counts.companies, counts.pairs)} verdict over={words.title} acts={acts} />
      {counts.companies === 0 ? (
        <Empty title={words.none}>{words.noneText}</Empty>
      ) : (
        <Stack>
          <ListTools list={view.list} heads={heads} refused={refused} />
          <ListFilters view={view} />
          {mayChange && companies.length > 0 && <Choice view={view} refused={refused} />}
          {companies.length === 0 ? <NothingFound view={view} /> : <CompanyTable view={view} mayChange={mayChange} />}
          <ListPages view={view} mayChange={mayChange} />
        </Stack>
      )}
    </CompaniesPage>
  );
}
