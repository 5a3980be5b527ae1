import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type Refused } from '#http/form.ts';
import { ListTools } from '#shells/lists/list-tools.tsx';
import { useWords } from '#shells/words.tsx';
import { PastWinnersPage } from '#slices/companies/parts/winners/frame.tsx';
import { ListFilters, ListPages, NothingFound, useHeads, WinnerTable } from '#slices/companies/parts/winners/list.tsx';
import { winnersPage } from '#slices/companies/winners/list-page.ts';
import { pastWinnersList } from '#slices/companies/winners/list-shape.ts';
import { winnersPlace } from '#slices/companies/winners/place.ts';
import { listPosts } from '#slices/lists/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export const handle = { js: false };

export const loader = load(winnersPage);

export const action = act(listPosts({ list: pastWinnersList, locate: winnersPlace }));

export default function PastWinnersList() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().pastWinners.list;
  const heads = useHeads();
  const { programme, counts, wins, mayChange, openNames, list } = view;
  const acts = (
    <>
      {openNames > 0 && <ButtonLink to={`${list.path}/names`}>{words.match}</ButtonLink>}
      {mayChange && (
        <ButtonLink kind="main" to={`${list.path}/import`}>
          {words.bringIn}
        </ButtonLink>
      )}
    </>
  );
  const lead = words.lead(counts.wins) + (openNames > 0 ? words.leadOpen(openNames) : '');
  return (
    <PastWinnersPage programme={programme} part="list" title={words.title}>
      <PageHead title={lead} verdict over={words.title} acts={acts} />
      {counts.wins === 0 ? (
        <Empty title={words.none}>{words.noneText}</Empty>
      ) : (
        <Stack>
          <ListTools list={list} heads={heads} refused={refused} />
          <ListFilters view={view} />
          {wins.length === 0 ? <NothingFound view={view} /> : <WinnerTable view={view} />}
          <ListPages view={view} />
        </Stack>
      )}
    </PastWinnersPage>
  );
}
