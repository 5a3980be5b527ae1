import { useWords } from '#shells/words.tsx';
import type { remarksForManager } from '#slices/programmes/remarks/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Toast } from '#ui/messages/toast.tsx';

export type Queue = Awaited<ReturnType<typeof remarksForManager>>;
type Props = { readonly queue: Queue; readonly refusal: Refusal | undefined };

/** What was just decided, and the button that puts it back as it was. */
export function DecidedToast({ queue: { decided } }: { queue: Queue }) {
  const words = useWords().remarks.queue;
  if (!decided) return null;
  const { remark, before, now, version, answer } = decided;
  const undo = (
    <Form act="decide" id="undo" stacked={false}>
      <input type="hidden" name="remark" value={remark} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="answer" value={answer} />
      <Button size="small" name="state" value={before}>
        {words.undo}
      </Button>
    </Form>
  );
  return <Toast undo={undo}>{words.done[now]}</Toast>;
}

function Acts({ state, name }: { state: Queue['state']; name: string }) {
  const words = useWords().remarks.queue;
  const more = words.more(name);
  return (
    <Row>
      <Button kind={state === 'waiting' ? 'main' : undefined} size="small" name="state" value="shown" more={more}>
        {state === 'shown' ? words.showAgain : words.show}
      </Button>
      {state !== 'declined' && (
        <Button kind="quiet" size="small" name="state" value="declined" more={more}>
          {state === 'shown' ? words.hide : words.decline}
        </Button>
      )}
    </Row>
  );
}

/** One that was asked or said, with the answer and the decision in one form: Tab, write, Enter. */
export function RemarkCard({ queue, remark, refusal, first }: Props & { remark: Queue['remarks'][number]; first: boolean }) {
  const { remarks, dates } = useWords();
  const words = remarks.queue;
  const { id, kind, body, answer, at, by, version } = remark;
  const mine = refusal?.values.remark === id ? refusal : undefined;
  return (
    <Section title={words.by(kind, by, dates.dayInYears(at))} first={first}>
      <Stack>
        <Prose text={body} />
        {queue.mayDecide ? (
          <Form act="decide" id={`decide-${id}`} refusal={mine} names={{ answer: words.answer }}>
            <TextArea name="answer" label={words.answer} hint={words.answerHint} value={answer} rows={3} />
            <Acts state={queue.state} name={by} />
            <input type="hidden" name="remark" value={id} />
            <input type="hidden" name="version" value={version} />
          </Form>
        ) : (
          answer !== '' && <Prose text={answer} />
        )}
      </Stack>
    </Section>
  );
}
