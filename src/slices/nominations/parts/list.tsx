import type { NomineeState } from '#core/nominations/states.ts';
import { nomineeStates } from '#core/nominations/states.ts';
import { useWords } from '#shells/words.tsx';
import type { NomineeListPage } from '#slices/nominations/listing/list-page.ts';
import type { ColumnId } from '#slices/nominations/listing/list-shape.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { FilterSelect, Filters, FoldedFilters, SearchBox } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

type Props = { readonly view: NomineeListPage };
type Line = NomineeListPage['nominees'][number];

export const tagOf: Readonly<Record<NomineeState, TagKind>> = { proposed: 'warn', told: 'busy', accepted: 'ok', declined: 'plain' };

export function useHeads(): Readonly<Record<ColumnId, string>> {
  const words = useWords().nominations.list;
  return {
    name: words.nominee,
    works: words.worksFor,
    email: words.email,
    category: words.category,
    kind: words.kind,
    state: words.state,
    peers: words.peers,
    customers: words.customers,
    selves: words.selves,
    nominated: words.nominated,
  };
}

export function ListFilters({ view }: Props) {
  const { nominations } = useWords();
  const words = nominations.list;
  const { filter, categories, list } = view;
  const asked = new URLSearchParams(list.query).get('columns');
  return (
    <Filters to={list.path} label={words.filters} go={words.go}>
      <SearchBox label={words.search} placeholder={words.search} value={filter.search} />
      <FoldedFilters label={words.filter} open={filter.state !== undefined || filter.category !== undefined}>
        <FilterSelect
          name="state"
          label={words.state}
          value={filter.state}
          options={[{ value: '', label: words.anyState }, ...nomineeStates.map((value) => ({ value, label: nominations.states[value] }))]}
        />
        <FilterSelect
          name="category"
          label={words.category}
          value={filter.category}
          options={[{ value: '', label: words.anyCategory }, ...categories.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </FoldedFilters>
      {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
      {asked && <input type="hidden" name="columns" value={asked} />}
    </Filters>
  );
}

export function NomineeTable({ view }: Props) {
  const { nominations, dates } = useWords();
  const words = nominations.list;
  const { list } = view;
  const { sort: now, orders } = list;
  const byTime =
    now === 'newest'
      ? ({ to: orders.oldest ?? '', now: 'descending' } as const)
      : { to: orders.newest ?? '', now: now === 'oldest' ? ('ascending' as const) : undefined };
  const has = (wanted: ColumnId) => list.columns.some(({ id, shown }) => id === wanted && shown);
  const number = (id: ColumnId, head: string, of: (line: Line) => number) => ({
    id,
    head,
    align: 'right' as const,
    nowrap: true,
    cell: of,
  });
  const columns: (Column<Line> & { readonly id: ColumnId })[] = [
    {
      id: 'name',
      head: words.nominee,
      names: true,
      sort: { to: orders.name ?? '', now: now === 'name' ? 'ascending' : undefined },
      cell: ({ id, name, works }) => (
        <TitleCell to={`${list.path}/${id}`} small={has('works') ? undefined : works}>
          {name}
        </TitleCell>
      ),
    },
    { id: 'works', head: words.worksFor, cell: ({ works }) => <bdi>{works}</bdi> },
    { id: 'email', head: words.email, cell: ({ email }) => <bdi>{email}</bdi> },
    { id: 'category', head: words.category, cell: ({ category }) => category },
    { id: 'kind', head: words.kind, cell: ({ kind }) => nominations.kinds[kind] },
    { id: 'state', head: words.state, nowrap: true, cell: ({ state }) => <Tag kind={tagOf[state]}>{nominations.states[state]}</Tag> },
    number('peers', words.peers, ({ peers }) => peers),
    number('customers', words.customers, ({ customers }) => customers),
    number('selves', words.selves, ({ selves }) => selves),
    {
      id: 'nominated',
      head: words.nominatedIn(dates.cityOf(view.zone)),
      label: words.nominated,
      align: 'right',
      nowrap: true,
      sort: byTime,
      cell: ({ nominated }) => dates.short(nominated),
    },
  ];
  const shown = columns.filter(({ id }) => has(id));
  return <Table caption={words.title} columns={shown} rows={view.nominees} keyOf={({ id }) => id} />;
}

export function ListPages({ view }: Props) {
  const words = useWords().nominations.list;
  const { list, next, nominees } = view;
  if (!next && !list.first) return <p className="t-sm faint num">{words.shown(nominees.length)}</p>;
  return (
    <Pager
      label={words.pages}
      where={words.shown(nominees.length)}
      before={{ label: words.first, to: list.first }}
      after={{ label: words.next, to: next?.to }}
    />
  );
}

export function NoNominees({ view }: Props) {
  const words = useWords().nominations.list;
  if (view.counts.all === 0) return view.takes ? <Empty title={words.none}>{words.noneText}</Empty> : null;
  return (
    <Empty title={words.nothingFound} acts={<ButtonLink to={view.list.path}>{words.showAll}</ButtonLink>}>
      {words.nothingFoundText}
    </Empty>
  );
}
