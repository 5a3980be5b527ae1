import { blockKeys, titleOfBlock } from '#core/forms/editing/blocks.ts';
import { useWords } from '#shells/words.tsx';
import type { ChosenPart, FormPage } from '#slices/programmes/editing/forms/form-page.ts';
import { contentKinds } from '#slices/programmes/editing/forms/kinds.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Checks, Radios, Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Seen } from './seen.tsx';

type Props = { readonly view: FormPage; readonly refusal: Refusal | undefined };

export function AddSection({ view, refusal }: Props) {
  const { formBuilder: words } = useWords();
  return (
    <Fold summary={words.addSection} open={refusal !== undefined}>
      <Form act="change" id="add-section" refusal={refusal} names={{ title: words.sectionTitle }}>
        <TextField name="title" label={words.sectionTitle} />
        <Button>{words.addSectionAct}</Button>
        <input type="hidden" name="what" value="add-section" />
        <Seen view={view} />
      </Form>
    </Fold>
  );
}

/** Questions many awards ask alike, as a section that can be changed like any other. */
export function AddBlock({ view, refusal }: Props) {
  const { formBuilder: words } = useWords();
  const options = blockKeys.map((block) => ({ value: block, label: titleOfBlock(block), hint: words.blockHints[block] }));
  return (
    <Fold summary={words.addBlock} open={refusal !== undefined}>
      <Form act="change" id="add-block" refusal={refusal} names={{ block: words.block }}>
        <p className="soft t-sm">{words.addBlockText}</p>
        <Radios name="block" label={words.block} options={options} value={blockKeys[0]} />
        <Button>{words.addBlockAct}</Button>
        <input type="hidden" name="what" value="add-block" />
        <Seen view={view} />
      </Form>
    </Fold>
  );
}

function AddField({ view, into, refusal }: Props & { into: string }) {
  const { formBuilder: words, forms } = useWords();
  const kinds = contentKinds.map((kind) => ({ value: kind, label: forms.kind(kind) }));
  const names = { label: words.label, kind: words.kind, options: words.optionsOf };
  return (
    <Fold summary={words.addField} open={refusal !== undefined}>
      <Form act="change" id="add-field" refusal={refusal} names={names}>
        <TextField name="label" label={words.label} />
        <Select name="kind" label={words.kind} options={kinds} value="short-text" />
        <TextArea name="options" label={words.optionsOf} hint={words.optionsHint} rows={3} optional={words.optional} />
        <Button>{words.addFieldAct}</Button>
        <input type="hidden" name="what" value="add-field" />
        <input type="hidden" name="into" value={into} />
        <Seen view={view} />
      </Form>
    </Fold>
  );
}

function AddGroup({ view, chosen, refusal }: Props & { chosen: ChosenPart }) {
  const { formBuilder: words, forms } = useWords();
  const rules = Object.entries(forms.rule).map(([value, label]) => ({ value, label }));
  const names = { label: words.groupLabel, fields: words.fieldsOfGroup, rule: words.rule };
  return (
    <Fold summary={words.addGroup} open={refusal !== undefined}>
      <Form act="change" id="add-group" refusal={refusal} names={names}>
        <p className="soft t-sm">{words.addGroupText}</p>
        <TextField name="label" label={words.groupLabel} />
        <Radios name="rule" label={words.rule} options={rules} value="exactly-one-of" />
        <Checks name="fields" label={words.fieldsOfGroup} options={chosen.loose} />
        <Button>{words.addGroupAct}</Button>
        <input type="hidden" name="what" value="add-group" />
        <Seen view={view} />
      </Form>
    </Fold>
  );
}

/** What may come into the section or the group that is chosen. */
export function AddHere({ view, chosen, refusal }: { view: FormPage; chosen: ChosenPart; refusal: (what: string) => Refusal | undefined }) {
  return (
    <>
      {chosen.into !== undefined && <AddField view={view} into={chosen.into} refusal={refusal('add-field')} />}
      {chosen.isSection && chosen.loose.length > 1 && <AddGroup view={view} chosen={chosen} refusal={refusal('add-group')} />}
    </>
  );
}
