import { sizeClasses } from '#core/companies/sizes.ts';
import type { Refused } from '#http/form.ts';
import { pickColumn, RowChoice } from '#shells/lists/row-choice.tsx';
import { useWords } from '#shells/words.tsx';
import type { CompanyListPage } from '#slices/companies/lists/list-page.ts';
import type { ColumnId } from '#slices/companies/lists/list-shape.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { FilterSelect, Filters, SearchBox } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Empty } from '#ui/messages/empty.tsx';

type Props = { readonly view: CompanyListPage };
type Changing = Props & { readonly mayChange: boolean };
type Line = CompanyListPage['companies'][number];

export function ListFilters({ view }: Props) {
  const { companies, countries } = useWords();
  const words = companies.list;
  const { filter, counts, list } = view;
  const asked = new URLSearchParams(list.query).get('columns');
  const sizes = [...sizeClasses, 'none' as const].map((value) => ({ value, label: companies.sizes[value] }));
  const places = counts.countries.map((value) => ({ value, label: countries.of(value) }));
  return (
    <Filters to={list.path} label={words.filters} go={words.go}>
      <SearchBox label={words.search} placeholder={words.search} value={filter.search} />
      <FilterSelect
        name="country"
        label={words.country}
        value={filter.country}
        options={[{ value: '', label: words.anyCountry }, ...places]}
      />
      <FilterSelect name="size" label={words.size} value={filter.size} options={[{ value: '', label: words.anySize }, ...sizes]} />
      {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
      {asked && <input type="hidden" name="columns" value={asked} />}
    </Filters>
  );
}

export function useHeads(): Readonly<Record<ColumnId, string>> {
  const { company, otherNames, domains, country, size, asOf, parent, people, added } = useWords().companies.list;
  return { name: company, names: otherNames, domains, country, size, 'as-of': asOf, parent, people, added };
}

/** What may be done with several companies at once. */
export function Choice({ view, refused }: Props & { readonly refused: Refused | undefined }) {
  const words = useWords().companies.list;
  const { companies, list, found, among } = view;
  return (
    <RowChoice rows={companies} held={list.held} found={found} among={among} refused={refused}>
      <Button size="small" name="go" value="country">
        {words.countryOfChosen}
      </Button>
    </RowChoice>
  );
}

export function CompanyTable({ view, mayChange }: Changing) {
  const all = useWords();
  const words = all.companies.list;
  const { sort: now, orders, columns: wanted } = view.list;
  const columns: (Column<Line> & { readonly id: ColumnId })[] = [
    {
      id: 'name',
      head: words.company,
      names: true,
      sort: { to: orders.name ?? '', now: now === 'name' ? 'ascending' : undefined },
      cell: ({ id, name, names }) => (
        <TitleCell to={`/manage/companies/${id}`} small={names.join(', ')}>
          {name}
        </TitleCell>
      ),
    },
    { id: 'names', head: words.otherNames, cell: ({ names }) => names.join(', ') },
    { id: 'domains', head: words.domains, cell: ({ domains }) => domains.join(', ') },
    { id: 'country', head: words.country, cell: ({ country }) => country && all.countries.of(country) },
    { id: 'size', head: words.size, nowrap: true, cell: ({ size }) => size && all.companies.shortSizes[size] },
    { id: 'as-of', head: words.asOf, nowrap: true, cell: ({ sizeAsOf }) => sizeAsOf && all.dates.date(sizeAsOf) },
    { id: 'parent', head: words.parent, cell: ({ parent }) => parent },
    { id: 'people', head: words.people, align: 'right', cell: ({ people }) => (people === 0 ? null : people) },
    {
      id: 'added',
      head: words.added,
      align: 'right',
      nowrap: true,
      sort: { to: orders.newest ?? '', now: now === 'newest' ? 'descending' : undefined },
      cell: ({ added }) => all.dates.dayInYears(added),
    },
  ];
  const shown = columns.filter(({ id }) => wanted.some((column) => column.id === id && column.shown));
  const held = new Set(view.list.held);
  const columnsOf: Column<Line>[] = mayChange ? [pickColumn(all.lists, held, ({ name }) => name), ...shown] : shown;
  return (
    <Table
      caption={words.title}
      columns={columnsOf}
      rows={view.companies}
      keyOf={({ id }) => id}
      isOn={({ id }) => mayChange && held.has(id)}
    />
  );
}

export function ListPages({ view, mayChange }: Changing) {
  const words = useWords().companies.list;
  const { list, next, companies } = view;
  const turn = (value: string) => (mayChange ? { submit: { form: 'choose', name: 'page', value } } : {});
  if (!next && !list.first) return <p className="t-sm faint num">{words.shown(companies.length)}</p>;
  return (
    <Pager
      label={words.pages}
      where={words.shown(companies.length)}
      before={{ label: words.first, to: list.first, ...turn('first') }}
      after={{ label: words.next, to: next, ...turn(new URLSearchParams(next?.split('?')[1]).get('after') ?? '') }}
    />
  );
}

export function NothingFound({ view }: Props) {
  const words = useWords().companies.list;
  return (
    <Empty title={words.nothingFound} acts={<ButtonLink to={view.list.path}>{words.all}</ButtonLink>}>
      {words.nothingFoundText}
    </Empty>
  );
}
