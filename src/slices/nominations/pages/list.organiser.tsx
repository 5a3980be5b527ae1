import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type Refused } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { ListTools } from '#shells/lists/list-tools.tsx';
import { useWords } from '#shells/words.tsx';
import { listPosts } from '#slices/lists/index.ts';
import { type NomineeListPage, nomineeListPage, nomineeListPlace } from '#slices/nominations/listing/list-page.ts';
import { nomineeList } from '#slices/nominations/listing/list-shape.ts';
import { ListFilters, ListPages, NomineeTable, NoNominees, useHeads } from '#slices/nominations/parts/list.tsx';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load(nomineeListPage);

export const action = act({ ...listPosts({ list: nomineeList, locate: nomineeListPlace }) });

/** What waits for somebody, before the list itself. */
function Due({ view }: { view: NomineeListPage }) {
  const words = useWords().nominations.list;
  const { counts, alike, list } = view;
  return (
    <>
      {counts.late > 0 && <Notice kind="warn">{words.late(counts.late)}</Notice>}
      {alike > 0 && (
        <Notice>
          {words.alike(alike)} <Link to={`${list.path}/alike`}>{words.toAlike}</Link>
        </Notice>
      )}
    </>
  );
}

export default function NomineeList() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const heads = useHeads();
  const words = useWords().nominations.list;
  const { edition, counts, takes, nominees } = view;
  const empty = counts.all === 0;
  return (
    <EditionPage edition={edition} part="nominations" title={[words.title]}>
      <PageHead title={words.lead(counts.all, counts.toTell)} verdict over={words.title} />
      <Stack>
        {!takes && (
          <Notice>
            <p>{words.noClock}</p>
            <ButtonLink size="small" to={`/manage/${edition.programmeSlug}/${edition.slug}/timeline`}>
              {words.toTimeline}
            </ButtonLink>
          </Notice>
        )}
        <Due view={view} />
        {!empty && <ListTools list={view.list} heads={heads} refused={refused} />}
        {!empty && <ListFilters view={view} />}
        {nominees.length === 0 ? <NoNominees view={view} /> : <NomineeTable view={view} />}
        {!empty && <ListPages view={view} />}
      </Stack>
    </EditionPage>
  );
}
