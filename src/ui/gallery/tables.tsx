import { Button } from '../actions/button.tsx';
import { Chip, FilterSelect, Filters, FoldedFilters, SearchBox } from '../data/filters.tsx';
import { Pager } from '../data/pager.tsx';
import { Bulk, Pick } from '../data/pick.tsx';
import { type Column, Table } from '../data/table.tsx';
import { TitleCell } from '../data/title-cell.tsx';
import { Icon } from '../icons/icon.tsx';
import { Tag, type TagKind } from '../messages/tag.tsx';
import { Specimen } from './specimen.tsx';

type Row = { id: string; title: string; whose: string; at: string; state: string; kind: TagKind; words: number; on?: boolean };

const rows: readonly Row[] = [
  {
    id: '1',
    title: 'The branch that went to the island',
    whose: 'Saltmarsh Lane Credit Union',
    at: '12 Jan 09:22',
    state: 'Submitted',
    kind: 'ok',
    words: 602,
    on: true,
  },
  { id: '2', title: 'Three rings, one human', whose: 'Penmarrow Bank', at: '11 Jan 17:40', state: 'Submitted', kind: 'ok', words: 588 },
  {
    id: '3',
    title: 'Claims read aloud',
    whose: 'Dunmoor Assurance',
    at: '11 Jan 12:03',
    state: 'Returned',
    kind: 'warn',
    words: 625,
    on: true,
  },
  {
    id: '4',
    title: 'One queue for everyone',
    whose: 'Brackwater Leasing',
    at: '8 Jan 16:55',
    state: 'Being screened',
    kind: 'busy',
    words: 417,
  },
];

const columns: readonly Column<Row>[] = [
  {
    id: 'pick',
    head: <span className="vh">Choose</span>,
    cell: (row) => <Pick form="bulk" name="entry" value={row.id} label={`Choose ${row.title}`} checked={row.on ?? false} />,
  },
  {
    id: 'entry',
    head: 'Entry',
    names: true,
    sort: { to: '?sort=title#table' },
    cell: (row) => (
      <TitleCell to="#table" small={row.whose}>
        {row.title}
      </TitleCell>
    ),
  },
  { id: 'at', head: 'Submitted', nowrap: true, sort: { to: '?sort=at#table', now: 'descending' }, cell: (row) => row.at },
  { id: 'state', head: 'State', cell: (row) => <Tag kind={row.kind}>{row.state}</Tag> },
  { id: 'words', head: 'Words', align: 'right', sort: { to: '?sort=words#table' }, cell: (row) => row.words },
];

const levels: readonly Column<{ level: string; floor: string; won: number; shown: boolean }>[] = [
  { id: 'level', head: 'Level', names: true, sort: { to: '#short', now: 'ascending' }, cell: ({ level }) => level },
  { id: 'floor', head: 'From', align: 'right', cell: ({ floor }) => floor },
  { id: 'won', head: 'Won', align: 'right', cell: ({ won }) => won },
  { id: 'shown', head: 'Public', align: 'centre', cell: ({ shown }) => shown && <Icon is="check" name="Yes" /> },
];

/** A table so narrow that a phone shows it as it is. */
function Short() {
  return (
    <Specimen id="short" name="Short table" from="data/table.tsx">
      <Table
        caption="Levels"
        showCaption
        tight
        onPhone="row"
        columns={levels}
        rows={[
          { level: 'Gold', floor: '8.75', won: 1, shown: true },
          { level: 'Silver', floor: '8.00', won: 3, shown: true },
          { level: 'Bronze', floor: '7.25', won: 0, shown: false },
        ]}
        keyOf={({ level }) => level}
      />
      <Table caption="Nobody yet" columns={levels} rows={[]} keyOf={({ level }) => level} />
    </Specimen>
  );
}

/** A list with search, filters, chosen rows, order and pages. */
export function Tables() {
  return (
    <>
      <Specimen id="table" name="List" from="data/table.tsx, filters.tsx, pick.tsx, pager.tsx">
        <Filters to="/gallery" label="Entries" go="Search">
          <SearchBox label="Search entries" placeholder="Title, entrant or number" />
          <FoldedFilters label="Filter" open={false}>
            <FilterSelect
              name="state"
              label="State"
              options={[
                { value: '', label: 'Any state' },
                { value: 'submitted', label: 'Submitted' },
              ]}
            />
          </FoldedFilters>
          <Chip to="#table" on remove="Remove">
            H3b
          </Chip>
          <Chip to="#table">Returned</Chip>
        </Filters>
        <form id="bulk" method="post">
          <Bulk count="2 chosen">
            <Button size="small">Move to another category</Button>
            <Button size="small">Write to entrants</Button>
            <Button kind="quiet" size="small">
              Choose all 131
            </Button>
          </Bulk>
        </form>
        <Table caption="Entries" columns={columns} rows={rows} keyOf={(row) => row.id} onPhone="line" isOn={(row) => row.on ?? false} />
        <Pager
          label="Pages"
          where="1–4 of 131, newest first"
          before={{ label: 'Newer', to: undefined }}
          after={{ label: 'Older', to: '?after=8#table' }}
        />
      </Specimen>
      <Short />
    </>
  );
}
