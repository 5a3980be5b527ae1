import { useWords } from '#shells/words.tsx';
import type { EmploymentView } from '#slices/companies/views.ts';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Lasting } from './company.tsx';
import { PersonForm, type RefusalOf } from './company-forms.tsx';

type Props = { readonly people: readonly EmploymentView[]; readonly mayChange: boolean; readonly refusalOf: RefusalOf };

/** Who works and worked at a company. */
export function People({ people, mayChange, refusalOf }: Props) {
  const { companies, dates } = useWords();
  const words = companies.page;
  const columns: Column<EmploymentView>[] = [
    {
      id: 'name',
      head: words.name,
      names: true,
      cell: ({ contact, name, email }) => (
        <TitleCell to={`/manage/contacts/${contact}`} small={email ?? ''}>
          {name}
        </TitleCell>
      ),
    },
    { id: 'work', head: words.work, cell: ({ title }) => title },
    { id: 'from', head: words.since, nowrap: true, cell: ({ from }) => dates.date(from) },
    { id: 'until', head: words.until, nowrap: true, cell: ({ until }) => <Lasting until={until} /> },
  ];
  return (
    <Section title={words.people} first>
      <Stack>
        {people.length === 0 ? (
          <p className="soft measure">{words.noPeople}</p>
        ) : (
          <Table caption={words.peopleTable} columns={columns} rows={people} keyOf={({ id }) => id} />
        )}
        {mayChange && <PersonForm refusalOf={refusalOf} />}
      </Stack>
    </Section>
  );
}
