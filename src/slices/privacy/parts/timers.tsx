import { useWords } from '#shells/words.tsx';
import type { TimerView } from '#slices/privacy/views.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Check, Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import type { ProofAsk } from '#ui/forms/proof.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';

function Rule({ timer, refusal }: { timer: TimerView; refusal: Refusal | undefined }) {
  const { privacy } = useWords();
  const words = privacy.manage;
  const { name } = privacy.timer(timer.name);
  return (
    <Form
      act="timer"
      id={`timer-${timer.name.replaceAll('.', '-')}`}
      className="row"
      label={words.daysOf(name)}
      refusal={refusal?.values.timer === timer.name ? refusal : undefined}
      names={{ days: words.days }}
    >
      <TextField name="days" inputMode="numeric" short labelUnseen label={words.days} value={String(timer.days)} />
      <Check name="automatic" value="yes" label={words.itself} checked={timer.automatic} />
      <Button size="small" more={words.saveOf(name)}>
        {words.save}
      </Button>
      <input type="hidden" name="timer" value={timer.name} />
    </Form>
  );
}

/** Where a programme keeps something longer or shorter than the others do. */
function OwnDays({ timers, programmes, refusal }: { timers: readonly TimerView[]; programmes: Programmes; refusal: Refusal | undefined }) {
  const { privacy } = useWords();
  const words = privacy.manage;
  const of = timers.filter(({ perProgramme }) => perProgramme).map(({ name }) => ({ value: name, label: privacy.timer(name).name }));
  if (programmes.length === 0) return null;
  return (
    <Fold summary={words.own.title} open={refusal !== undefined}>
      <Form
        act="own-timer"
        refusal={refusal}
        label={words.own.title}
        names={{ timer: words.data, programme: words.own.programme, days: words.kept }}
      >
        <p className="soft measure">{words.own.text}</p>
        <Select name="timer" label={words.data} options={of} />
        <Select name="programme" label={words.own.programme} options={programmes.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField name="days" inputMode="numeric" short label={words.kept} />
        <Button>{words.own.save}</Button>
      </Form>
    </Fold>
  );
}

type Programmes = readonly { readonly id: string; readonly name: string }[];

type Props = {
  readonly timers: readonly TimerView[];
  readonly programmes: Programmes;
  readonly refusal: Refusal | undefined;
  /** Of the form for one programme. */
  readonly own: Refusal | undefined;
};

/** How long each kind of data is kept, and how much of it is due. */
export function Timers({ timers, programmes, refusal, own }: Props) {
  const { privacy } = useWords();
  const words = privacy.manage;
  const columns: Column<TimerView>[] = [
    {
      id: 'data',
      head: words.data,
      names: true,
      cell: (timer) => (
        <>
          {privacy.timer(timer.name).name}
          <small className="soft block">{privacy.timer(timer.name).from}</small>
        </>
      ),
    },
    {
      id: 'rule',
      head: words.kept,
      wide: true,
      cell: (timer) => (
        <>
          <Rule timer={timer} refusal={refusal} />
          {timer.own.map(({ programme, days }) => (
            <small key={programme} className="soft block gap-t">
              {words.own.days(programme, days)}
            </small>
          ))}
        </>
      ),
    },
    {
      id: 'due',
      head: words.dueNow,
      align: 'right',
      cell: ({ name, due }) =>
        due === 0 ? (
          <span className="soft">{words.none}</span>
        ) : (
          <ButtonLink size="small" to={`/manage/privacy?let-go=${name}`} more={words.letGoOf(privacy.timer(name).name)}>
            {words.letGo(due)}
          </ButtonLink>
        ),
    },
  ];
  return (
    <Section title={words.timers}>
      <Stack>
        <p className="soft measure">{words.timersText}</p>
        <Table caption={words.timers} columns={columns} rows={timers} keyOf={({ name }) => name} />
        <OwnDays timers={timers} programmes={programmes} refusal={own} />
      </Stack>
    </Section>
  );
}

type Question = { readonly timer: TimerView; readonly proof: ProofAsk | undefined; readonly refusal: Refusal | undefined };

/** To how many, before it is done. */
export function LetGoQuestion({ timer: { name, due }, proof, refusal }: Question) {
  const { privacy } = useWords();
  const words = privacy.manage;
  const acts = (
    <>
      <Button kind="danger">{words.letGo(due)}</Button>
      <ButtonLink kind="quiet" to="/manage/privacy">
        {words.notNow}
      </ButtonLink>
    </>
  );
  return (
    <Form act="let-go" proof={proof} refusal={refusal}>
      <input type="hidden" name="timer" value={name} />
      <input type="hidden" name="count" value={due} />
      <Dialog title={words.letGoQuestion(due, privacy.timer(name).name)} acts={acts}>
        <p>{privacy.timer(name).letGo ?? words.letGoText}</p>
      </Dialog>
    </Form>
  );
}
