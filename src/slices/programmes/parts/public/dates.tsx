import { useWords } from '#shells/words.tsx';
import type { Call } from '#slices/programmes/public/call.ts';
import type { ToldPhase } from '#slices/programmes/public/dates.ts';
import { Link } from '#ui/actions/link.tsx';
import { Phases } from '#ui/data/phases.tsx';
import { Chapter } from '#ui/frames/editorial.tsx';

function useNote(seats: number): (phase: ToldPhase) => string | undefined {
  const { call, category } = useWords();
  const notes = call.phases;
  return ({ phase, place }) => {
    if (place !== undefined) return category.place(place);
    if (phase === 'entries') return notes.entriesNote;
    if (phase === 'round') return notes.judgingNote(seats);
    return phase === 'announcement' ? notes.announcementNote : undefined;
  };
}

/** The stretches of the year, by the programme's clock and, where it is known, by the reader's. */
function PhaseList({ phases, seats }: { phases: readonly ToldPhase[]; seats: number }) {
  const { call, dates, timeline } = useWords();
  const words = call.phases;
  const note = useNote(seats);
  const when = ({ opens, closes, state }: ToldPhase): string => {
    if (closes === null) return dates.full(opens);
    return state === 'now' ? words.until(dates.full(closes)) : `${dates.range(opens, closes)}, ${dates.time(closes)}`;
  };
  return (
    <Phases
      wide
      items={phases.map((each) => ({
        name: timeline.phaseTitle(each.phase, each.round),
        when: when(each),
        note: note(each),
        state: each.state === 'coming' ? undefined : each.state,
        tag: each.state === 'now' ? words.openNow : each.state === 'done' ? words.done : undefined,
      }))}
    />
  );
}

export function TimelineDates({ call, phases }: { call: Call; phases: readonly ToldPhase[] }) {
  const { call: words, category, dates } = useWords();
  const page = `/p/${call.programme.slug}`;
  const aside = (
    <>
      <p className="soft">{words.zone(dates.cityOf(call.programme.zone))}</p>
      <p>
        <Link kind="go" to={`${page}/dates.ics`}>
          {category.calendar}
        </Link>
      </p>
      <p>
        <Link kind="go" to={`${page}/news.atom`}>
          {category.feed}
        </Link>
      </p>
    </>
  );
  return (
    <Chapter id="dates" title={words.nav.dates} aside={aside}>
      <PhaseList phases={phases} seats={call.edition.seats} />
    </Chapter>
  );
}
