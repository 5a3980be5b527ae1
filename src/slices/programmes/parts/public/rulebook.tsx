import { inItself, Said, SaidAround } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import type { Rulebook } from '#slices/programmes/public/call.ts';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Chapter, Prose } from '#ui/frames/editorial.tsx';

export function About({ text }: { text: string }) {
  const words = useWords().category;
  if (text === '') return null;
  return (
    <Chapter title={words.about}>
      <SaidAround text={text}>
        <Prose text={text} />
      </SaidAround>
    </Chapter>
  );
}

/** What entering costs, by when it is done, or that it costs nothing; nothing at all where nobody said. */
export function Fees({ fees: { text, tiers } }: Pick<Rulebook, 'fees'>) {
  const { category, dates } = useWords();
  const words = category.fees;
  if (text === '' && tiers.length === 0) return null;
  const last = tiers.length === 1 ? words.always : words.afterwards;
  const when = (until: string | null) => (until === null ? last : words.until(dates.full(until)));
  return (
    <Chapter id="fees" title={words.title} aside={tiers.length > 1 && <p className="soft">{words.aside}</p>}>
      <div className="stack">
        {text !== '' && (
          <SaidAround text={text}>
            <Prose text={text} />
          </SaidAround>
        )}
        {tiers.length > 0 && (
          <Facts
            long
            of={tiers.map(({ name, until, amount: minor, currency, now }) => ({
              name: [name, when(until)].filter(Boolean).join(' · '),
              value: (
                <>
                  {words.cost(minor, currency)} {now && <span className="t-sm soft">{words.now}</span>}
                </>
              ),
            }))}
          />
        )}
        {tiers.some(({ amount: minor }) => minor > 0) && <p className="soft t-sm">{words.shown}</p>}
      </div>
    </Chapter>
  );
}

export function Questions({ questions }: Pick<Rulebook, 'questions'>) {
  const words = useWords().category;
  if (questions.length === 0) return null;
  return (
    <Chapter id="questions" title={words.questions}>
      <div>
        {questions.map(({ key, question, answer }, i) => (
          <Fold key={key} summary={<Said>{question}</Said>} open={i === 0}>
            <SaidAround text={answer}>
              <Prose text={answer} />
            </SaidAround>
          </Fold>
        ))}
      </div>
    </Chapter>
  );
}

/** Where the programme is held in parts: what each is for, where to ask, and while entries are taken the way into it. */
export function Chapters({ chapters, page, enter }: Pick<Rulebook, 'chapters'> & { page: string; enter: string | undefined }) {
  const { category, countries } = useWords();
  const words = category.chapters;
  if (chapters.length === 0) return null;
  return (
    <Chapter id="chapters" title={words.title} aside={<p className="soft">{words.aside}</p>}>
      <ul className="stack">
        {chapters.map((each) => (
          <li key={each.key}>
            <h3 className="h4">
              <bdi>{each.name}</bdi>
            </h3>
            {each.about && <p className="soft">{each.about}</p>}
            {each.countries.length > 0 && <p className="t-sm">{words.countries(each.countries.map(countries.of))}</p>}
            {each.languages.length > 0 && <p className="t-sm">{words.languages(each.languages.map(inItself))}</p>}
            {each.categories.length > 0 && (
              <p className="row t-sm">
                {each.categories.map(({ code, name }) => (
                  <Link key={code} kind="plain" to={`${page}/categories/${code}`}>
                    <bdi>{name}</bdi>
                  </Link>
                ))}
              </p>
            )}
            {(enter || each.contact) && (
              <p className="row t-sm">
                {enter && (
                  <Link to={`${enter}?chapter=${each.key}`} more={each.name}>
                    {words.enter}
                  </Link>
                )}
                {each.contact && (
                  <Link to={each.contact} more={each.name}>
                    {words.contact}
                  </Link>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Chapter>
  );
}

export function Sponsors({ sponsors }: Pick<Rulebook, 'sponsors'>) {
  const words = useWords().category.sponsors;
  if (sponsors.length === 0) return null;
  return (
    <Chapter title={words.title} aside={<p className="soft">{words.aside}</p>}>
      <ul className="stack">
        {sponsors.map(({ name, about, address }) => (
          <li key={name}>
            <p className="h4">{address === undefined ? <bdi>{name}</bdi> : <Link to={address}>{name}</Link>}</p>
            {about && (
              <p className="soft">
                <Said>{about}</Said>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Chapter>
  );
}

/** Where the rules come from, and what in them no source says. */
export function Sources({ sources, illustrative }: Pick<Rulebook, 'sources' | 'illustrative'>) {
  const words = useWords().category.sources;
  if (sources.length === 0 && illustrative.length === 0) return null;
  return (
    <Chapter id="sources" title={words.title}>
      <div className="stack">
        {illustrative.length > 0 && (
          <div>
            <h3 className="h4">{words.illustrative}</h3>
            <ul className="plain-list">
              {illustrative.map((text) => (
                <li key={text}>
                  <Said>{text}</Said>
                </li>
              ))}
            </ul>
          </div>
        )}
        {sources.length > 0 && (
          <div>
            <h3 className="h4">{words.sources}</h3>
            <ul className="plain-list">
              {sources.map((source) => (
                <li key={source}>
                  <Link to={source}>{source}</Link>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Chapter>
  );
}
