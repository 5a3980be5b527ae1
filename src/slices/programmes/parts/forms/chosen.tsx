import { useContext } from 'react';
import { useWords } from '#shells/words.tsx';
import type { ChosenPart, FormPage } from '#slices/programmes/editing/forms/form-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Row, Section } from '#ui/frames/frames.tsx';
import { AddBlock, AddHere, AddSection } from './add.tsx';
import { ConditionFields } from './condition.tsx';
import { Seen } from './seen.tsx';
import { ChoiceOf, Holding } from './setting.tsx';
import { Settings } from './settings.tsx';

export type Refusing = (what: string) => Refusal | undefined;
type Props = { readonly view: FormPage; readonly chosen: ChosenPart; readonly refusal: Refusal | undefined };

/** Which fact of the rules the answer counts as, for questions that can be one. */
function FactChoice({ chosen: { facts } }: { chosen: ChosenPart }) {
  const { formBuilder: words } = useWords();
  const values = useContext(Holding);
  if (facts.length === 0) return null;
  const options = facts.map((name) => ({ value: name, label: words.fact(name) }));
  return <Select name="fact" label={words.factOf} hint={words.factHint} options={options} value={values.fact ?? ''} empty={words.noFact} />;
}

function FieldParts({ view, chosen }: Omit<Props, 'refusal'>) {
  const { formBuilder: words, forms } = useWords();
  const values = useContext(Holding);
  const { field } = chosen;
  if (!field) return null;
  return (
    <>
      <p className="soft t-sm">{words.kindStays(forms.kind(field.kind))}</p>
      <Settings field={field} />
      {chosen.groupDecides ? (
        <p className="hint">{words.requiredInGroup}</p>
      ) : (
        <ChoiceOf name="required" label={words.required} labels={forms.required} />
      )}
      <ChoiceOf
        name="audience"
        label={words.audience}
        labels={{ judges: forms.readers('judges'), public: forms.readers('public'), managers: forms.readers('managers') }}
      />
      <ChoiceOf name="protection" label={words.protection} labels={forms.protection} hint={words.protectionHint} />
      <FactChoice chosen={chosen} />
      {view.places.length > 1 && <Select name="into" label={words.place} options={view.places} value={values.into ?? chosen.place ?? ''} />}
    </>
  );
}

/** Everything a section, a question or a group says. */
function Editing({ view, chosen, refusal }: Props) {
  const { formBuilder: words, forms } = useWords();
  const { isSection, isGroup } = chosen;
  const values = refusal?.values ?? chosen.values;
  const [name, label] = isSection ? ['title', words.sectionTitle] : ['label', isGroup ? words.groupLabel : words.label];
  const bad = refusal?.problem.fields.some(({ path }) => path.startsWith('condition')) ?? false;
  return (
    <Form act="change" id="part" refusal={refusal} names={useNames(view, refusal)}>
      {/* What the Enter key presses is the first button of a form. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden>
        {words.save}
      </button>
      <Holding value={values}>
        {chosen.field?.kind === 'consent' || chosen.field?.kind === 'long-text' || (chosen.values[name]?.length ?? 0) > 60 ? (
          <TextArea name={name} label={label} rows={3} value={values[name]} />
        ) : (
          <TextField name={name} label={label} value={values[name]} />
        )}
        <TextArea name="help" label={isSection ? words.introduction : words.help} rows={3} optional={words.optional} value={values.help} />
        <FieldParts view={view} chosen={chosen} />
        {isGroup && <ChoiceOf name="rule" label={words.rule} labels={forms.rule} />}
        {isGroup && <ChoiceOf name="required" label={words.required} labels={forms.required} />}
        <ConditionFields chosen={chosen} open={bad} />
      </Holding>
      <Button kind="main">{words.save}</Button>
      <input type="hidden" name="what" value={isSection ? 'section' : 'item'} />
      <input type="hidden" name="target" value={chosen.target} />
      <Seen view={view} />
    </Form>
  );
}

function Steps({ view, chosen }: Omit<Props, 'refusal'>) {
  const { formBuilder: words } = useWords();
  return (
    <Form act="change" id="step" label={words.place}>
      <Row>
        {(
          [
            ['up', words.up, chosen.mayRise],
            ['down', words.down, chosen.mayFall],
          ] as const
        ).map(([what, text, may]) => (
          <Button key={what} size="small" name="what" value={what} more={chosen.title} unavailable={may ? undefined : 'no-step'}>
            {text}
          </Button>
        ))}
      </Row>
      <span className="vh" id="no-step">
        {words.noStep}
      </span>
      <input type="hidden" name="target" value={chosen.target} />
      <Seen view={view} />
    </Form>
  );
}

function Take({ view, chosen, refusal }: Props) {
  const { formBuilder: words } = useWords();
  const kind = chosen.isSection ? 'section' : chosen.isGroup ? 'group' : 'field';
  const text = kind === 'section' ? words.takeText.section(chosen.holds) : words.takeText[kind];
  return (
    <Fold summary={words.takeAct[kind]} open={refusal !== undefined}>
      <Form act="change" id="take" refusal={refusal} names={useNames(view, refusal)}>
        <p className="soft t-sm">{text}</p>
        <Button kind={kind === 'group' ? undefined : 'danger'}>{words.takeAct[kind]}</Button>
        <input type="hidden" name="what" value="remove" />
        <input type="hidden" name="target" value={chosen.target} />
        <Seen view={view} />
      </Form>
    </Fold>
  );
}

/** What was refused far from what is edited is named by what stands there. */
function useNames({ names }: FormPage, refusal: Refusal | undefined): Record<string, string> {
  const { formBuilder: words } = useWords();
  const nameOf = (path: string): string | undefined => {
    const pieces = path.split('.');
    const found = pieces.map((_, i) => names[pieces.slice(0, pieces.length - i).join('.')]).find((name) => name !== undefined);
    return found === undefined ? undefined : words.elsewhere(found);
  };
  return Object.fromEntries(
    (refusal?.problem.fields ?? []).flatMap(({ path }) => {
      const name = nameOf(path);
      return name === undefined ? [] : [[path, name] as const];
    }),
  );
}

/** What the form as a whole says. */
function Whole({ view, refusal }: { view: FormPage; refusal: Refusal | undefined }) {
  const { formBuilder: words } = useWords();
  return (
    <Fold summary={words.whole} open={refusal !== undefined}>
      <Form act="change" id="whole" refusal={refusal} names={{ title: words.formTitle, help: words.introduction }}>
        <TextField name="title" label={words.formTitle} value={view.values.title} />
        <TextArea name="help" label={words.introduction} rows={3} optional={words.optional} value={view.values.help} />
        <Button>{words.save}</Button>
        <input type="hidden" name="what" value="form" />
        <Seen view={view} />
      </Form>
    </Fold>
  );
}

/** What is done with the section or question that is chosen; without one, with the form itself. */
export function Beside({ view, here, refusal }: { view: FormPage; here: string; refusal: Refusing }) {
  const { formBuilder: words } = useWords();
  const { chosen, mayChange } = view;
  if (!mayChange) return null;
  if (!chosen)
    return (
      <div className="stack-5" id="part-chosen">
        <p className="soft measure">
          {words.choose} {!view.copy && words.savedIsAsked}
        </p>
        <div>
          <AddSection view={view} refusal={refusal('add-section')} />
          <AddBlock view={view} refusal={refusal('add-block')} />
          <Whole view={view} refusal={refusal('form')} />
        </div>
      </div>
    );
  return (
    <div id="part-chosen">
      <Section title={chosen.title} aside={<Link to={here}>{words.close}</Link>} first key={chosen.target}>
        <div className="stack-5">
          <Steps view={view} chosen={chosen} />
          <Editing view={view} chosen={chosen} refusal={refusal(chosen.isSection ? 'section' : 'item')} />
          <div>
            <AddHere view={view} chosen={chosen} refusal={refusal} />
            <Take view={view} chosen={chosen} refusal={refusal('remove')} />
          </div>
        </div>
      </Section>
    </div>
  );
}
