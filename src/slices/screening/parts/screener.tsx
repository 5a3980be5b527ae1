import { EditionPage } from '#shells/edition.tsx';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import type { ScreenedEdition, ScreenerHome } from '#slices/screening/screeners/home.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Tasks } from '#ui/data/lists.tsx';
import { PageHead, Section } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Named = { readonly slug: string; readonly name: string };
type Props = { readonly home: ScreenerHome; readonly others: readonly Named[] };

/** What is to be decided in one edition, and where. */
function useTasks({ programme }: ScreenerHome, { slug, phase, waiting, looks, closes, zone }: ScreenedEdition) {
  const { screening, dates } = useWords();
  const words = screening.home;
  const to = `/manage/${programme.slug}/${slug}/screening`;
  const by = `${dates.short(closes)} ${dates.cityOf(zone)}`;
  const tag = <Tag kind="warn">{phase === 'entries-open' ? words.tasks.by(by) : words.tasks.now}</Tag>;
  return [
    waiting > 0 && { to, text: words.tasks.screen(waiting), note: words.tasks.screenNote, tag },
    looks > 0 && { to: `${to}#held`, text: words.screener.look(looks), note: words.screener.lookNote, tag },
  ].filter((task) => task !== false);
}

function Season({ home, edition, first }: { home: ScreenerHome; edition: ScreenedEdition; first: boolean }) {
  const words = useWords().screening.home.screener;
  const tasks = useTasks(home, edition);
  const { programme } = home;
  return (
    <Section title={edition.name} first={first} aside={<Link to={`/p/${programme.slug}/${edition.slug}`}>{words.rules}</Link>}>
      {tasks.length > 0 ? <Tasks items={tasks} /> : <p className="soft">{words.nothing}</p>}
      <p className="gap-t">
        <Link to={`/manage/${programme.slug}/${edition.slug}/screening`}>{words.queue}</Link>
      </p>
    </Section>
  );
}

/** The home of somebody who screens for a programme: what waits for them, and nothing of the programme besides. */
export function ScreenersHome({ home, others }: Props) {
  const { screening } = useWords();
  const words = screening.home;
  const { programme, editions } = home;
  const [current] = editions;
  const next = editions.find(({ waiting }) => waiting > 0);
  const waiting = editions.reduce((sum, one) => sum + one.waiting, 0);
  const acts = next && (
    <ButtonLink kind="main" to={`/manage/${programme.slug}/${next.slug}/screening`}>
      {words.tasks.screen(next.waiting)}
    </ButtonLink>
  );
  const inside = (
    <>
      <PageHead title={screening.queue.lead(waiting)} verdict over={words.screener.over(programme.name)} acts={acts} />
      {editions.length === 0 && <Empty title={words.screener.none}>{words.screener.noneText}</Empty>}
      {editions.map((edition, at) => (
        <Season key={edition.slug} home={home} edition={edition} first={at === 0} />
      ))}
      {others.length > 0 && (
        <Section title={words.others}>
          <div className="row">
            {others.map(({ slug, name }) => (
              <Link key={slug} to={`/manage?programme=${slug}`}>
                <bdi>{name}</bdi>
              </Link>
            ))}
          </div>
        </Section>
      )}
    </>
  );
  const subject = { programmeSlug: programme.slug, programmeName: programme.name, screens: true };
  return current ? (
    <EditionPage edition={{ ...subject, slug: current.slug, name: current.name }} part="home" title={[words.screener.title]}>
      {inside}
    </EditionPage>
  ) : (
    <OrganiserPage title={[words.screener.title]}>{inside}</OrganiserPage>
  );
}
