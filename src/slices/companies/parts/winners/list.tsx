import { useWords } from '#shells/words.tsx';
import type { WinnersPage } from '#slices/companies/winners/list-page.ts';
import type { ColumnId } from '#slices/companies/winners/list-shape.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { FilterSelect, Filters, SearchBox } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Empty } from '#ui/messages/empty.tsx';

type Props = { readonly view: WinnersPage };
type Line = WinnersPage['wins'][number];

export function useHeads(): Readonly<Record<ColumnId, string>> {
  const { year, category, code, winner, organisation, award, shared, source } = useWords().pastWinners.list;
  return { year, category, code, winner, organisation, award, joint: shared, source };
}

export function ListFilters({ view: { filter, counts, list } }: Props) {
  const words = useWords().pastWinners.list;
  const asked = new URLSearchParams(list.query).get('columns');
  const origins = (['here', 'list'] as const).map((value) => ({ value, label: words.origins[value] }));
  return (
    <Filters to={list.path} label={words.filters} go={words.go}>
      <SearchBox label={words.search} placeholder={words.search} value={filter.search} />
      <FilterSelect
        name="year"
        label={words.year}
        value={filter.year?.toString()}
        options={[
          { value: '', label: words.everyYear },
          ...counts.years.map(({ first }) => ({ value: String(first), label: String(first) })),
        ]}
      />
      <FilterSelect
        name="category"
        label={words.category}
        value={filter.category}
        options={[{ value: '', label: words.everyCategory }, ...counts.categories.map((name) => ({ value: name, label: name }))]}
      />
      <FilterSelect name="from" label={words.from} value={filter.from} options={[{ value: '', label: words.anywhere }, ...origins]} />
      {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
      {asked && <input type="hidden" name="columns" value={asked} />}
    </Filters>
  );
}

export function WinnerTable({ view }: Props) {
  const words = useWords().pastWinners.list;
  const heads = useHeads();
  const { sort, orders, columns: wanted } = view.list;
  const other = sort === 'oldest' ? 'newest' : 'oldest';
  const columns: (Column<Line> & { readonly id: ColumnId })[] = [
    {
      id: 'year',
      head: heads.year,
      nowrap: true,
      sort: { to: orders[other] ?? '', now: sort === 'oldest' ? 'ascending' : 'descending' },
      cell: ({ year }) => <bdi>{year}</bdi>,
    },
    { id: 'category', head: heads.category, cell: ({ category }) => <bdi>{category}</bdi> },
    { id: 'code', head: heads.code, cell: ({ code }) => code },
    {
      id: 'winner',
      head: heads.winner,
      names: true,
      cell: ({ nominee, work }) => <TitleCell small={work || undefined}>{nominee}</TitleCell>,
    },
    { id: 'organisation', head: heads.organisation, cell: ({ organisation }) => <bdi>{organisation}</bdi> },
    {
      id: 'award',
      head: heads.award,
      cell: ({ title, shared }) => <bdi>{[title, shared ? words.joint : ''].filter(Boolean).join(', ')}</bdi>,
    },
    { id: 'joint', head: heads.joint, cell: ({ shared }) => shared && words.joint },
    {
      id: 'source',
      head: heads.source,
      cell: ({ edition, file }) =>
        edition === null ? <bdi>{file}</bdi> : <Link to={`/p/${view.programme.slug}/${edition}/winners`}>{words.ran}</Link>,
    },
  ];
  const shown = columns.filter(({ id }) => wanted.some((column) => column.id === id && column.shown));
  return <Table caption={words.title} columns={shown} rows={view.wins} keyOf={({ id }) => id} />;
}

export function ListPages({ view: { list, next, counts } }: Props) {
  const words = useWords().pastWinners.list;
  if (!next && !list.first) return <p className="t-sm faint num">{words.shown(counts.found)}</p>;
  return (
    <Pager
      label={words.pages}
      where={words.shown(counts.found)}
      before={{ label: words.first, to: list.first }}
      after={{ label: words.next, to: next }}
    />
  );
}

export function NothingFound({ view }: Props) {
  const words = useWords().pastWinners.list;
  return (
    <Empty title={words.nothing} acts={<ButtonLink to={view.list.path}>{words.all}</ButtonLink>}>
      {words.nothingText}
    </Empty>
  );
}
