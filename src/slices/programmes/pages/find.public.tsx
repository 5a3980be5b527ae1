import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { useWords } from '#shells/words.tsx';
import { EditionFrame } from '#slices/programmes/parts/public/category-page.tsx';
import { type Finding, finderOf } from '#slices/programmes/public/finding.ts';
import { Link } from '#ui/actions/link.tsx';
import { CarriedField } from '#ui/base/frame.tsx';
import { Radios, Select } from '#ui/forms/choice.tsx';
import { Chapter, Opening } from '#ui/frames/editorial.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tag } from '#ui/messages/tag.tsx';

export const handle = { js: false, cache: 30 };

export const loader = load((ctx, { params, url }) =>
  finderOf(ctx, params.programme ?? '', params.edition ?? '', (name) => url.searchParams.get(name)),
);

type Props = { readonly view: Finding };

const addressOf = ({ programme, edition }: Finding) => `/p/${programme.slug}/${edition.slug}`;

function Questions({ view }: Props) {
  const words = useWords().finder;
  const { questions, answers } = view;
  const open = { value: '', label: words.notSure };
  const kinds = [
    ['nominee', questions.nominee.map((kind) => ({ value: kind, label: words.nominee[kind] }))],
    ['nominator', questions.nominator.map((kind) => ({ value: kind, label: words.nominator[kind] }))],
  ] as const;
  const lists = [
    ['family', questions.family.map(({ value, name }) => ({ value, label: name }))],
    ['branch', questions.branch.map(({ value, name }) => ({ value, label: name }))],
  ] as const;
  const asked = [...kinds, ...lists].some(([, options]) => options.length > 0);
  if (!asked) return <p className="soft">{words.nothingToAsk}</p>;
  return (
    <form method="get" className="stack">
      <CarriedField />
      {kinds.map(
        ([name, options]) =>
          options.length > 0 && (
            <Radios key={name} name={name} label={words.asked[name]} value={answers[name] ?? ''} options={[...options, open]} />
          ),
      )}
      {lists.map(
        ([name, options]) =>
          options.length > 0 && (
            <Select key={name} name={name} label={words.asked[name]} value={answers[name] ?? ''} options={options} empty={words.notSure} />
          ),
      )}
      <div className="row">
        <button className="btn btn--main" type="submit">
          {words.go}
        </button>
        <Link to={`${addressOf(view)}/find`}>{words.again}</Link>
      </div>
    </form>
  );
}

/** The same answers without one of them. */
function without(view: Finding, left: string): string {
  const rest = Object.entries(view.answers).filter(([name]) => name !== left);
  return `${addressOf(view)}/find?${new URLSearchParams(rest).toString()}`;
}

function Nothing({ view }: Props) {
  const words = useWords().finder;
  return (
    <Notice lead={words.none}>
      <p>{words.noneText}</p>
      <ul className="plain-list">
        {view.inTheWay.map(({ question, count }) => (
          <li key={question}>
            <Link kind="go" to={without(view, question)}>
              {words.leaveOpen(question, count)}
            </Link>
          </li>
        ))}
        <li>
          <Link kind="go" to={`${addressOf(view)}/find`}>
            {words.again}
          </Link>
        </li>
      </ul>
    </Notice>
  );
}

function Fits({ view }: Props) {
  const { finder: words, category } = useWords();
  if (view.fits.length === 0) return <Nothing view={view} />;
  const list = (
    <ul className="branches">
      {view.fits.map(({ code, name, because, full, more, family }) => (
        <li key={code}>
          <span className="code">{code}</span>
          <div>
            <Link kind="plain" to={`${addressOf(view)}/categories/${code}`}>
              <bdi>{name}</bdi>
            </Link>{' '}
            {full && <Tag>{category.full}</Tag>}
            {because.length > 0 && <p className="soft t-sm">{words.because(because)}</p>}
            {more > 0 && (
              <p>
                <Link to={`${addressOf(view)}/categories/${family}`}>{words.more(more)}</Link>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
  return view.rest === 0 ? (
    list
  ) : (
    <>
      {list}
      <p className="soft">{words.rest(view.rest)}</p>
    </>
  );
}

export default function Find() {
  const view = useLoaderData<typeof loader>();
  const words = useWords().finder;
  return (
    <EditionFrame of={view} title={words.title}>
      <Opening title={words.title} lead={words.lead} />
      <Chapter title={words.questions}>
        <Questions view={view} />
      </Chapter>
      <Chapter id="fits" title={words.fits(view.count)}>
        <Fits view={view} />
      </Chapter>
    </EditionFrame>
  );
}
