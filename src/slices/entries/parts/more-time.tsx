import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import type { DeadlinePage } from '#slices/entries/deadlines/deadline-page.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Table } from '#ui/data/table.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Props = { readonly view: DeadlinePage; readonly refusal: Refusal | undefined };
type Given = DeadlinePage['moreTime']['extensions'][number];

function Back({ of }: { of: Given }) {
  const words = useWords().moreTime.manager;
  if (!of.running) return <span className="soft">{words.was}</span>;
  return (
    <Form act="back" refusal={undefined}>
      <input type="hidden" name="extension" value={of.id} />
      <Button kind="quiet" size="small">
        {words.back}
      </Button>
    </Form>
  );
}

/** Who has more time than others, and giving it to one. */
export function MoreTime({ view, refusal }: Props) {
  const { moreTime, dates } = useWords();
  const words = moreTime.manager;
  const { extensions, mayGive } = view.moreTime;
  const until = words.untilIn(dates.cityOf(view.zone));
  return (
    <Section title={words.title}>
      <Stack>
        <p className="soft measure">{words.text}</p>
        {extensions.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Table
            caption={words.title}
            rows={extensions}
            keyOf={({ id }) => id}
            columns={[
              { id: 'who', head: words.who, cell: ({ name }) => <bdi>{name}</bdi> },
              { id: 'until', head: words.until, cell: (row) => <span className="num">{dates.full(row.until)}</span> },
              { id: 'reason', head: words.reason, wide: true, cell: ({ reason }) => <bdi>{reason}</bdi> },
              { id: 'by', head: words.by, cell: ({ by }) => <bdi>{by}</bdi> },
              ...(view.mayChange ? [{ id: 'back', head: words.back, cell: (row: Given) => <Back of={row} /> }] : []),
            ]}
          />
        )}
        {view.mayChange && mayGive && (
          <Form act="extend" refusal={refusal} names={{ email: words.email, until, reason: words.reason }}>
            <TextField name="email" type="email" label={words.email} hint={words.emailHint} />
            <DateField name="until" time label={until} />
            <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={2} />
            <Button>{words.give}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

/** What outages gave, and stating another one. */
export function AfterOutage({ view }: { view: DeadlinePage }) {
  const { moreTime, dates } = useWords();
  const words = moreTime.outage;
  const { graces, mayGive } = view.moreTime;
  const city = dates.cityOf(view.zone);
  return (
    <Section title={words.title}>
      <Stack>
        <p className="soft measure">{words.text}</p>
        {graces.map((one) => (
          <Stack key={one.id}>
            <p>
              {words.row(dates.full(one.from), dates.full(one.to), one.people, dates.full(one.until))}{' '}
              <Tag {...(one.state === 'running' && { kind: 'ok' as const })}>{words.states[one.state]}</Tag>
            </p>
            <p className="soft">{words.by(one.by, one.reason)}</p>
            {one.log !== '' && (
              <Fold summary={words.log}>
                <Prose text={one.log} />
              </Fold>
            )}
            {one.state === 'running' && view.mayChange && (
              <Form act="ungrace" refusal={undefined}>
                <input type="hidden" name="grace" value={one.id} />
                <Button kind="quiet">{words.back}</Button>
              </Form>
            )}
          </Stack>
        ))}
        {view.mayChange && mayGive && (
          <form method="get" action={view.path} className="stack-4">
            <DateField name="from" time label={words.from(city)} />
            <DateField name="to" time label={words.to(city)} />
            <DateField name="until" time label={moreTime.manager.untilIn(city)} />
            <p>
              <Button>{words.look}</Button>
            </p>
          </form>
        )}
      </Stack>
    </Section>
  );
}

export type StatedOutage = {
  readonly from: string;
  readonly to: string;
  readonly until: string;
  readonly told: { readonly from: string; readonly to: string; readonly until: string };
  /** Undefined where its instants are none. */
  readonly count: number | undefined;
};

/** To how many it gives more time, until when, and why. */
export function GraceQuestion({ view, outage, refusal }: Props & { outage: StatedOutage }) {
  const { moreTime, dates } = useWords();
  const words = moreTime.outage;
  const { count = 0, told } = outage;
  const back = (
    <ButtonLink kind="quiet" to={view.path}>
      {words.cancel}
    </ButtonLink>
  );
  if (count === 0 || told.until === '')
    return (
      <Dialog title={words.title} acts={back}>
        <p>{words.nobody}</p>
      </Dialog>
    );
  return (
    <Form act="grace" refusal={refusal} names={{ reason: moreTime.manager.reason, log: words.log, until: moreTime.manager.until }}>
      {(['from', 'to', 'until'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={outage[name]} />
      ))}
      <input type="hidden" name="count" value={count} />
      <Dialog
        title={words.ask(count, dates.full(told.until))}
        acts={
          <>
            <Button kind="main">{words.go(count)}</Button>
            {back}
          </>
        }
      >
        <p>{words.will(count, dates.full(told.from), dates.full(told.to))}</p>
        <TextArea name="reason" label={moreTime.manager.reason} hint={moreTime.manager.reasonHint} rows={2} />
        <TextArea name="log" label={words.log} hint={words.logHint} optional={moreTime.manager.optional} rows={4} />
      </Dialog>
    </Form>
  );
}
