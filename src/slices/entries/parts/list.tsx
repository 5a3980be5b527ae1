import { useWords } from '#shells/words.tsx';
import { listAddress, type Sort } from '#slices/entries/list-address.ts';
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

const pathOf = ({ edition }: EntryListPage) => `/manage/${edition.programmeSlug}/${edition.slug}/entries`;

export function ListFilters({ view }: Props) {
  const words = useWords().entries.list;
  const { filter, categories } = view;
  const states = (['submitted', 'returned', 'accepted'] as const).map((value) => ({ value, label: words.states[value] }));
  return (
    <Filters to={pathOf(view)} label={words.filters} go={words.go}>
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
  const { filter } = view;
  const sorted = (sort: Sort, now: 'ascending' | 'descending') => ({
    to: listAddress(pathOf(view), filter, { sort }),
    now: (filter.sort ?? 'newest') === sort ? now : undefined,
  });
  const byTime = filter.sort === 'oldest' ? sorted('oldest', 'ascending') : sorted('newest', 'descending');
  const columns: Column<Line>[] = [
    { id: 'number', head: words.number, nowrap: true, sort: sorted('number', 'ascending'), cell: ({ number }) => number },
    {
      id: 'title',
      head: words.entry,
      names: true,
      sort: sorted('title', 'ascending'),
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
      // Pressed again, the order turns round.
      sort:
        byTime.now === 'descending'
          ? { ...byTime, to: listAddress(pathOf(view), filter, { sort: 'oldest' }) }
          : { ...byTime, to: listAddress(pathOf(view), filter, { sort: 'newest' }) },
      cell: ({ submittedAt }) => dates.short(submittedAt),
    },
  ];
  return <Table caption={words.title} columns={columns} rows={view.entries} keyOf={({ id }) => id} />;
}

export function ListPages({ view }: Props) {
  const words = useWords().entries.list;
  const { filter, next, entries } = view;
  const to = (after: string | undefined) => listAddress(pathOf(view), filter, { after });
  if (!next && !filter.after) return <p className="t-sm faint num">{words.shown(entries.length)}</p>;
  return (
    <Pager
      label={words.pages}
      where={words.shown(entries.length)}
      before={{ label: words.first, to: filter.after ? to(undefined) : undefined }}
      after={{ label: words.next, to: next && to(next) }}
    />
  );
}

export function NoEntries({ view }: Props) {
  const words = useWords().entries.list;
  if (view.submitted === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <Empty title={words.nothingFound} acts={<ButtonLink to={pathOf(view)}>{words.all}</ButtonLink>}>
      {words.nothingFoundText}
    </Empty>
  );
}
