import { useWords } from '#shells/words.tsx';
import { useScreenKeys } from '#slices/screening/parts/screen-keys.ts';
import type { QueuePage } from '#slices/screening/queue.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Pick } from '#ui/data/pick.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Keys } from '#ui/messages/keys.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { verdictKinds } from './verdict.tsx';

type Line = QueuePage['waiting'][number];

const kinds = { no: 'bad', unknown: 'warn', yes: 'ok', none: 'plain' } as const;

/** The rules that say no, or cannot tell, each with what they found. */
function Because({ of }: { of: Line }) {
  const { eligibility, screening } = useWords();
  const words = screening.queue;
  if (of.yours) return <span className="soft t-sm">{words.yoursText}</span>;
  if (of.because.length === 0) return null;
  return (
    <ul className="plain-list t-sm">
      {of.because.map(({ key, name, rule, verdict }) => (
        <li key={key}>
          <bdi>{name || eligibility.rule(rule, of.fields)}</bdi>{' '}
          <span className="soft">{verdict.reasons.map((reason) => eligibility.reason(reason, of.fields)).join(' ')}</span>
        </li>
      ))}
    </ul>
  );
}

const ticks = 'ticks';

/** What may be done with those that are ticked on this page; the next page shows what it would do. */
export function Ticked({ refusal }: { refusal: Refusal | undefined }) {
  const { chosen } = useWords().screening.returning;
  return (
    <Form act="choose" id={ticks} refusal={refusal} stacked={false}>
      <Row>
        <Button size="small" name="go" value="accept">
          {chosen.accept}
        </Button>
        <Button size="small" kind="quiet" name="go" value="return">
          {chosen.return}
        </Button>
      </Row>
    </Form>
  );
}

/** What waits, in the order of the rules: what they are certain of stands together. */
export function WaitingTable({ lines, mayPick }: { lines: readonly Line[]; mayPick: boolean }) {
  const { screening, entries } = useWords();
  const words = screening.queue;
  const { chosen } = screening.returning;
  const pick: Column<Line> = {
    id: 'pick',
    head: <span className="vh">{chosen.head}</span>,
    cell: ({ id, title, yours }) => !yours && <Pick form={ticks} name="row" value={id} label={chosen.row(title)} checked={false} />,
  };
  return (
    <Table
      caption={words.waiting}
      columns={[
        ...(mayPick ? [pick] : []),
        { id: 'number', head: entries.list.number, nowrap: true, cell: ({ number }: Line) => number },
        {
          id: 'title',
          head: entries.list.entry,
          names: true,
          cell: ({ id, title, nominee, category, yours }: Line) => (
            <TitleCell {...(!yours && { to: `/manage/entries/${id}?screen` })} small={`${nominee}, ${category}`}>
              {title}
            </TitleCell>
          ),
        },
        {
          id: 'rules',
          head: words.rules,
          nowrap: true,
          cell: ({ says, yours }: Line) => (yours ? <Tag>{words.yours}</Tag> : <Tag kind={kinds[says]}>{words.says[says]}</Tag>),
        },
        { id: 'because', head: words.because, wide: true, cell: (line: Line) => <Because of={line} /> },
      ]}
      rows={lines}
      keyOf={({ id }) => id}
    />
  );
}

type Held = QueuePage['held'][number];

/** What is ruled out and not yet sent. */
export function HeldTable({ lines }: { lines: readonly Held[] }) {
  const { screening, entries } = useWords();
  const words = screening.queue;
  return (
    <Table
      caption={words.held}
      columns={[
        { id: 'number', head: entries.list.number, nowrap: true, cell: ({ number }: Held) => number },
        {
          id: 'title',
          head: entries.list.entry,
          names: true,
          cell: ({ id, title, why }: Held) => (
            <TitleCell to={`/manage/entries/${id}?screen`} small={why}>
              {title}
            </TitleCell>
          ),
        },
        {
          id: 'state',
          head: entries.list.state,
          cell: ({ state }: Held) => <Tag kind={verdictKinds[state]}>{screening.verdicts.states[state]}</Tag>,
        },
      ]}
      rows={lines}
      keyOf={({ id }) => id}
    />
  );
}

type NotMended = QueuePage['notMended'][number];

/** What was sent back and not mended in time. */
export function NotMendedTable({ lines }: { lines: readonly NotMended[] }) {
  const { screening, entries, dates } = useWords();
  const words = screening.mending;
  return (
    <Table
      caption={words.group}
      columns={[
        { id: 'number', head: entries.list.number, nowrap: true, cell: ({ number }: NotMended) => number },
        {
          id: 'title',
          head: entries.list.entry,
          names: true,
          cell: ({ id, title, nominee, category }: NotMended) => (
            <TitleCell to={`/manage/entries/${id}`} small={`${nominee}, ${category}`}>
              {title}
            </TitleCell>
          ),
        },
        { id: 'until', head: words.groupUntil, cell: ({ mendBy }: NotMended) => dates.full(mendBy) },
      ]}
      rows={lines}
      keyOf={({ id }) => id}
    />
  );
}

type Around = { readonly queue: string; readonly before: string | undefined; readonly after: string | undefined; readonly left: number };

/** The way through the queue, with its keys where a script runs. */
export function AroundInQueue({ around: { queue, before, after, left }, keys }: { around: Around; keys: boolean }) {
  const words = useWords().screening.queue;
  const to = (entry: string) => `/manage/entries/${entry}?screen`;
  const [up, down] = [useHref(before ? to(before) : ''), useHref(after ? to(after) : '')];
  useScreenKeys({ before: before && up, after: after && down }, keys);
  return (
    <Section title={words.title} aside={words.left(left)} first>
      <Stack>
        <Row>
          {before && (
            <ButtonLink kind="quiet" icon="arrow-left" to={to(before)}>
              {words.before}
            </ButtonLink>
          )}
          {after && <ButtonLink to={to(after)}>{words.after}</ButtonLink>}
          <ButtonLink kind="quiet" to={queue}>
            {words.back}
          </ButtonLink>
        </Row>
        {keys && (
          <Keys
            of={[
              { keys: ['J', 'K'], does: words.keys.go },
              { keys: ['A'], does: words.keys.accept },
              { keys: ['N', 'D'], does: words.keys.ruleOut },
              { keys: ['R'], does: words.keys.return },
              { keys: ['M'], does: words.keys.move },
            ]}
          />
        )}
      </Stack>
    </Section>
  );
}
