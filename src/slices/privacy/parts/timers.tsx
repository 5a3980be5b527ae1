import { useWords } from '#shells/words.tsx';
import type { TimerView } from '#slices/privacy/views.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Check } from '#ui/forms/choice.tsx';
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
      <input type="hidden" name="timer" value={timer.name} />
      <TextField name="days" inputMode="numeric" short label={words.days} value={String(timer.days)} />
      <Check name="automatic" value="yes" label={words.itself} checked={timer.automatic} />
      <Button size="small" more={words.saveOf(name)}>
        {words.save}
      </Button>
    </Form>
  );
}

/** How long each kind of data is kept, and how much of it is due. */
export function Timers({ timers, refusal }: { timers: readonly TimerView[]; refusal: Refusal | undefined }) {
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
    { id: 'rule', head: words.kept, cell: (timer) => <Rule timer={timer} refusal={refusal} /> },
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
        <p>{words.letGoText}</p>
      </Dialog>
    </Form>
  );
}
