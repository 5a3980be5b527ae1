import { useWords } from '#shells/words.tsx';
import type { DeadlinePage } from '#slices/entries/deadlines/deadline-page.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';

type Line = DeadlinePage['reminders']['lines'][number];

/** What became of one, or would. */
function useOutcome(): (line: Line) => string {
  const { deadline, dates } = useWords();
  const { states } = deadline.reminders;
  return ({ state, would, sent }) => {
    if (sent) return states.sent(sent.people, dates.full(sent.last));
    return state === 'to-come' ? states['to-come'](would) : state === 'missed' ? states.missed() : states.nobody();
  };
}

/** Who is reminded of the close, when, and how many that would be now. */
export function Reminders({ view, refusal }: { view: DeadlinePage; refusal: Refusal | undefined }) {
  const { deadline, dates } = useWords();
  const words = deadline.reminders;
  const outcome = useOutcome();
  const { reminders, mayChange, over } = view;
  return (
    <Section title={words.title} first>
      <Stack>
        <p className="soft measure">
          {words.lead(reminders.writers, reminders.off, reminders.own)} {words.text}
        </p>
        {reminders.lines.length === 0 ? (
          <p>{words.off}</p>
        ) : (
          <Table
            caption={words.title}
            tight
            rows={reminders.lines}
            keyOf={({ days }) => String(days)}
            columns={[
              { id: 'days', head: words.when, nowrap: true, cell: ({ days }) => words.before(days) },
              { id: 'at', head: words.at, cell: ({ at }) => <span className="num">{dates.full(at)}</span> },
              { id: 'to', head: words.to, wide: true, cell: outcome },
            ]}
          />
        )}
        {reminders.byHand.last !== null && <p className="soft">{words.lastByHand(dates.full(reminders.byHand.last))}</p>}
        {mayChange && reminders.byHand.now > 0 && (
          <p>
            <ButtonLink kind="quiet" to={`${view.path}?remind`}>
              {words.now}
            </ButtonLink>
          </p>
        )}
        {mayChange && !over && (
          <Form act="plan" refusal={refusal} names={{ days: words.days }} oneField>
            <input type="hidden" name="version" value={reminders.version} />
            <TextField
              name="days"
              label={words.days}
              hint={words.daysHint}
              value={reminders.days.join(', ')}
              short
              optional={words.optional}
            />
            <Button>{words.save}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

/** Sending one now: to how many, and who gets none. */
export function RemindNow({ view, refusal }: { view: DeadlinePage; refusal: Refusal | undefined }) {
  const words = useWords().deadline.reminders;
  const { now, lately, off } = view.reminders.byHand;
  const not = words.nowNot(lately, off);
  return (
    <Form act="remind" refusal={refusal}>
      <input type="hidden" name="count" value={now} />
      <Dialog
        title={words.nowTitle(now)}
        acts={
          <>
            <Button kind="main">{words.nowGo(now)}</Button>
            <ButtonLink kind="quiet" to={view.path}>
              {words.cancel}
            </ButtonLink>
          </>
        }
      >
        <p>{words.nowWill(now)}</p>
        {not !== '' && <p className="soft">{not}</p>}
      </Dialog>
    </Form>
  );
}
