import { useWords } from '#shells/words.tsx';
import type { EntryListPage } from '#slices/entries/list-page.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { FilterSelect, Filters, SearchBox } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

type Props = { readonly view: EntryListPage };
type Line = EntryListPage['entries'][number];

export function ListFilters({ view }: Props) {
  const words = useWords().entries.list;
  const { filter, categories } = view;
  const states = (['submitted', 'returned', 'accepted'] as const).map((value) => ({ value, label: words.states[value] }));
  return (
    <Filters to={view.links.all} label={words.filters} go={words.go}>
      <SearchBox label={words.search} placeholder={words.search} value={filter.search} />
      <FilterSelect name="state" label={words.state} value={filter.state} options={[{ value: '', label: words.anyState }, ...states]} />
      <FilterSelect
        name="category"
        label={words.category}
        value={filter.category}
        options={[{ value: '', label: words.anyCategory }, ...categories.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
    </Filters>
  );
}

const kinds: Readonly<Record<Line['state'], TagKind>> = { submitted: 'busy', returned: 'warn', accepted: 'ok' };

export function EntryTable({ view }: Props) {
  const { entries: all, dates } = useWords();
  const words = all.list;
  const { filter, links } = view;
  const now = filter.sort ?? 'newest';
  const sorted = (sort: 'number' | 'title') => ({ to: links[sort], now: now === sort ? ('ascending' as const) : undefined });
  // Pressed again, the order of arrival turns round.
  const byTime =
    now === 'newest'
      ? ({ to: links.oldest, now: 'descending' } as const)
      : { to: links.newest, now: now === 'oldest' ? ('ascending' as const) : undefined };
  const columns: Column<Line>[] = [
    { id: 'number', head: words.number, nowrap: true, sort: sorted('number'), cell: ({ number }) => number },
    {
      id: 'title',
      head: words.entry,
      names: true,
      sort: sorted('title'),
      cell: ({ id, title, nominee }) => (
        <TitleCell to={`/manage/entries/${id}`} small={nominee}>
          {title}
        </TitleCell>
      ),
    },
    { id: 'category', head: words.category, cell: ({ category }) => category },
    { id: 'writer', head: words.writer, cell: ({ owner }) => owner },
    { id: 'state', head: words.state, nowrap: true, cell: ({ state }) => <Tag kind={kinds[state]}>{words.states[state]}</Tag> },
    {
      id: 'arrived',
      head: words.arrived,
      align: 'right',
      nowrap: true,
      sort: byTime,
      cell: ({ submittedAt }) => dates.short(submittedAt),
    },
  ];
  return <Table caption={words.title} columns={columns} rows={view.entries} keyOf={({ id }) => id} />;
}

export function ListPages({ view }: Props) {
  const words = useWords().entries.list;
  const { links, entries } = view;
  if (!links.next && !links.first) return <p className="t-sm faint num">{words.shown(entries.length)}</p>;
  return (
    <Pager
      label={words.pages}
      where={words.shown(entries.length)}
      before={{ label: words.first, to: links.first }}
      after={{ label: words.next, to: links.next }}
    />
  );
}

export function NoEntries({ view }: Props) {
  const words = useWords().entries.list;
  if (view.submitted === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <Empty title={words.nothingFound} acts={<ButtonLink to={view.links.all}>{words.all}</ButtonLink>}>
      {words.nothingFoundText}
    </Empty>
  );
}
