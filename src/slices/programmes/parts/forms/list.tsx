import { useWords } from '#shells/words.tsx';
import type { FormsPage } from '#slices/programmes/editing/forms/form-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Table } from '#ui/data/table.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Listed = FormsPage['forms'];

/** More categories are counted and not named. */
const named = 3;

export function FormList({ forms, here }: { forms: Listed; here: string }) {
  const { formBuilder: words } = useWords();
  return (
    <Table
      caption={words.list}
      rows={forms}
      keyOf={({ key }) => key}
      columns={[
        {
          id: 'name',
          head: words.name,
          names: true,
          cell: ({ key, title, hasCopy }) => (
            <>
              <Link to={`${here}/${key}`}>
                <bdi>{title}</bdi>
              </Link>{' '}
              {hasCopy && <Tag kind="warn">{words.copy}</Tag>}
            </>
          ),
        },
        { id: 'asks', head: words.asks, nowrap: true, cell: ({ fields }) => words.fields(fields) },
        {
          id: 'used',
          head: words.usedBy,
          cell: ({ usedBy }) =>
            usedBy.length === 0 ? words.unused : words.categories(usedBy.slice(0, named), Math.max(0, usedBy.length - named)),
        },
      ]}
    />
  );
}

export function AddForm({ view, refusal }: { view: FormsPage; refusal: Refusal | undefined }) {
  const { formBuilder: words, editionPresets } = useWords();
  const sources = [
    ...view.forms.map(({ key, title }) => ({ value: `copy:${key}`, label: title, group: words.copies })),
    ...view.sources.map(({ preset, form, title }) => ({
      value: `${preset}:${form}`,
      label: words.preset(editionPresets[preset].name, title),
      group: words.presets,
    })),
  ];
  const names = { title: words.formTitle, question: words.question, source: words.source };
  return (
    <Fold summary={words.add} open={refusal !== undefined || view.forms.length === 0}>
      <Form act="change" id="add" refusal={refusal} names={names}>
        <TextField name="title" label={words.formTitle} />
        <Select name="source" label={words.source} options={sources} value="" empty={words.fresh} />
        <TextField name="question" label={words.question} hint={words.questionHint} optional={words.optional} />
        <Button kind="main">{words.addAct}</Button>
        <input type="hidden" name="what" value="add" />
        <input type="hidden" name="version" value={view.version} />
      </Form>
    </Fold>
  );
}

/** Each form with what goes with it, or what keeps it. */
export function RemoveForms({ view, refusal }: { view: FormsPage; refusal: Refusal | undefined }) {
  const { formBuilder: words } = useWords();
  return (
    <Fold summary={words.removeForm} open={refusal !== undefined}>
      <Form act="change" id="remove" refusal={refusal}>
        <ul className="plain-list">
          {view.forms.map(({ key, title, fields, named: by }) => (
            <li key={key}>
              <p>
                <bdi className="strong">{title}</bdi>
              </p>
              <p className="soft t-sm">{by.length > 0 ? words.keptBy(by) : words.removeText(fields)}</p>
              {by.length === 0 && (
                <Button size="small" kind="danger" name="form" value={key} more={title}>
                  {words.remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <input type="hidden" name="what" value="remove" />
        <input type="hidden" name="version" value={view.version} />
      </Form>
    </Fold>
  );
}
