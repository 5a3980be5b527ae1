import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import { FindWinners, NoWinners, PastPages, PastYear } from '#slices/programmes/parts/public/past-winners.tsx';
import { pastForPublic } from '#slices/programmes/winners/past-page.ts';
import { Link } from '#ui/actions/link.tsx';
import { Closing, Opening } from '#ui/frames/editorial.tsx';

export const handle = { js: false, cache: 30 };

export const loader = load((ctx, { params, url }) => pastForPublic(ctx, params.programme ?? '', url.searchParams));

export default function PastWinners() {
  const page = useLoaderData<typeof loader>();
  const { pastWinners, category } = useWords();
  const words = pastWinners.page;
  const { programme, counts, years } = page;
  const home = `/p/${programme.slug}`;
  const items = [
    { to: home, text: words.call },
    { to: `${home}/winners`, text: words.nav, current: true },
  ];
  const newest = counts.years[0]?.first;
  const oldest = counts.years.at(-1)?.first;
  return (
    <PublicPage
      title={[words.title, programme.name]}
      programme={{ text: programme.name, to: home }}
      items={items}
      languages={page.languages}
    >
      <Opening over={words.title} title={words.heading(counts.wins)} lead={words.lead(counts.wins, oldest, newest)} />
      {counts.wins > 0 && <FindWinners page={page} />}
      {years.length === 0 ? <NoWinners page={page} /> : years.map((year) => <PastYear key={year.names.join()} year={year} home={home} />)}
      <PastPages page={page} />
      <Closing title={words.closing}>
        <Link kind="go" to={home}>
          {words.toCall(programme.name)}
        </Link>
        <Link kind="go" to={`${home}/news.atom`}>
          {category.feed}
        </Link>
      </Closing>
    </PublicPage>
  );
}
