import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { placesFor } from '#slices/screening/go.ts';
import { Link } from '#ui/actions/link.tsx';
import { Filters, SearchBox } from '#ui/data/filters.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { visitor, url }) => {
  const query = url.searchParams.get('q') ?? '';
  return { query, groups: await placesFor(ctx, visitor, query) };
});

export default function Go() {
  const { query, groups } = useLoaderData<typeof loader>();
  const words = useWords().go;
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead} />
        <Filters to="/go" label={words.open} go={words.find}>
          <SearchBox label={words.search} placeholder={words.search} value={query} />
        </Filters>
        {groups.length === 0 && <Empty title={words.none}>{words.noneText}</Empty>}
        {groups.map(({ name, items }) => (
          <Section key={name} title={name}>
            <ul className="go-list">
              {items.map(({ text, note, to }) => (
                <li key={to}>
                  <Link to={to} more={note === '' ? undefined : note}>
                    <bdi>{text}</bdi>
                  </Link>
                  {note !== '' && (
                    <span className="t-sm faint" aria-hidden>
                      <bdi>{note}</bdi>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </Stack>
    </AccountPage>
  );
}
