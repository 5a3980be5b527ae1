import { useWords } from '#shells/words.tsx';
import type { Category } from '#slices/programmes/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Row, Section } from '#ui/frames/frames.tsx';

type Props = {
  readonly categories: readonly Category[];
  readonly here: string;
  readonly mayAdd: boolean;
  readonly mayRename: boolean;
  readonly refusal: Refusal | undefined;
};

/** The categories there are, and a form for one more. */
export function CategoriesPart({ categories, here, mayAdd, mayRename, refusal }: Props) {
  const words = useWords().manage.edition;
  const rename: Column<Category> = {
    id: 'change',
    head: <span className="vh">{words.changeCategory}</span>,
    align: 'right',
    cell: ({ id, name }) => (
      <ButtonLink size="small" kind="quiet" to={`${here}?category=${id}`} more={words.changeCategoryMore(name)}>
        {words.changeCategory}
      </ButtonLink>
    ),
  };
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
            ...(mayRename ? [rename] : []),
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

type ChangeProps = {
  readonly category: Category;
  readonly version: number;
  readonly published: boolean;
  readonly back: string;
  readonly refusal: Refusal | undefined;
};

/** Another name and description for one category; a page of its own, so that it is clear what is being changed. */
export function ChangeCategory({ category, version, published, back, refusal }: ChangeProps) {
  const words = useWords().manage.edition;
  return (
    <>
      <PageHead
        title={words.changeCategoryTitle(category.code)}
        text={published ? `${words.changeCategoryPublic} ${words.changeCategoryText}` : words.changeCategoryText}
      />
      <Form act="rename" refusal={refusal} names={{ name: words.categoryName, description: words.description }}>
        <TextField name="name" label={words.categoryName} value={category.name} />
        <TextArea name="description" label={words.description} rows={3} optional={words.optional} value={category.description} />
        <Row>
          <Button kind="main">{words.saveCategory}</Button>
          <ButtonLink kind="quiet" to={back}>
            {words.back}
          </ButtonLink>
        </Row>
        <input type="hidden" name="category" value={category.id} />
        <input type="hidden" name="version" value={version} />
      </Form>
    </>
  );
}
