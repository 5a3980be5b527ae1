import { useWords } from '#shells/words.tsx';
import type { PairView, Side } from '#slices/companies/duplicates/likely.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';

type Props = { readonly pair: PairView };
type Line = { readonly id: string; readonly what: string; readonly of: (side: Side) => string };

/** What is known of the two, side by side. */
function SideBySide({ pair }: Props) {
  const { companies, countries } = useWords();
  const { pairs: words, shortSizes } = companies;
  const rows: readonly Line[] = [
    { id: 'names', what: words.rows.names, of: ({ names }) => names.join(', ') },
    { id: 'domains', what: words.rows.domains, of: ({ domains }) => domains.join(', ') },
    { id: 'country', what: words.rows.country, of: ({ country }) => (country ? countries.of(country) : '') },
    { id: 'size', what: words.rows.size, of: ({ size }) => (size ? shortSizes[size] : '') },
    { id: 'people', what: words.rows.people, of: ({ people }) => String(people) },
  ];
  const columnOf = (id: 'first' | 'second'): Column<Line> => ({
    id,
    head: <Link to={`/manage/companies/${pair[id].id}`}>{pair[id].name}</Link>,
    label: pair[id].name,
    cell: ({ of }) => (of(pair[id]) === '' ? <span className="faint">{words.nothing}</span> : <bdi>{of(pair[id])}</bdi>),
  });
  const columns: Column<Line>[] = [
    { id: 'what', head: words.what, names: true, cell: ({ what }) => what },
    columnOf('first'),
    columnOf('second'),
  ];
  const caption = words.known(pair.first.name, pair.second.name);
  return <Table caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} tight even onPhone="row" />;
}

function Reasons({ pair }: Props) {
  const { companies } = useWords();
  const words = companies.pairs;
  const said = (against: boolean) => pair.evidence.filter(({ kind }) => companies.isAgainst(kind) === against).map(companies.reason);
  const rows = [
    { name: words.for, texts: said(false) },
    { name: words.against, texts: said(true) },
  ];
  const of = rows
    .filter(({ texts }) => texts.length > 0)
    .map(({ name, texts }) => ({
      name,
      value: texts.map((text) => (
        <span key={text} className="block">
          {text}
        </span>
      )),
    }));
  return <Facts of={of} />;
}

/** The three answers: keep one, keep the other, they are two. The first two lead to what would move. */
function Answers({ pair, dismissed, refusal }: Props & { dismissed: boolean; refusal: Refusal | undefined }) {
  const words = useWords().companies.pairs;
  const { first, second } = pair;
  const act = dismissed ? 'reopen' : 'dismiss';
  const keep = (kept: Side, merged: Side) => (
    <ButtonLink size="small" to={`/manage/companies/${kept.id}/merge/${merged.id}`} more={words.keepMore(merged.name)}>
      {words.keep(kept.name)}
    </ButtonLink>
  );
  return (
    <Row>
      {!dismissed && keep(first, second)}
      {!dismissed && keep(second, first)}
      <Form act={act} id={`${act}-${first.id}-${second.id}`} refusal={refusal} stacked={false}>
        <input type="hidden" name="first" value={first.id} />
        <input type="hidden" name="second" value={second.id} />
        <Button size="small" kind="quiet" more={words.twoMore(first.name, second.name)}>
          {dismissed ? words.reopen : words.two}
        </Button>
      </Form>
    </Row>
  );
}

type PairProps = Props & {
  readonly mayChange: boolean;
  readonly dismissed: boolean;
  readonly refusal: Refusal | undefined;
  readonly first: boolean;
};

export function Pair({ pair, mayChange, dismissed, refusal, first }: PairProps) {
  const words = useWords().companies.pairs;
  const mine = refusal?.values.first === pair.first.id && refusal.values.second === pair.second.id ? refusal : undefined;
  return (
    <Section title={words.pair(pair.first.name, pair.second.name)} first={first}>
      <Stack>
        <Reasons pair={pair} />
        <SideBySide pair={pair} />
        {mayChange && <Answers pair={pair} dismissed={dismissed} refusal={mine} />}
      </Stack>
    </Section>
  );
}
