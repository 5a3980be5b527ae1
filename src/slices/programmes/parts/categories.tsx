import { useWords } from '#shells/words.tsx';
import type { Category } from '#slices/programmes/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Section } from '#ui/frames/frames.tsx';

type Props = {
  readonly categories: readonly Category[];
  /** Lines of the tree, families among them. */
  readonly nodes: number;
  readonly here: string;
  readonly mayChange: boolean;
};

/** More are looked at in the tree itself. */
const shown = 12;

/** The categories there are, and the way to the tree they are leaves of. */
export function CategoriesPart({ categories, nodes, here, mayChange }: Props) {
  const { manage, ruleEditor, tree } = useWords();
  const words = manage.edition;
  return (
    <Section title={words.categories} first>
      <div className="stack">
        <p className="soft measure">{categories.length === 0 ? words.noCategories : tree.summary(nodes, categories.length)}</p>
        {categories.length > 0 && (
          <Table
            caption={words.categoriesTable}
            onPhone="row"
            rows={categories.slice(0, shown)}
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
        <div className="row">
          <ButtonLink to={`${here}/categories`}>{mayChange ? tree.change : tree.see}</ButtonLink>
          <ButtonLink to={`${here}/rules`}>{mayChange ? ruleEditor.change : ruleEditor.see}</ButtonLink>
        </div>
      </div>
    </Section>
  );
}
