import { useWords } from '#shells/words.tsx';
import type { MailListPage } from '#slices/messages/lists/list-page.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { FilterSelect, Filters, SearchBox } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

type Props = { readonly view: MailListPage };
type Acting = Props & { readonly refusal: Refusal | undefined };
type Line = MailListPage['mails'][number];

const tags: Readonly<Record<Line['state'], TagKind>> = {
  queued: 'busy',
  held: 'warn',
  sent: 'ok',
  kept: 'plain',
  refused: 'bad',
  failed: 'bad',
  bounced: 'bad',
  withheld: 'plain',
};

export function MailFilters({
  view,
  kinds,
  states,
}: Props & { readonly kinds: readonly string[]; readonly states: readonly Line['state'][] }) {
  const { mailing, messages } = useWords();
  const words = mailing.list;
  const { query, links } = view;
  return (
    <Filters to={links.all} label={words.filters} go={words.go}>
      <SearchBox label={words.search} placeholder={words.search} value={query.search} />
      <FilterSelect
        name="kind"
        label={words.kind}
        value={query.kind}
        options={[{ value: '', label: words.anyKind }, ...kinds.map((value) => ({ value, label: mailing.kindOf(value) }))]}
      />
      <FilterSelect
        name="state"
        label={words.state}
        value={query.state}
        options={[{ value: '', label: words.anyState }, ...states.map((value) => ({ value, label: messages.states[value] ?? value }))]}
      />
      {query.batch && <input type="hidden" name="batch" value={query.batch} />}
    </Filters>
  );
}

/** How it stands, why, and when it is tried again. */
function State({ mail }: { mail: Line }) {
  const { mailing, messages, dates } = useWords();
  const words = mailing.list;
  const doubt = mail.doubts > 0 && (mail.state === 'queued' || mail.state === 'sent');
  const waits = mail.state === 'queued' && mail.nextAt !== null;
  return (
    <>
      <Tag kind={tags[mail.state]}>{messages.states[mail.state] ?? mail.state}</Tag>
      {waits && mail.nextAt && (
        <small className="block faint">
          {words.attempts(mail.attempts)}, {words.nextAt(dates.full(mail.nextAt))}
        </small>
      )}
      {mail.reason && <small className="block soft">{mail.reason}</small>}
      {doubt && <small className="block soft">{mail.state === 'sent' ? words.sentDoubt : words.doubt}</small>}
    </>
  );
}

function Retry({ mail, refusal }: { mail: Line; refusal: Refusal | undefined }) {
  const words = useWords().mailing.list;
  if (mail.state !== 'refused' && mail.state !== 'failed') return null;
  return (
    <Form act="retry" id={`retry-${mail.id}`} refusal={refusal?.values.mail === mail.id ? refusal : undefined}>
      <Button size="small" kind="quiet" more={words.retryMore(mail.recipient)}>
        {words.retry}
      </Button>
      <input type="hidden" name="mail" value={mail.id} />
    </Form>
  );
}

export function MailTable({ view, refusal }: Acting) {
  const { mailing, dates } = useWords();
  const words = mailing.list;
  const columns: Column<Line>[] = [
    {
      id: 'to',
      head: words.to,
      names: true,
      cell: ({ recipient, subject }) => [
        recipient,
        subject && (
          <small key="subject" className="block faint">
            {subject}
          </small>
        ),
      ],
    },
    { id: 'kind', head: words.kind, cell: ({ mail }) => mailing.kindOf(mail) },
    { id: 'state', head: words.state, cell: (mail) => <State mail={mail} /> },
    { id: 'at', head: words.at, align: 'right', nowrap: true, cell: ({ at }) => dates.inYears(at) },
    ...(view.mayChange && view.mails.some(({ state }) => state === 'refused' || state === 'failed')
      ? [
          {
            id: 'retry',
            head: <span className="vh">{words.act}</span>,
            nowrap: true,
            cell: (mail: Line) => <Retry mail={mail} refusal={refusal} />,
          },
        ]
      : []),
  ];
  return <Table caption={words.title} columns={columns} rows={view.mails} keyOf={({ id }) => id} />;
}

export function MailPages({ view }: Props) {
  const words = useWords().mailing.list;
  const { links, mails } = view;
  if (!links.next && !links.first) return <p className="t-sm faint num">{words.shown(mails.length)}</p>;
  return (
    <Pager
      label={words.pages}
      where={words.shown(mails.length)}
      before={{ label: words.first, to: links.first }}
      after={{ label: words.next, to: links.next }}
    />
  );
}

export function NoMails({ view }: Props) {
  const words = useWords().mailing.list;
  if (view.counts.all === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <Empty title={words.nothingFound} acts={<ButtonLink to={view.links.all}>{words.all}</ButtonLink>}>
      {words.nothingFoundText}
    </Empty>
  );
}

export function Batches({ view, first = false }: Props & { first?: boolean }) {
  const { mailing, dates } = useWords();
  const words = mailing.batch;
  if (view.batches.length === 0) return null;
  const columns: Column<MailListPage['batches'][number]>[] = [
    {
      id: 'batch',
      head: words.title,
      names: true,
      cell: ({ id, mail, subject }) => [
        <Link key="to" to={`${view.path}/batches/${id}`}>
          {mailing.kindOf(mail)}
        </Link>,
        <small key="subject" className="block faint">
          {subject}
        </small>,
      ],
    },
    {
      id: 'state',
      head: mailing.list.state,
      cell: ({ state }) => <Tag kind={state === 'held' ? 'warn' : state === 'released' ? 'ok' : 'plain'}>{words.states[state]}</Tag>,
    },
    { id: 'count', head: words.count, align: 'right', cell: ({ all }) => all },
    { id: 'at', head: words.prepared, align: 'right', nowrap: true, cell: ({ preparedAt }) => dates.inYears(preparedAt) },
  ];
  return (
    <Section title={mailing.list.batches} first={first}>
      <Table caption={mailing.list.batches} columns={columns} rows={view.batches} keyOf={({ id }) => id} />
    </Section>
  );
}

function Clear({ address, held, refusal }: { address: string; held: number; refusal: Refusal | undefined }) {
  const words = useWords().mailing.list;
  return (
    <Form act="clear" id={`clear-${address}`} refusal={refusal?.values.address === address ? refusal : undefined}>
      <Button size="small" kind="quiet" more={words.clearMore(address)}>
        {words.clear}
      </Button>
      {held > 0 && <small className="block faint">{words.clearHeld(held)}</small>}
      <input type="hidden" name="address" value={address} />
    </Form>
  );
}

export function DeadAddresses({ view, refusal }: Acting) {
  const { mailing, dates } = useWords();
  const words = mailing.list;
  if (view.dead.length === 0) return null;
  const columns: Column<MailListPage['dead'][number]>[] = [
    {
      id: 'address',
      head: words.to,
      names: true,
      cell: ({ address, reason }) => [
        address,
        <small key="reason" className="block faint">
          {reason}
        </small>,
      ],
    },
    { id: 'why', head: words.state, cell: ({ hard, returns }) => (hard ? words.deadHard : words.deadSoft(returns)) },
    { id: 'at', head: words.at, align: 'right', nowrap: true, cell: ({ lastAt }) => dates.inYears(lastAt) },
    ...(view.mayChange
      ? [
          {
            id: 'clear',
            head: <span className="vh">{words.clear}</span>,
            cell: ({ address, held }: MailListPage['dead'][number]) => <Clear address={address} held={held} refusal={refusal} />,
          },
        ]
      : []),
  ];
  return (
    <Section title={words.dead} aside={words.deadText}>
      <Table caption={words.dead} columns={columns} rows={view.dead} keyOf={({ address }) => address} />
    </Section>
  );
}
