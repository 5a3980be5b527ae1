import { CategoryNames } from '#shells/languages/category-names.tsx';
import { useWords } from '#shells/words.tsx';
import type { pastForPublic } from '#slices/programmes/winners/past-page.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { CarriedField } from '#ui/base/frame.tsx';
import { FilterSelect, Filters, SearchBox } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { Chapter } from '#ui/frames/editorial.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export type PastPage = Awaited<ReturnType<typeof pastForPublic>>;
type Year = PastPage['years'][number];
type Award = Year['categories'][number]['awards'][number];
type Props = { readonly page: PastPage };

const pathOf = ({ programme }: PastPage) => `/p/${programme.slug}/winners`;

/** Search and filters, by an address of their own each. */
export function FindWinners({ page }: Props) {
  const words = useWords().pastWinners.page;
  const { filter, counts, narrowed } = page;
  const years = counts.years.map(({ first, wins }) => ({ value: String(first), label: words.yearOf(first, wins) }));
  const categories = counts.categories.map(({ name, label }) => ({ value: name, label }));
  return (
    <div className="past__find">
      <Filters to={pathOf(page)} label={words.filters} go={words.go}>
        <CarriedField />
        <SearchBox label={words.search} placeholder={words.search} value={filter.search} />
        <FilterSelect
          name="year"
          label={words.year}
          value={filter.year?.toString()}
          options={[{ value: '', label: words.everyYear }, ...years]}
        />
        <FilterSelect
          name="category"
          label={words.category}
          value={filter.category}
          options={[{ value: '', label: words.everyCategory }, ...categories]}
        />
      </Filters>
      {narrowed && (
        <p className="t-sm soft num">
          {words.found(counts.found, counts.wins)} <Link to={pathOf(page)}>{words.all}</Link>
        </p>
      )}
    </div>
  );
}

function Winners({ award: { title, shared, winners } }: { award: Award }) {
  const words = useWords().pastWinners.page;
  const said = [title, shared ? words.joint : ''].filter(Boolean);
  return (
    <li>
      <p className="past__name">
        {winners.map(({ key, nominee }, i) => (
          <span key={key}>
            {i > 0 && <span className="faint"> {words.and} </span>}
            <bdi>{nominee}</bdi>
          </span>
        ))}
        {said.length > 0 && (
          <span className="past__title">
            <bdi>{said.join(', ')}</bdi>
          </span>
        )}
      </p>
      {winners.some(({ organisation, work }) => organisation !== '' || work !== '') && (
        <p className="t-sm soft">
          {winners
            .filter(({ organisation, work }) => organisation !== '' || work !== '')
            .map(({ key, organisation, work }, i) => (
              <span key={key}>
                {i > 0 && ' · '}
                <bdi>{[organisation, work].filter(Boolean).join(', ')}</bdi>
              </span>
            ))}
        </p>
      )}
    </li>
  );
}

/** A year in the margin, its categories beside it. */
export function PastYear({ year, home }: { year: Year; home: string }) {
  const words = useWords().pastWinners.page;
  const aside = year.editions.map(({ slug, name }) => (
    <p key={slug}>
      <Link kind="go" to={`${home}/${slug}/winners`}>
        {words.edition(name)}
      </Link>
    </p>
  ));
  return (
    <Chapter title={year.names.join(', ')} aside={aside}>
      <dl className="past">
        {year.categories.map(({ name, names, awards }) => (
          <div key={name}>
            <dt>
              <CategoryNames names={names} />
            </dt>
            <dd>
              <ul>
                {awards.map((award) => (
                  <Winners key={award.winners[0]?.key} award={award} />
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Chapter>
  );
}

export function NoWinners({ page }: Props) {
  const words = useWords().pastWinners.page;
  return page.narrowed ? (
    <Empty title={words.nothing} acts={<ButtonLink to={pathOf(page)}>{words.all}</ButtonLink>}>
      {words.nothingText}
    </Empty>
  ) : (
    <Empty title={words.none}>{words.noneText}</Empty>
  );
}

export function PastPages({ page }: Props) {
  const words = useWords().pastWinners.page;
  if (!page.next && !page.first) return null;
  return (
    <Pager label={words.pages} where="" before={{ label: words.first, to: page.first }} after={{ label: words.older, to: page.next }} />
  );
}
