import { Said, SaidAround } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import type { Call } from '#slices/programmes/public/call.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { type Phase, Phases } from '#ui/data/phases.tsx';
import { Chapter, Closing, Due, Hero, Prose } from '#ui/frames/editorial.tsx';
import { Cards, Weights } from './public/cards.tsx';
import { CategoryTree } from './public/category-tree.tsx';
import { TimelineDates } from './public/dates.tsx';
import { RemarksChapter } from './public/remarks.tsx';
import { About, Chapters, Fees, Questions, Sources, Sponsors } from './public/rulebook.tsx';

type Props = { readonly call: Call };

/** The one act the phase allows: enter, wait, or read who won. */
function MainAct({ call }: Props) {
  const words = useWords().call;
  const { programme, edition } = call;
  switch (edition.phase) {
    case 'entries-open':
      return (
        <ButtonLink kind="main" size="large" to={`/p/${programme.slug}/enter`}>
          {words.enter}
        </ButtonLink>
      );
    case 'announced':
      return (
        <ButtonLink kind="main" size="large" to={`/p/${programme.slug}/${edition.slug}/winners`}>
          {words.seeWinners(edition.name)}
        </ButtonLink>
      );
    default:
      return (
        <ButtonLink size="large" to="#dates">
          {words.seeDates}
        </ButtonLink>
      );
  }
}

function Day({ at }: { at: string }) {
  const { dates } = useWords();
  return <time dateTime={dates.machine(at)}>{dates.day(at)}</time>;
}

function DueStrip({ call }: Props) {
  const { call: words, dates } = useWords();
  const { edition, categories, criteria, away } = call;
  const { opens, closes, judgingCloses, announced } = call.dates;
  const first =
    edition.phase === 'upcoming'
      ? opens
      : edition.phase === 'announced'
        ? (announced ?? judgingCloses)
        : edition.phase === 'entries-open'
          ? closes
          : judgingCloses;
  const second = edition.phase === 'upcoming' ? { over: words.due.closes, at: closes } : { over: words.due.judging, at: judgingCloses };
  const longAgo = edition.phase === 'announced' && dates.isLongAgo(away);
  return (
    <Due
      items={[
        {
          over: longAgo ? words.due.announcement : words.due[edition.phase](dates.away(away)),
          main: <Day at={first} />,
          note: dates.time(first),
        },
        { over: second.over, main: <Day at={second.at} />, note: dates.time(second.at) },
        {
          over: words.due.open,
          main: words.due.asked(categories.length, criteria.length),
          note: call.hasForms ? words.due.askedForm : words.due.askedNote,
        },
      ]}
    />
  );
}

function Categories({ call }: Props) {
  const words = useWords().call;
  return (
    <Chapter id="categories" title={words.nav.categories} aside={<p className="soft">{words.categories(call.categories.length)}</p>}>
      <ol className="cats">
        {call.categories.map(({ id, code, name, description }) => (
          <li key={id}>
            <span className="code">{code}</span>
            <div>
              <h3>
                <Link kind="plain" to={`/p/${call.programme.slug}/${call.edition.slug}/categories/${code}`}>
                  <bdi>{name}</bdi>
                </Link>
              </h3>
              {description && <p className="read">{description}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Chapter>
  );
}

function Dates({ call }: Props) {
  const { call: words, dates } = useWords();
  const { phases } = words;
  const { opens, closes, judgingCloses, announced } = call.dates;
  const { phase, seats } = call.edition;
  const order = ['upcoming', 'entries-open', 'judging-open', 'deciding', 'announced'].indexOf(phase);
  const state = (at: number): Phase['state'] => (order > at ? 'done' : order === at ? 'now' : undefined);
  const tag = (at: number, now: string, done: string) => (order > at ? done : order === at ? now : undefined);
  const items: Phase[] = [
    {
      name: phases.entries,
      when: phase === 'entries-open' ? phases.until(dates.full(closes)) : `${dates.range(opens, closes)}, ${dates.time(closes)}`,
      note: phases.entriesNote,
      state: state(1),
      tag: tag(1, phases.openNow, phases.closed),
    },
    {
      name: phases.judging,
      when: phases.until(dates.full(judgingCloses)),
      note: phases.judgingNote(seats),
      state: state(2),
      tag: tag(2, phases.goingOn, phases.done),
    },
    {
      name: phases.announcement,
      when: announced ? dates.full(announced) : phases.after,
      note: phases.announcementNote,
      state: phase === 'announced' ? 'done' : undefined,
    },
  ];
  return (
    <Chapter id="dates" title={words.nav.dates} aside={<p className="soft">{words.zone(dates.cityOf(call.programme.zone))}</p>}>
      <Phases wide items={items} />
    </Chapter>
  );
}

function Judging({ call }: Props) {
  const words = useWords().call.judging;
  const { criteria, scale, edition } = call;
  return (
    <Chapter id="judging" title={words.title} aside={<p className="soft">{words.aside}</p>}>
      <div className="stack-6">
        {call.rulebook?.judging && (
          <SaidAround text={call.rulebook.judging}>
            <Prose text={call.rulebook.judging} />
          </SaidAround>
        )}
        <ol className="how">
          {words.steps(edition.seats, criteria.length, scale.min, scale.max).map(({ title, text }) => (
            <li key={title}>
              <h3 className="h3">{title}</h3>
              <p className="soft">{text}</p>
            </li>
          ))}
        </ol>
        <div>
          <h3 className="h3">{words.weights}</h3>
          {call.rulebook ? (
            <Cards cards={call.rulebook.cards} />
          ) : (
            <Weights lines={criteria.map(({ id, ...rest }) => ({ key: id, ...rest }))} />
          )}
        </div>
      </div>
    </Chapter>
  );
}

/** The whole page of a call, read without an account and without scripts. */
export function CallView({ call }: Props) {
  const words = useWords().call;
  const { programme, edition, past, rulebook } = call;
  const enter = edition.phase === 'entries-open' ? `/p/${programme.slug}/enter` : undefined;
  const page = `/p/${programme.slug}/${edition.slug}`;
  const [last] = past;
  const { phase } = edition;
  const closing = phase === 'upcoming' || phase === 'entries-open' || phase === 'announced' ? words.closing[phase] : words.closing.later;
  return (
    <>
      <Hero title={<Said>{programme.strapline || programme.name}</Said>} lead={programme.summary} acts={<MainAct call={call} />} />
      <DueStrip call={call} />
      {rulebook && <About text={rulebook.about} />}
      {rulebook ? <CategoryTree tree={rulebook.tree} page={page} /> : <Categories call={call} />}
      {rulebook && rulebook.phases.length > 0 ? <TimelineDates call={call} phases={rulebook.phases} /> : <Dates call={call} />}
      {rulebook && <Fees fees={rulebook.fees} />}
      <Judging call={call} />
      {rulebook && <Questions questions={rulebook.questions} />}
      <RemarksChapter of={call.asked} home={`/p/${programme.slug}`} />
      {rulebook && (
        <>
          <Chapters chapters={rulebook.chapters} page={page} enter={enter} />
          <Sponsors sponsors={rulebook.sponsors} />
          <Sources sources={rulebook.sources} illustrative={rulebook.illustrative} />
        </>
      )}
      <Closing title={closing}>
        <MainAct call={call} />
        {last && (
          <Link kind="go" to={`/p/${programme.slug}/${last.slug}/winners`}>
            {words.seeWinners(last.name)}
          </Link>
        )}
        {call.won && (
          <Link kind="go" to={`/p/${programme.slug}/winners`}>
            {words.everyWinner}
          </Link>
        )}
      </Closing>
    </>
  );
}
