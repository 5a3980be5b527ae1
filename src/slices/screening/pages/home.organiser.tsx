import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { EditionPage } from '#shells/edition.tsx';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { type HomeEdition, managerHome } from '#slices/screening/home.ts';
import { ChaptersHome } from '#slices/screening/parts/chapters.tsx';
import { BeforeJudging, ByCategory, DueNext, Lately, Numbers, Submissions, useTasks, Year } from '#slices/screening/parts/home.tsx';
import { ScreenersHome } from '#slices/screening/parts/screener.tsx';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Section, Split } from '#ui/frames/frames.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { visitor, url }) => ({
  ...(await managerHome(ctx, url.searchParams.get('programme'))),
  administrator: visitor.administrator,
}));

type View = Awaited<ReturnType<typeof loader>>;

function useVerdict({ phase, away, missing, counts, edition, dates }: HomeEdition): string {
  const { screening, dates: say } = useWords();
  const words = screening.home.verdict;
  if (!edition.published) return words.draft(missing.length);
  switch (phase) {
    case 'upcoming':
      return words.upcoming(say.away(away));
    case 'entries-open':
      return words['entries-open'](say.away(away), counts.submitted);
    case 'screening':
    case 'judging-open':
      return words['judging-open'](say.away(away), counts.submitted);
    case 'deciding':
      return words.deciding;
    case 'announced':
      return words.announced(say.day(dates.announced ?? ''));
  }
}

/** Ways to what is not about this edition: other programmes, a new one, the machinery. */
function Others({ view }: { view: View }) {
  const words = useWords().screening.home;
  const { others, editions, administrator, programme } = view;
  return (
    <Section title={words.others}>
      <div className="row">
        {editions.map(({ slug, name }) => (
          <Link key={slug} to={`/manage/${programme?.slug}/${slug}`}>
            <bdi>{`${programme?.name} ${name}`}</bdi>
          </Link>
        ))}
        {others.map(({ slug, name }) => (
          <Link key={slug} to={`/manage?programme=${slug}`}>
            <bdi>{name}</bdi>
          </Link>
        ))}
        {(programme || administrator) && <Link to="/manage/companies">{words.companies}</Link>}
        {programme && <Link to={`/manage/${programme.slug}/questions`}>{words.questions}</Link>}
        {programme && <Link to={`/manage/${programme.slug}/winners`}>{words.pastWinners}</Link>}
        {programme?.manages && <Link to={`/manage/${programme.slug}/new`}>{words.newEdition}</Link>}
        {administrator && <Link to="/manage/new">{words.newProgramme}</Link>}
        {administrator && <Link to="/manage/system">{words.system}</Link>}
      </div>
    </Section>
  );
}

function Running({ view, home }: { view: View; home: HomeEdition }) {
  const { screening, dates } = useWords();
  const words = screening.home;
  const { edition } = home;
  const verdict = useVerdict(home);
  const [due] = useTasks(home);
  return (
    <EditionPage edition={edition} part="home" title={[words.title]}>
      <PageHead
        title={verdict}
        verdict
        over={dates.full(home.now)}
        acts={
          due && (
            <ButtonLink kind="main" to={due.to}>
              {due.text}
            </ButtonLink>
          )
        }
      />
      <Split kind="wide">
        <DueNext home={home} />
        <BeforeJudging home={home} />
      </Split>
      <Numbers home={home} />
      <div className="section">
        <Split kind="wide">
          <div>
            <Submissions home={home} />
            <ByCategory home={home} />
          </div>
          <Lately home={home} />
        </Split>
      </div>
      <Section
        title={words.year(dates.cityOf(edition.zone))}
        aside={<Link to={`/manage/${edition.programmeSlug}/${edition.slug}`}>{words.changeDates}</Link>}
      >
        <Year home={home} />
      </Section>
      <Others view={view} />
    </EditionPage>
  );
}

export default function Home() {
  const view = useLoaderData<typeof loader>();
  const { screening, system } = useWords();
  const words = screening.home;
  const { programme, edition, chapter, screener, administrator } = view;
  if (edition) return <Running view={view} home={edition} />;
  if (chapter) return <ChaptersHome home={chapter} others={view.others} editions={view.editions} />;
  if (screener) return <ScreenersHome home={screener} others={view.others} />;
  const items = administrator ? system.nav.map((item) => ({ ...item, current: item.to === '/manage' })) : [];
  const make = programme
    ? { title: words.noEdition(programme.name), text: words.noEditionText, to: `/manage/${programme.slug}/new`, go: words.newEdition }
    : { title: words.noProgramme, text: words.noProgrammeText, to: '/manage/new', go: words.newProgramme };
  const start = (
    <ButtonLink kind="main" to={make.to}>
      {make.go}
    </ButtonLink>
  );
  return (
    <OrganiserPage title={[words.title]} items={items}>
      {programme || administrator ? (
        <PageHead title={make.title} text={make.text} acts={(programme?.manages ?? true) && start} />
      ) : (
        <PageHead title={words.notYours} text={words.notYoursText} />
      )}
      <Others view={view} />
    </OrganiserPage>
  );
}
