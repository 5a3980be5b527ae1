import { useWords } from '#shells/words.tsx';
import type { HomeEdition, HomeSeason } from '#slices/screening/home.ts';
import { Figures } from '#ui/data/facts.tsx';
import { Log, Ready, type ReadyItem, type Task, Tasks } from '#ui/data/lists.tsx';
import { type Phase, Phases } from '#ui/data/phases.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { Bars } from '#ui/plots/bars.ts';
import { Curve } from '#ui/plots/curve.tsx';
import { WithData } from '#ui/plots/with-data.ts';

type Props = { readonly home: HomeEdition };
type Season = { readonly home: HomeSeason };

const addressOf = ({ edition }: HomeEdition) => `/manage/${edition.programmeSlug}/${edition.slug}`;

/** What has to be done now, most pressing first; nothing that can wait for its time. */
export function useTasks(home: HomeEdition): Task[] {
  const { screening, manage, dates, threads } = useWords();
  const words = screening.home.tasks;
  const { edition, phase, counts, judges, seats, missing, asked, asking } = home;
  const here = addressOf(home);
  const by = (at: string) => <Tag kind="warn">{words.by(`${dates.short(at)} ${dates.cityOf(edition.zone)}`)}</Tag>;
  const tasks: (Task | false)[] = [
    !edition.published &&
      missing.length > 0 && {
        to: here,
        text: words.finish,
        note: words.finishNote(
          missing
            .map((part) =>
              part === 'criteria' ? manage.edition.criteria : part === 'categories' ? manage.edition.categories : manage.edition.dates,
            )
            .join(', '),
        ),
        tag: by(home.dates.opens),
      },
    !edition.published && missing.length === 0 && { to: here, text: words.publish, note: words.publishNote, tag: by(home.dates.opens) },
    phase === 'deciding' &&
      edition.published && { to: `${here}/results`, text: words.count, note: words.countNote, tag: <Tag kind="warn">{words.now}</Tag> },
    counts.submitted > 0 &&
      phase !== 'announced' && {
        to: `${here}/screening`,
        text: words.screen(counts.submitted),
        note: words.screenNote,
        tag: phase === 'entries-open' ? by(home.dates.closes) : <Tag kind="warn">{words.now}</Tag>,
      },
    asking > 0 && {
      to: `${here}/entries/questions`,
      text: threads.organiser.task(asking),
      note: threads.organiser.taskNote,
      tag: <Tag kind="warn">{words.now}</Tag>,
    },
    edition.published &&
      judges < edition.seats &&
      (phase === 'upcoming' || phase === 'entries-open' || phase === 'judging-open') && {
        to: `/manage/${edition.programmeSlug}/people`,
        text: words.invite(edition.seats - judges),
        note: words.inviteNote(judges, edition.seats),
        tag: by(home.dates.closes),
      },
    asked > 0 && { to: `/manage/${edition.programmeSlug}/questions`, text: words.asked(asked), note: words.askedNote },
    seats.free > 0 &&
      (phase === 'entries-open' || phase === 'judging-open') && {
        to: `${here}/judging`,
        text: words.free(seats.free),
        note: words.freeNote,
        tag: by(home.dates.judgingCloses),
      },
    phase === 'judging-open' &&
      !seats.dealt &&
      counts.accepted > 0 && {
        to: `${here}/judging`,
        text: words.seat,
        note: words.seatNote(counts.accepted),
        tag: by(home.dates.judgingCloses),
      },
  ];
  return tasks.filter((task) => task !== false);
}

export function DueNext({ home }: Props) {
  const words = useWords().screening.home;
  const tasks = useTasks(home);
  return (
    <Section title={words.due} first>
      {tasks.length === 0 ? <p className="soft">{words.nothingDue}</p> : <Tasks items={tasks} />}
    </Section>
  );
}

export function BeforeJudging({ home }: Props) {
  const words = useWords().screening.home;
  const { edition, counts, judges, criteria, missing, phase } = home;
  const closed = phase !== 'upcoming' && phase !== 'entries-open';
  const item = (done: boolean, later: boolean, text: string, note?: string): ReadyItem => {
    const state = done ? 'done' : later ? 'open' : 'due';
    return { state, stateName: words.states[state], text, ...(note !== undefined && { note }) };
  };
  const items = [
    item(
      !missing.includes('criteria'),
      false,
      words.readyItems.criteria,
      criteria > 0 ? words.readyItems.criteriaNote(criteria) : undefined,
    ),
    item(edition.published, false, words.readyItems.published),
    item(judges >= edition.seats, false, words.readyItems.judges, words.readyItems.judgesNote(judges, edition.seats)),
    item(
      closed && counts.submitted === 0,
      !closed && counts.submitted === 0,
      words.readyItems.screened,
      words.readyItems.screenedNote(counts.submitted),
    ),
    item(closed, true, words.readyItems.closed),
  ];
  return (
    <Section title={words.ready} first aside={words.readyOf(items.filter(({ state }) => state === 'done').length, items.length)}>
      <Ready items={items} />
    </Section>
  );
}

export function Numbers({ home }: Props) {
  const words = useWords().screening.home;
  const { counts, judges, edition } = home;
  const submitted = counts.submitted + counts.returned + counts.accepted;
  return (
    <section className="section" aria-label={words.numbers}>
      <Figures
        of={[
          { name: words.figures.submitted, value: submitted, note: words.figureNotes.submitted(counts.submitted, counts.returned) },
          { name: words.figures.draft, value: counts.draft, note: words.figureNotes.draft },
          { name: words.figures.accepted, value: counts.accepted, note: words.figureNotes.accepted },
          { name: words.figures.judges, value: judges, note: words.figureNotes.judges(edition.seats) },
        ]}
      />
    </section>
  );
}

export function ByCategory({ home }: Season) {
  const words = useWords().screening.home;
  const most = Math.max(1, ...home.categories.map(({ submitted }) => submitted));
  const [largest] = home.categories.toSorted((a, b) => b.submitted - a.submitted);
  const rows = home.categories.map(({ name, submitted }) => ({ name, share: submitted / most, value: String(submitted) }));
  return (
    <Section title={words.categories}>
      <WithData
        data={{
          open: words.theNumbers,
          caption: words.categories,
          head: [words.category, words.figures.submitted],
          rows: home.categories.map(({ name, submitted }) => [name, submitted]),
        }}
      >
        <Bars rows={rows} label={words.categoriesLabel(largest?.name ?? '')} />
      </WithData>
    </Section>
  );
}

/** The curve of submissions, from the opening to the close. */
export function Submissions({ home }: Season) {
  const { screening, dates } = useWords();
  const words = screening.home.curve;
  const { submissions, passed } = home;
  const count = submissions.length;
  return (
    <Section title={words.title} first>
      <WithData
        data={{
          open: screening.home.theNumbers,
          caption: words.title,
          head: [words.until, screening.home.figures.submitted],
          rows: home.counted.map((counted) => [dates.short(counted.at), counted.count]),
        }}
      >
        <Curve
          steps={submissions}
          now={passed}
          label={words.label(count, dates.day(home.dates.closes))}
          point={words.point(count, passed < 1)}
          from={dates.dayOnly(home.dates.opens)}
          to={dates.dayOnly(home.dates.closes)}
          end={words.end}
        />
      </WithData>
    </Section>
  );
}

export function Lately({ home }: Props) {
  const { screening, events, dates } = useWords();
  const words = screening.home;
  return (
    <Section title={words.lately} first>
      {home.log.length === 0 ? (
        <p className="soft">{words.nothingLately}</p>
      ) : (
        <Log
          items={home.log.map(({ id, kind, at, by, standIn, number }) => ({
            key: id,
            instant: dates.machine(at),
            time: dates.lately(at, home.now),
            text: events.say(kind, by, number, standIn),
          }))}
        />
      )}
    </Section>
  );
}

export function Year({ home }: Season) {
  const { screening, dates } = useWords();
  const words = screening.home.phases;
  const { opens, closes, judgingCloses, announced } = home.dates;
  const order = ['upcoming', 'entries-open', 'judging-open', 'deciding', 'announced'].indexOf(home.phase);
  const state = (at: number): Phase['state'] => (order > at ? 'done' : order === at ? 'now' : undefined);
  return (
    <Phases
      items={[
        { name: words.entries, when: `${dates.inYears(opens)} – ${dates.inYears(closes)}`, state: state(1) },
        { name: words.judging, when: `${dates.inYears(closes)} – ${dates.inYears(judgingCloses)}`, state: state(2) },
        {
          name: words.announcement,
          when: announced ? dates.inYears(announced) : home.planned ? dates.inYears(home.planned) : words.open,
          state: order === 4 ? 'done' : undefined,
        },
      ]}
    />
  );
}
