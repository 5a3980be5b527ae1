import { useWords } from '#shells/words.tsx';
import { fieldIn, noRules, spareDivisions } from '#slices/programmes/tree/node-values.ts';
import type { TreePage } from '#slices/programmes/tree/page-view.ts';
import type { Choice, Inheritable } from '#slices/programmes/tree/view.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Check, Checks, Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Row } from '#ui/frames/frames.tsx';

export type Chosen = NonNullable<TreePage['chosen']>;
type PartProps = { readonly view: TreePage; readonly chosen: Chosen };

/** What a field would have from above, in the words of its own choices; undefined where nothing above says anything. */
function useInherited({ inherited }: Chosen) {
  const words = useWords().tree;
  const linesOf = (name: Inheritable) => inherited[name]?.values[name]?.split('\n').filter((line) => line !== '') ?? [];
  return {
    chosenIn: (name: Inheritable, labels: Readonly<Record<string, string>>): string | undefined => {
      const { from } = inherited[name] ?? {};
      const said = linesOf(name).map((line) => labels[line] ?? line);
      return from === undefined ? undefined : words.inherited(said.join(', ') || words.noRules, from);
    },
    /** The first line of a list to choose from: what it has without a choice. */
    empty: (name: Inheritable, choices: readonly Choice[], none: string): string => {
      const { from, values } = inherited[name] ?? {};
      const value = values?.[name] ?? '';
      return from === undefined ? none : words.asAbove(choices.find((choice) => choice.value === value)?.label ?? value, from);
    },
    limits: (): string => {
      const { from, values } = inherited.limits ?? {};
      if (from === undefined || !values) return words.noLimit;
      return words.inheritedLimits(values['limits.each'] ?? '', values['limits.all'] ?? '', from);
    },
  };
}

function Texts({ view, chosen }: PartProps) {
  const words = useWords().tree;
  const { languages } = view;
  const several = languages.length > 1;
  const label = (text: string, language: string) => (several ? words.inLanguage(text, language) : text);
  return (
    <>
      <TextField name="code" label={words.code} hint={words.codeHint} short value={chosen.values.code} />
      {languages.map((language) => {
        const name = fieldIn('name', language, languages);
        return <TextField key={name} name={name} label={label(words.name, language)} value={chosen.values[name]} />;
      })}
      {languages.map((language) => {
        const name = fieldIn('description', language, languages);
        const value = chosen.values[name];
        return (
          <TextArea key={name} name={name} label={label(words.description, language)} rows={3} optional={words.optional} value={value} />
        );
      })}
    </>
  );
}

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const ticked = (text: string | undefined) => (text ?? '').split('\n');

function Who({ chosen }: PartProps) {
  const words = useWords().tree;
  const inherited = useInherited(chosen);
  const kinds = [
    ['nominees', words.nominees, words.nomineeKinds],
    ['nominators', words.nominators, words.nominatorKinds],
  ] as const;
  return kinds.map(([name, label, labels]) => (
    <Checks
      key={name}
      name={name}
      label={label}
      options={options(labels)}
      values={ticked(chosen.values[name])}
      hint={inherited.chosenIn(name, labels) ?? words.everything}
    />
  ));
}

function Limits({ chosen }: PartProps) {
  const words = useWords().tree;
  const inherited = useInherited(chosen);
  return (
    <fieldset className="stack-2">
      <legend className="label">{words.limits}</legend>
      <p className="hint">{inherited.limits()}</p>
      <Row>
        <TextField name="limits.each" label={words.limitEach} inputMode="numeric" short value={chosen.values['limits.each']} />
        <TextField name="limits.all" label={words.limitAll} inputMode="numeric" short value={chosen.values['limits.all']} />
      </Row>
    </fieldset>
  );
}

function Refers({ view, chosen }: PartProps) {
  const words = useWords().tree;
  const inherited = useInherited(chosen);
  const { forms, scorecards, sponsors, rules } = view.choices;
  const lists = [
    ['form', words.form, forms, words.mainOne],
    ['scorecard', words.scorecard, scorecards, words.mainOne],
    ['sponsor', words.sponsor, sponsors, words.nobody],
  ] as const;
  return (
    <>
      {lists
        .filter(([name, , choices]) => choices.length > 0 || chosen.values[name])
        .map(([name, label, choices, none]) => {
          const value = chosen.values[name] ?? '';
          return (
            <Select key={name} name={name} label={label} options={choices} value={value} empty={inherited.empty(name, choices, none)} />
          );
        })}
      {rules.length > 0 && (
        <Checks
          name="rules"
          label={words.rules}
          options={rules}
          values={ticked(chosen.values.rules)}
          hint={inherited.chosenIn('rules', {}) ?? words.noRules}
        />
      )}
      {chosen.inherited.rules && <Check name={noRules} label={words.noneOfRules} checked={chosen.values[noRules] === 'on'} />}
    </>
  );
}

function Divisions({ view, chosen }: PartProps) {
  const words = useWords().tree;
  const { values, inherited } = chosen;
  const { from, values: above } = inherited.divisions ?? {};
  const { empty } = useInherited(chosen);
  const rankedChoices = (['together', 'apart'] as const).map((value) => ({ value, label: words.rankedKinds[value] }));
  const names = Object.entries(above ?? {}).flatMap(([name, value]) => (/^divisions\.\d+\.name$/.test(name) ? [value] : []));
  return (
    <Fold summary={words.divisions} open={chosen.divisions > 0 || (values.ranked ?? '') !== ''}>
      <div className="stack">
        <p className="hint">{words.divisionsLead}</p>
        {from !== undefined && <p className="hint">{words.inherited(names.join(', '), from)}</p>}
        <Select
          name="ranked"
          label={words.ranked}
          options={rankedChoices}
          value={values.ranked ?? ''}
          empty={empty('ranked', rankedChoices, words.rankedKinds.together)}
        />
        {Array.from({ length: chosen.divisions + spareDivisions }, (_, at) => {
          const name = (part: string) => `divisions.${at}.${part}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are as the server wrote them
            <fieldset key={at} className="stack-2">
              <legend className="label">{words.division(at + 1)}</legend>
              <TextField name={name('key')} label={words.divisionKey} short value={values[name('key')]} />
              <TextField name={name('name')} label={words.divisionName} value={values[name('name')]} />
              <Select
                name={name('rule')}
                label={words.divisionRule}
                options={view.choices.rules}
                value={values[name('rule')] ?? ''}
                empty={words.noRule}
              />
            </fieldset>
          );
        })}
      </div>
    </Fold>
  );
}

/** Everything a node says of itself; what it leaves out it has from above, and each field says what that is. */
export function NodeFields({ view, chosen, refusal }: PartProps & { refusal: Refusal | undefined }) {
  const words = useWords().tree;
  const { retiredAbove } = chosen;
  const names = {
    code: words.code,
    name: words.name,
    description: words.description,
    nominees: words.nominees,
    nominators: words.nominators,
    'limits.each': words.limitEach,
    'limits.all': words.limitAll,
    form: words.form,
    scorecard: words.scorecard,
    sponsor: words.sponsor,
    rules: words.rules,
    ranked: words.ranked,
    isNew: words.markNew,
    retired: words.markRetired,
  };
  return (
    <Form act="change" refusal={refusal} names={names}>
      <Texts view={view} chosen={chosen} />
      <Who view={view} chosen={chosen} />
      <Limits view={view} chosen={chosen} />
      <Refers view={view} chosen={chosen} />
      <Divisions view={view} chosen={chosen} />
      <fieldset className="stack-2">
        <legend className="label">{words.marks}</legend>
        <Check name="isNew" label={words.markNew} checked={chosen.values.isNew === 'on'} />
        <Check
          name="retired"
          label={words.markRetired}
          hint={retiredAbove.length > 0 ? words.retiredAbove(retiredAbove.join(', ')) : words.retiredHint}
          checked={chosen.values.retired === 'on'}
        />
      </fieldset>
      <Button kind="main">{words.save}</Button>
      <input type="hidden" name="node" value={chosen.code} />
      <input type="hidden" name="version" value={view.version} />
    </Form>
  );
}
