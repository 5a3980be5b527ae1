import type { Refused } from '#http/form.ts';
import { pickColumn, RowChoice } from '#shells/lists/row-choice.tsx';
import { useWords } from '#shells/words.tsx';
import type { EntryListPage } from '#slices/entries/list-page.ts';
import type { ColumnId } from '#slices/entries/list-shape.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { FilterSelect, Filters, FoldedFilters, SearchBox } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

type Props = { readonly view: EntryListPage };
type Line = EntryListPage['entries'][number];

export function ListFilters({ view }: Props) {
  const words = useWords().entries.list;
  const { filter, categories, chapters } = view;
  const asked = new URLSearchParams(view.list.query).get('columns');
  const states = (['submitted', 'returned', 'accepted', 'withdrawn', 'ineligible'] as const).map((value) => ({
    value,
    label: words.states[value],
  }));
  return (
    <Filters to={view.list.path} label={words.filters} go={words.go}>
      <SearchBox label={words.search} placeholder={words.search} value={filter.search} />
      <FoldedFilters
        label={words.filter}
        open={filter.state !== undefined || filter.category !== undefined || filter.chapter !== undefined}
      >
        <FilterSelect name="state" label={words.state} value={filter.state} options={[{ value: '', label: words.anyState }, ...states]} />
        <FilterSelect
          name="category"
          label={words.category}
          value={filter.category}
          options={[{ value: '', label: words.anyCategory }, ...categories.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {chapters.length > 1 && (
          <FilterSelect
            name="chapter"
            label={words.chapter}
            value={filter.chapter}
            options={[{ value: '', label: words.anyChapter }, ...chapters.map(({ key, name }) => ({ value: key, label: name }))]}
          />
        )}
      </FoldedFilters>
      {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
      {asked && <input type="hidden" name="columns" value={asked} />}
    </Filters>
  );
}

export function useHeads(): Readonly<Record<ColumnId, string>> {
  const { number, entry, nominee, category, chapter, writer, state, arrived } = useWords().entries.list;
  return { number, title: entry, nominee, category, chapter, writer, state, arrived };
}

/** What may be done with several entries at once; the act itself belongs to whoever decides about them. */
export function Choice({ view, refused }: Props & { readonly refused: Refused | undefined }) {
  const words = useWords().entries.list;
  const { entries, list, found, among, more } = view;
  return (
    <RowChoice rows={entries} held={list.held} found={found} among={among} more={more} refused={refused}>
      <Button size="small" name="go" value="accept">
        {words.acceptChosen}
      </Button>
      <Button size="small" kind="quiet" name="go" value="return">
        {words.returnChosen}
      </Button>
    </RowChoice>
  );
}

const kinds: Readonly<Record<Line['state'], TagKind>> = {
  submitted: 'busy',
  returned: 'warn',
  accepted: 'ok',
  withdrawn: 'plain',
  ineligible: 'bad',
};

export function EntryTable({ view }: Props) {
  const { entries, dates, lists: common } = useWords();
  const words = entries.list;
  const { list } = view;
  const { sort: now, orders } = list;
  const sorted = (sort: 'number' | 'title') => ({ to: orders[sort] ?? '', now: now === sort ? ('ascending' as const) : undefined });
  // Pressed again, the order of arrival turns round.
  const byTime =
    now === 'newest'
      ? ({ to: orders.oldest ?? '', now: 'descending' } as const)
      : { to: orders.newest ?? '', now: now === 'oldest' ? ('ascending' as const) : undefined };
  const hasNominee = list.columns.some(({ id, shown }) => id === 'nominee' && shown);
  const columns: (Column<Line> & { readonly id: ColumnId })[] = [
    { id: 'number', head: words.number, nowrap: true, sort: sorted('number'), cell: ({ number }) => number },
    {
      id: 'title',
      head: words.entry,
      names: true,
      sort: sorted('title'),
      cell: ({ id, title, nominee }) => (
        <TitleCell to={`/manage/entries/${id}`} small={hasNominee ? undefined : nominee}>
          {title}
        </TitleCell>
      ),
    },
    { id: 'nominee', head: words.nominee, cell: ({ nominee }) => <bdi>{nominee}</bdi> },
    { id: 'category', head: words.category, cell: ({ category }) => category },
    { id: 'chapter', head: words.chapter, cell: ({ chapter }) => <bdi>{chapter}</bdi> },
    { id: 'writer', head: words.writer, cell: ({ owner }) => <bdi>{owner}</bdi> },
    { id: 'state', head: words.state, nowrap: true, cell: ({ state }) => <Tag kind={kinds[state]}>{words.states[state]}</Tag> },
    {
      id: 'arrived',
      head: words.arrivedIn(dates.cityOf(view.zone)),
      label: words.arrived,
      align: 'right',
      nowrap: true,
      sort: byTime,
      cell: ({ submittedAt }) => dates.short(submittedAt),
    },
  ];
  const shown = columns.filter(({ id }) => list.columns.some((column) => column.id === id && column.shown));
  const held = new Set(list.held);
  const all: Column<Line>[] = view.mayChange ? [pickColumn(common, held, ({ title }) => title), ...shown] : shown;
  return (
    <Table
      caption={words.title}
      columns={all}
      rows={view.entries}
      keyOf={({ id }) => id}
      onPhone="line"
      isOn={({ id }) => view.mayChange && held.has(id)}
    />
  );
}

export function ListPages({ view }: Props) {
  const words = useWords().entries.list;
  const { list, next, entries, mayChange } = view;
  // Where rows are ticked, turning the page keeps the ticks.
  const turn = (value: string) => (mayChange ? { submit: { form: 'choose', name: 'page', value } } : {});
  if (!next && !list.first) return <p className="t-sm faint num">{words.shown(entries.length)}</p>;
  return (
    <Pager
      label={words.pages}
      where={words.shown(entries.length)}
      before={{ label: words.first, to: list.first, ...turn('first') }}
      after={{ label: words.next, to: next?.to, ...turn(next?.cursor ?? '') }}
    />
  );
}

export function NoEntries({ view }: Props) {
  const words = useWords().entries.list;
  if (view.submitted === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <Empty title={words.nothingFound} acts={<ButtonLink to={view.list.path}>{words.all}</ButtonLink>}>
      {words.nothingFoundText}
    </Empty>
  );
}
