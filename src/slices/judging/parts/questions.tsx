import { useWords } from '#shells/words.tsx';
import type { Progress } from '#slices/judging/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';

type Props = { readonly back: string; readonly refusal: Refusal | undefined };

export function ReleaseQuestion({ seat, back, refusal }: Props & { seat: Progress['missing'][number] }) {
  const words = useWords().judging.run;
  return (
    <Form act="release" refusal={refusal} names={{ reason: words.releaseReason }}>
      <input type="hidden" name="entry" value={seat.entry} />
      <input type="hidden" name="judge" value={seat.judge} />
      <Dialog
        title={words.releaseTitle(seat.name, seat.number)}
        acts={
          <>
            <Button kind="danger">{words.releaseGo}</Button>
            <ButtonLink kind="quiet" to={back}>
              {words.cancel}
            </ButtonLink>
          </>
        }
      >
        <div className="stack">
          <p>{words.releaseWill(seat.title)}</p>
          <TextField name="reason" label={words.releaseReason} full />
        </div>
      </Dialog>
    </Form>
  );
}

/** Reminding those who owe ballots: to how many it goes, and who gets none. */
export function RemindQuestion({ progress, back, refusal }: Props & { progress: Progress }) {
  const { judging, dates } = useWords();
  const words = judging.run;
  const { now, lately, off } = progress.remind;
  const not = words.remindNot(lately, off);
  return (
    <Form act="remind" refusal={refusal}>
      <input type="hidden" name="count" value={now} />
      <Dialog
        title={words.remindTitle(now)}
        acts={
          <>
            <Button kind="main">{words.remindGo(now)}</Button>
            <ButtonLink kind="quiet" to={back}>
              {words.cancel}
            </ButtonLink>
          </>
        }
      >
        <p>{words.remindWill(now, progress.missing.length, dates.full(progress.closesAt))}</p>
        {not !== '' && <p className="soft">{not}</p>}
      </Dialog>
    </Form>
  );
}

/** Ending judging before its date: what is missing then, and what can still be done about it. */
export function EndQuestion({ total, back, refusal }: Props & { total: Progress['total'] }) {
  const words = useWords().judging.run;
  const owed = total.seats - total.done;
  return (
    <Form act="end" refusal={refusal}>
      <Dialog
        title={words.endTitle}
        acts={
          <>
            <Button kind={owed > 0 ? 'danger' : 'main'}>{words.endGo}</Button>
            <ButtonLink kind="quiet" to={back}>
              {words.cancel}
            </ButtonLink>
          </>
        }
      >
        <p>{words.endWill(owed, total.seats)}</p>
      </Dialog>
    </Form>
  );
}
