import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { useWords } from '#shells/words.tsx';
import { requireReader } from '#slices/companies/access.ts';
import { companyListPage } from '#slices/companies/lists/list-page.ts';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { CompanyTable, ListFilters, ListPages, NothingFound } from '#slices/companies/parts/list.tsx';
import { ButtonLink } from '#ui/actions/button.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { url }) => ({
  ...(await companyListPage(ctx, url)),
  mayChange: (await requireReader(ctx)).mayChange,
  // The table below has the same rows as the page, so its address is the same one with the same filters.
  csv: `/manage/companies.csv${url.search}`,
}));

export default function CompanyList() {
  const view = useLoaderData<typeof loader>();
  const words = useWords().companies.list;
  const { counts, companies, mayChange, csv } = view;
  const acts = (
    <>
      {counts.companies > 0 && (
        <ButtonLink kind="quiet" icon="download" to={csv} download>
          {words.csv}
        </ButtonLink>
      )}
      {counts.pairs > 0 && <ButtonLink to="/manage/companies/duplicates">{words.lookAtPairs}</ButtonLink>}
      {mayChange && (
        <ButtonLink kind="main" to="/manage/companies/new">
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
          <ListFilters view={view} />
          {companies.length === 0 ? <NothingFound view={view} /> : <CompanyTable view={view} />}
          <ListPages view={view} />
        </Stack>
      )}
    </CompaniesPage>
  );
}
