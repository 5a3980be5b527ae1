import { useWords } from '#shells/words.tsx';
import type { Category } from '#slices/programmes/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';

type Props = { readonly categories: readonly Category[]; readonly mayAdd: boolean; readonly refusal: Refusal | undefined };

/** The categories there are, and a form for one more. */
export function CategoriesPart({ categories, mayAdd, refusal }: Props) {
  const words = useWords().manage.edition;
  return (
    <Section title={words.categories} first>
      {categories.length === 0 ? (
        <p className="soft measure">{words.noCategories}</p>
      ) : (
        <Table
          caption={words.categoriesTable}
          onPhone="row"
          rows={categories}
          keyOf={({ id }) => id}
          columns={[
            { id: 'code', head: words.code, nowrap: true, cell: ({ code }) => code },
            {
              id: 'name',
              head: words.categoryName,
              names: true,
              cell: ({ name, description }) => <TitleCell small={description || undefined}>{name}</TitleCell>,
            },
          ]}
        />
      )}
      {mayAdd && (
        <Fold summary={words.addCategory} open={refusal !== undefined || categories.length === 0}>
          <Form act="category" refusal={refusal} names={{ code: words.code, name: words.categoryName, description: words.description }}>
            <TextField name="code" label={words.code} hint={words.codeHint} short />
            <TextField name="name" label={words.categoryName} />
            <TextArea name="description" label={words.description} rows={2} optional={words.optional} />
            <Button>{words.addCategory}</Button>
          </Form>
        </Fold>
      )}
    </Section>
  );
}
