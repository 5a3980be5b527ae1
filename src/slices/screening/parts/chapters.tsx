import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import type { ChapterHome } from '#slices/screening/home.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Figures } from '#ui/data/facts.tsx';
import { Tasks } from '#ui/data/lists.tsx';
import { PageHead, Section, Split } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { ByCategory, Submissions, Year } from './home.tsx';

type Named = { readonly slug: string; readonly name: string };
type Props = { readonly home: ChapterHome };

const placeOf = ({ edition }: ChapterHome) => `/manage/${edition.programmeSlug}/${edition.slug}`;

function useVerdict({ phase, away, counts, dates }: ChapterHome): string {
  const { screening, dates: say } = useWords();
  const words = screening.home.verdict;
  if (phase === 'upcoming') return words.upcoming(say.away(away));
  if (phase === 'entries-open') return words['entries-open'](say.away(away), counts.submitted);
  if (phase === 'announced') return words.announced(say.day(dates.announced ?? ''));
  return phase === 'deciding' ? words.deciding : words['judging-open'](say.away(away), counts.submitted);
}

/** What waits for whoever manages the chapter, and what is still being written. */
function Due({ home }: Props) {
  const { screening, dates, threads } = useWords();
  const words = screening.home;
  const { counts, phase, edition, asking } = home;
  const by = `${dates.short(home.dates.closes)} ${dates.cityOf(edition.zone)}`;
  const tasks = [
    counts.submitted > 0 &&
      phase !== 'announced' && {
        to: `${placeOf(home)}/screening`,
        text: words.tasks.screen(counts.submitted),
        note: words.tasks.screenNote,
        tag: <Tag kind="warn">{phase === 'entries-open' ? words.tasks.by(by) : words.tasks.now}</Tag>,
      },
    asking > 0 && {
      to: `${placeOf(home)}/entries/questions`,
      text: threads.organiser.task(asking),
      note: threads.organiser.taskNote,
      tag: <Tag kind="warn">{words.tasks.now}</Tag>,
    },
  ].filter((task) => task !== false);
  return (
    <Section title={words.due} first>
      {tasks.length > 0 ? <Tasks items={tasks} /> : <p className="soft">{words.nothingDue}</p>}
      {phase === 'entries-open' && (
        <p className="soft">{counts.draft === 0 ? words.chapter.noDrafts : words.chapter.drafts(counts.draft)}</p>
      )}
    </Section>
  );
}

function Counts({ home }: Props) {
  const words = useWords().screening.home;
  const { counts } = home;
  const submitted = counts.submitted + counts.returned + counts.accepted;
  return (
    <section className="section" aria-label={words.numbers}>
      <Figures
        of={[
          { name: words.figures.submitted, value: submitted, note: words.figureNotes.submitted(counts.submitted, counts.returned) },
          { name: words.figures.draft, value: counts.draft, note: words.figureNotes.draft },
          { name: words.figures.accepted, value: counts.accepted, note: words.figureNotes.accepted },
        ]}
      />
    </section>
  );
}

/** The home of somebody who manages a chapter: what is entered in it, what waits, and when things are due. */
export function ChaptersHome({ home, others, editions }: Props & { others: readonly Named[]; editions: readonly Named[] }) {
  const { screening, dates } = useWords();
  const words = screening.home;
  const { edition, chapters, counts } = home;
  const verdict = useVerdict(home);
  const acts = counts.submitted > 0 && (
    <ButtonLink kind="main" to={`${placeOf(home)}/screening`}>
      {words.tasks.screen(counts.submitted)}
    </ButtonLink>
  );
  return (
    <EditionPage edition={{ ...edition, of: chapters }} part="home" title={[words.chapter.title]}>
      <PageHead title={verdict} verdict over={words.chapter.over(chapters.join(', '))} acts={acts} />
      <Due home={home} />
      <Counts home={home} />
      <div className="section">
        <Split kind="wide">
          <Submissions home={home} />
          <ByCategory home={home} />
        </Split>
      </div>
      <Section title={words.year(dates.cityOf(edition.zone))}>
        <Year home={home} />
      </Section>
      <Section title={words.others}>
        <div className="row">
          <Link to={`${placeOf(home)}/entries`}>{words.chapter.all}</Link>
          <Link to={`/p/${edition.programmeSlug}/${edition.slug}`}>{words.chapter.rules}</Link>
          {editions.map(({ slug, name }) => (
            <Link key={slug} to={`/manage/${edition.programmeSlug}/${slug}/entries`}>
              <bdi>{`${edition.programmeName} ${name}`}</bdi>
            </Link>
          ))}
          {others.map(({ slug, name }) => (
            <Link key={slug} to={`/manage?programme=${slug}`}>
              <bdi>{name}</bdi>
            </Link>
          ))}
        </div>
      </Section>
    </EditionPage>
  );
}
