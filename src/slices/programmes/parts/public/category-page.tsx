import type { ReactNode } from 'react';
import { Said } from '#shells/languages/contents.tsx';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import type { CategoryPage } from '#slices/programmes/public/category.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Chapter, Closing, Opening } from '#ui/frames/editorial.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { Card } from './cards.tsx';
import { Branches, placeOf } from './category-tree.tsx';
import { FormSummary } from './form-summary.tsx';

type Props = { readonly view: CategoryPage };

/** Where somebody stands who reads about one edition: the call, and what leads on from it. */
type FrameProps = {
  readonly of: {
    readonly programme: Pick<CategoryPage['programme'], 'slug' | 'name'>;
    readonly edition: Pick<CategoryPage['edition'], 'slug' | 'name'>;
    readonly languages: CategoryPage['languages'];
  };
  readonly title: string;
  readonly children: ReactNode;
};

export function EditionFrame({ of, title, children }: FrameProps) {
  const { nav } = useWords().call;
  const { programme, edition } = of;
  const page = `/p/${programme.slug}/${edition.slug}`;
  const items = [
    { to: page, text: nav.edition(edition.name) },
    { to: `${page}#categories`, text: nav.categories },
    { to: `${page}#dates`, text: nav.dates },
    { to: `${page}#judging`, text: nav.judging },
  ];
  return (
    <PublicPage
      title={[title, `${programme.name} ${edition.name}`]}
      programme={{ text: programme.name, to: `/p/${programme.slug}` }}
      items={items}
      languages={of.languages}
    >
      {children}
    </PublicPage>
  );
}

function Who({ view }: Props) {
  const { category, eligibility } = useWords();
  const words = category.page;
  const { nominees, nominators, limits, sponsor, divisions } = view;
  const facts = [
    ...(nominees.length > 0 ? [{ name: words.rewards, value: category.nominees(nominees) }] : []),
    ...(nominators.length > 0 ? [{ name: words.proposes, value: category.nominators(nominators) }] : []),
    ...(limits.each === undefined ? [] : [{ name: words.each, value: words.limitEach(limits.each) }]),
    ...(limits.all === undefined ? [] : [{ name: words.all, value: words.limitAll(limits.all) }]),
    ...(sponsor
      ? [{ name: words.sponsor, value: sponsor.address === undefined ? sponsor.name : <Link to={sponsor.address}>{sponsor.name}</Link> }]
      : []),
  ];
  if (facts.length === 0 && divisions.length === 0) return null;
  return (
    <Chapter id="who" title={words.who}>
      <div className="stack">
        {facts.length > 0 && <Facts long of={facts} />}
        {(limits.each !== undefined || limits.all !== undefined) && <p className="soft t-sm measure">{words.counting}</p>}
        {divisions.length > 0 && (
          <div>
            <h3 className="h4">{words.divisions}</h3>
            <p className="soft t-sm measure">{view.rankedApart ? words.divisionsApart : words.divisionsLead}</p>
            <ul className="plain-list">
              {divisions.map(({ key, name, rule }) => (
                <li key={key}>
                  <bdi className="strong">
                    <Said>{name}</Said>
                  </bdi>{' '}
                  <span className="soft">{rule ? eligibility.condition(rule.needs, view.fields) : words.divisionRest}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Chapter>
  );
}

function Eligibility({ view }: Props) {
  const { category, eligibility, selfCheck } = useWords();
  const words = category.page;
  return (
    <Chapter id="eligibility" title={words.eligibility} aside={<p className="soft">{words.eligibilityAside}</p>}>
      {view.rules.length === 0 ? (
        <p className="soft">{words.noRules}</p>
      ) : (
        <ul className="plain-list read">
          {view.rules.map(({ key, rule, says }) => (
            <li key={key}>
              <p>{eligibility.rule(rule, view.fields)}</p>
              {says && (
                <p className="soft t-sm">
                  <Said>{says}</Said>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.rules.length > 0 && (
        <p>
          <Link kind="go" to={`/p/${view.programme.slug}/${view.edition.slug}/check?category=${view.code}`}>
            {selfCheck.link}
          </Link>
        </p>
      )}
    </Chapter>
  );
}

function Due({ view, children }: Props & { children?: ReactNode }) {
  const { call, dates } = useWords();
  const { edition } = view;
  const [line, at] =
    edition.phase === 'upcoming'
      ? [call.lines.upcoming, view.dates.opens]
      : edition.phase === 'entries-open'
        ? [call.lines['entries-open'], view.dates.closes]
        : [call.lines.screening, view.dates.closes];
  return (
    <div className="stack">
      <p className="num">
        {line} <time dateTime={dates.machine(at)}>{dates.full(at)}</time>
      </p>
      {children}
    </div>
  );
}

function Enter({ view }: Props) {
  const words = useWords().category.page;
  if (view.edition.phase !== 'entries-open') return null;
  if (view.full)
    return (
      <Link kind="go" to={`/p/${view.programme.slug}/${view.edition.slug}/find`}>
        {words.findAnother}
      </Link>
    );
  return (
    <ButtonLink kind="main" size="large" to={`/p/${view.programme.slug}/enter`}>
      {words.enter}
    </ButtonLink>
  );
}

function Nominate({ view }: Props) {
  const { form } = useWords().nominations;
  if (!view.nominating) return null;
  return (
    <p>
      <Link kind="go" to={`/p/${view.programme.slug}/${view.edition.slug}/categories/${view.code}/nominate`}>
        {form.link}
      </Link>
    </p>
  );
}

function Open({ view }: Props) {
  const { category, guide } = useWords();
  const words = category.page;
  return (
    <>
      <Due view={view}>
        {view.full && <p className="read">{words.fullText}</p>}
        <Enter view={view} />
        <Nominate view={view} />
      </Due>
      <Who view={view} />
      <Eligibility view={view} />
      <Chapter id="form" title={words.asked} aside={<p className="soft">{words.askedAside}</p>}>
        <div className="stack">
          {view.questions ? <FormSummary questions={view.questions} /> : <p className="soft">{words.story}</p>}
          <p>
            <Link kind="go" to={`/p/${view.programme.slug}/${view.edition.slug}/categories/${view.code}/guide`}>
              {guide.link}
            </Link>
          </p>
        </div>
      </Chapter>
      {view.card && (
        <Chapter id="judging" title={words.judges}>
          <Card card={view.card} anchors />
        </Chapter>
      )}
      <Closing title={words.closing}>
        <Enter view={view} />
        <Link kind="go" to={`/p/${view.programme.slug}/${view.edition.slug}#${placeOf(view.code)}`}>
          {words.all_}
        </Link>
      </Closing>
    </>
  );
}

function Others({ view }: Props) {
  const words = useWords().category.page;
  const page = `/p/${view.programme.slug}/${view.edition.slug}`;
  return (
    <>
      {view.state === 'family' && <Who view={view} />}
      <Chapter title={view.state === 'family' ? words.branches : words.all_}>
        <div className="stack">
          {view.state === 'retired' && <p className="soft">{words.retiredText}</p>}
          <Branches nodes={view.others} page={page} />
        </div>
      </Chapter>
    </>
  );
}

/** One category, open, retired, or a family of others. */
export function CategoryView({ view }: Props) {
  const { category } = useWords();
  const words = category.page;
  const where = view.path.length > 0 ? view.path.map(({ name }) => name).join(' – ') : view.state === 'family' ? words.family : words.one;
  return (
    <EditionFrame of={view} title={view.name}>
      <Opening
        over={
          <>
            <bdi>{where}</bdi> · {view.code} {view.isNew && <Tag kind="new">{category.isNew}</Tag>}
            {view.state === 'retired' && <Tag>{words.retired}</Tag>}
            {view.full && <Tag>{category.full}</Tag>}
          </>
        }
        title={<Said>{view.name}</Said>}
        lead={view.description && <Said>{view.description}</Said>}
      />
      {view.state === 'open' ? <Open view={view} /> : <Others view={view} />}
    </EditionFrame>
  );
}
