import type { Question } from '#core/rules/asking/questions.ts';
import { another } from '#core/rules/asking/questions.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { RulesShown } from '#shells/eligibility/rules-shown.tsx';
import { useWords } from '#shells/words.tsx';
import type { CheckGroup, SelfCheck } from '#slices/programmes/public/self-check.ts';
import { Link } from '#ui/actions/link.tsx';
import { CarriedField } from '#ui/base/frame.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Checks, Radios, Select } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Props = { readonly view: SelfCheck };

const addressOf = ({ programme, edition }: SelfCheck) => `/p/${programme.slug}/${edition.slug}`;

/** What the options of a question are called: by the form, by us where they are ours, else as the rule has them. */
function useOptions({ options: labels }: SelfCheck) {
  const { selfCheck: words, countries } = useWords();
  return (name: string, options: readonly string[]) => {
    const own: Readonly<Record<string, string>> =
      name === 'entry.nominee' ? words.nominees : name === 'entry.nominator' ? words.nominators : {};
    const label = (option: string) =>
      own[option] ?? labels[`${name}:${option}`] ?? (name === 'company.country' ? countries.of(option) : option);
    const some = options.map((option) => ({ value: option, label: label(option) }));
    return Object.keys(own).length > 0 ? some : [...some, { value: another, label: words.another }];
  };
}

function YesOrNo({ name, label, hint, value }: { name: string; label: string; hint?: string | undefined; value: string }) {
  const words = useWords().selfCheck;
  const options = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
    { value: '', label: words.notSure },
  ];
  return <Radios name={name} label={label} hint={hint} value={value} options={options} />;
}

function Won({ view, question, value }: Props & { question: Question & { kind: 'won' }; value: string }) {
  const words = useWords().selfCheck;
  const options = [
    { value: 'never', label: words.never },
    ...view.winnable.map(({ code, name }) => ({ value: code, label: words.wonIn(name) })),
    { value: another, label: words.elsewhere },
  ];
  return <Select name={question.name} label={words.won(question.span)} options={options} value={value} empty={words.notSure} />;
}

function Ask({ view, question }: Props & { question: Question }) {
  const words = useWords().selfCheck;
  const optionsOf = useOptions(view);
  const { name } = question;
  const lines = view.answers[name] ?? [];
  const value = lines[0] ?? '';
  const own = view.asked[name];
  const label = own?.label ?? words.question(name, view.fields);
  const hint = own?.help;
  switch (question.kind) {
    case 'yes-no':
      return <YesOrNo name={name} label={label} hint={hint} value={value} />;
    case 'given':
      return <YesOrNo name={name} label={words.given(name, view.fields)} value={value} />;
    case 'choice':
      return (
        <Select name={name} label={label} hint={hint} options={optionsOf(name, question.options)} value={value} empty={words.notSure} />
      );
    case 'choices':
      return <Checks name={name} label={label} options={optionsOf(name, question.options)} values={lines} />;
    case 'won':
      return <Won view={view} question={question} value={value} />;
    case 'day':
      return <DateField name={name} label={label} hint={hint} value={value} />;
    case 'money':
      return (
        <TextField
          name={name}
          label={label}
          hint={[hint, words.inCurrency(question.currency)].filter(Boolean).join(' ')}
          inputMode="decimal"
          value={value}
          short
        />
      );
    case 'words':
      return <TextField name={name} label={words.words(name, view.fields)} inputMode="numeric" value={value} short />;
    case 'number':
      return <TextField name={name} label={label} hint={hint} inputMode="numeric" value={value} short />;
  }
}

/** A form that asks and keeps nothing: its answers stand in the address alone. */
export function CheckForm({ view }: Props) {
  const words = useWords().selfCheck;
  const { categories, chosen, questions } = view;
  if (categories.length === 0) return <p className="soft">{words.nothingToAsk}</p>;
  const options = categories.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <form method="get" className="stack">
      <CarriedField />
      {options.length > 1 && (
        <Select name="category" label={words.category} options={options} value={chosen?.code ?? ''} empty={words.every} />
      )}
      {questions.map((question) => (
        <Ask key={question.name} view={view} question={question} />
      ))}
      {questions.length === 0 && <p className="soft">{words.nothingAsked}</p>}
      <div className="row">
        <button className="btn btn--main" type="submit">
          {words.go}
        </button>
        <Link to={`${addressOf(view)}/check`}>{words.again}</Link>
      </div>
    </form>
  );
}

const kinds = { yes: 'ok', no: 'bad', unknown: 'warn' } as const;

function Group({ view, group: { categories, shown } }: Props & { group: CheckGroup }) {
  const words = useWords().selfCheck;
  const [first] = categories;
  const list = (
    <ul className="plain-list">
      {categories.map(({ code, name }) => (
        <li key={code}>
          <Link to={`${addressOf(view)}/categories/${code}`}>
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="stack">
      <div className="stack-2">
        <h3 className="h3">
          <Tag kind={kinds[shown.verdict]}>{words.verdict[shown.verdict]}</Tag>{' '}
          {categories.length === 1 ? <bdi>{first?.name}</bdi> : words.in(categories.length)}
        </h3>
        {categories.length > 1 && (categories.length > 6 ? <Fold summary={words.in(categories.length)}>{list}</Fold> : list)}
      </div>
      {shown.verdict === 'yes' ? (
        <Fold summary={words.why}>
          <RulesShown of={shown} />
        </Fold>
      ) : (
        <RulesShown of={shown} />
      )}
    </section>
  );
}

/** The verdict of each category with its reasons. */
export function CheckResults({ view }: Props) {
  const { selfCheck: words, dates } = useWords();
  return (
    <div className="stack-6">
      {view.groups.map((group) => (
        <Group key={group.categories[0]?.code} view={view} group={group} />
      ))}
      {view.free > 0 && <p className="soft">{words.free(view.free)}</p>}
      <p className="soft t-sm">
        {words.day(dates.day(view.day))} {words.notBinding}
      </p>
    </div>
  );
}
