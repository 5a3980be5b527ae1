import { useEffect, useMemo, useState } from 'react';
import { rowTests, wonRows } from '#core/rules/editing.ts';
import { ruleShape } from '#core/rules/shape.ts';
import { useWords } from '#shells/words.tsx';
import { type fieldsOfRow, rowCount, ruleFrom, sides, type Values } from '#slices/programmes/rules/rule-values.ts';
import type { RulesView } from '#slices/programmes/rules/view.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Check, Radios, Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';

type Side = (typeof sides)[number];
type SideProps = { readonly view: RulesView; readonly values: Values; readonly side: Side };

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** One test: of what, how, and against what. */
function RowFields({ view, values, side, at }: SideProps & { at: number }) {
  const words = useWords().ruleEditor;
  const name = (field: (typeof fieldsOfRow)[number]) => `${side}.${at}.${field}`;
  const value = (field: (typeof fieldsOfRow)[number]) => values[name(field)] ?? '';
  const facts = [...view.facts.map((fact) => fact.name), ...wonRows].map((fact) => ({
    value: fact,
    label: words.factName(fact, view.fields),
  }));
  const tests = rowTests.map((test) => ({ value: test, label: words.tests[test] ?? test }));
  return (
    <fieldset className="weighed">
      <legend className="label">{words.row(at + 1)}</legend>
      <Select name={name('fact')} label={words.fact} options={facts} value={value('fact')} empty={words.nothing} />
      <Select name={name('test')} label={words.test} options={tests} value={value('test')} empty="" />
      <TextField name={name('value')} label={words.value} value={value('value')} />
      <Check name={name('not')} label={words.not} checked={value('not') !== ''} />
      <Check name={name('proved')} label={words.proved} checked={value('proved') !== ''} />
    </fieldset>
  );
}

function SideFields(props: SideProps) {
  const words = useWords().ruleEditor;
  const { values, side } = props;
  const count = rowCount(values, side);
  return (
    <>
      <Radios
        name={`${side}.join`}
        label={words.join}
        look="either"
        options={options(words.joins)}
        value={values[`${side}.join`] ?? 'all'}
      />
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are as the server wrote them
        <RowFields key={at} {...props} at={at} />
      ))}
      <input type="hidden" name={`${side}.rows`} value={count} />
    </>
  );
}

function useTyped(form: string, values: Values): Values {
  const [typed, setTyped] = useState(values);
  useEffect(() => {
    const found = document.getElementById(form);
    if (!(found instanceof HTMLFormElement)) return undefined;
    const read = () => {
      const entries = [...new FormData(found)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
      setTyped(Object.fromEntries(entries) as Values);
    };
    read();
    found.addEventListener('input', read);
    return () => found.removeEventListener('input', read);
  }, [form]);
  return typed;
}

/** The sentence of what is being written; without scripts, of what was sent last. */
function Preview({ view, values }: Omit<SideProps, 'side'>) {
  const { ruleEditor: words, eligibility } = useWords();
  const types = useMemo(() => new Map(view.facts.map(({ name, type }) => [name, type])), [view.facts]);
  const typed = useTyped('rule', values);
  const read = ruleShape.safeParse(ruleFrom(typed, undefined, view.main, (fact) => types.get(fact)));
  return (
    <div className="stack-2">
      <h3 className="h4">{words.sentence}</h3>
      <p className={read.success ? 'read' : 'soft'} role="status">
        {read.success ? eligibility.rule(read.data, view.fields) : words.notYet}
      </p>
    </div>
  );
}

type Props = { readonly view: RulesView; readonly values: Values; readonly ruleKey: string; readonly refusal: Refusal | undefined };

/** A rule of which every condition is a line. `ruleKey` is empty for a new one. */
export function RuleForm({ view, values, ruleKey, refusal }: Props) {
  const words = useWords().ruleEditor;
  const shown = refusal ? { ...values, ...refusal.values } : values;
  const rowNames = sides.flatMap((side) =>
    Array.from({ length: rowCount(shown, side) }, (_, at) =>
      (['fact', 'test', 'value', 'proved'] as const).map((field) => [
        `${side}.${at}.${field}`,
        `${words.sides[side]}, ${words.row(at + 1)}, ${words[field]}`,
      ]),
    ).flat(),
  );
  const conditional = (shown['when.0.fact'] ?? '') !== '';
  const names = { key: words.key, name: words.name, says: words.says, ...Object.fromEntries(rowNames) };
  return (
    <Form act="save" id="rule" refusal={refusal} names={names}>
      {ruleKey === '' ? (
        <TextField name="key" label={words.key} hint={words.keyHint} />
      ) : (
        <input type="hidden" name="key" value={ruleKey} />
      )}
      <TextField name="name" label={words.name} optional={words.optional} value={values.name} />
      <section className="stack">
        <h3 className="h4">{words.sides.needs}</h3>
        <p className="hint">
          {words.sideHints.needs} {words.valueHint}
        </p>
        <SideFields view={view} values={shown} side="needs" />
      </section>
      <Fold summary={words.sides.when} note={conditional ? undefined : words.sideHints.when} open={conditional}>
        <div className="stack">
          <SideFields view={view} values={shown} side="when" />
        </div>
      </Fold>
      <Radios name="decides" label={words.decides} options={options(words.decidesKinds)} value={values.decides ?? 'eligible'} />
      <Radios name="stage" label={words.stage} options={options(words.stageKinds)} value={values.stage ?? 'submit'} />
      <TextArea name="says" label={words.says} hint={words.saysHint} optional={words.optional} rows={2} value={values.says} />
      <Preview view={view} values={shown} />
      <Button kind="main">{words.save}</Button>
      <input type="hidden" name="rule" value={ruleKey} />
      <input type="hidden" name="version" value={view.version} />
    </Form>
  );
}
