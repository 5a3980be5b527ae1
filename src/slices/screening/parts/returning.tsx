import { useActionData } from 'react-router';
import { type Refused, refusalOf } from '#http/form.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Checks, type Option } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';

/** When entries close, and whether they are open; what moment is offered to mend until, by the programme's wall clock. */
type Clock = { readonly zone: string; readonly closes: string; readonly open: boolean; readonly offer: string | undefined };

type SendBackProps = { readonly clock: Clock; readonly version: number; readonly writer: string; readonly parts: readonly Option[] };

/** What has to be mended, what it is about, and until when. */
export function SendBack({ clock, version, writer, parts }: SendBackProps) {
  const refused = useActionData<Refused>();
  const { screening, dates } = useWords();
  const { entry: words, mending } = screening;
  const until = mending.until(dates.cityOf(clock.zone));
  return (
    <Form act="return" refusal={refusalOf(refused, 'return')} names={{ reason: words.reason, until }}>
      <input type="hidden" name="version" value={version} />
      <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={4} />
      <Checks name="about" label={words.about} hint={words.aboutHint} optional={words.optional} options={parts} />
      <DateField
        name="until"
        time
        label={until}
        optional={words.optional}
        hint={clock.open ? mending.untilOpen(dates.full(clock.closes)) : mending.untilClosed}
        value={clock.offer}
      />
      <p className="soft t-sm">{words.returnWill(writer)}</p>
      <Button>{words.return}</Button>
    </Form>
  );
}

type Returned = {
  readonly note: string;
  /** Until when it may be mended; undefined where entries being open says so. */
  readonly mending: { readonly until: string; readonly open: boolean } | undefined;
  /** Whether what is decided about it can still be changed. */
  readonly mayMove: boolean;
};

function Move({ clock, writer }: { clock: Clock; writer: string }) {
  const refused = useActionData<Refused>();
  const { screening, dates } = useWords();
  const words = screening.mending;
  const refusal = refusalOf(refused, 'until');
  const until = words.until(dates.cityOf(clock.zone));
  return (
    <Fold summary={words.move.title} open={refusal !== undefined}>
      <Form act="until" refusal={refusal} names={{ until, reason: words.move.reason }}>
        <DateField name="until" time label={until} value={clock.offer} />
        <TextArea name="reason" label={words.move.reason} hint={words.move.reasonHint} rows={2} />
        <p className="soft t-sm">{words.move.will(writer)}</p>
        <Button>{words.move.go}</Button>
      </Form>
    </Fold>
  );
}

/** That it is with its writer: what was asked, until when, and what can be done about that. */
export function SentBack({ returned, clock, writer }: { returned: Returned; clock: Clock; writer: string }) {
  const refused = useActionData<Refused>();
  const { screening, dates } = useWords();
  const words = screening.mending;
  const { note, mending, mayMove } = returned;
  const said = () => {
    if (mending) return (mending.open ? words.by : words.over)(dates.full(mending.until));
    return clock.open ? words.open(dates.full(clock.closes)) : words.closed;
  };
  return (
    <Section title={screening.entry.returned} first>
      <Stack>
        {mending?.open === false && (
          <p>
            <Tag kind="bad">{words.tag}</Tag>
          </p>
        )}
        {note !== '' && <Prose text={note} />}
        <p className="soft">{said()}</p>
        {mayMove && <Move clock={clock} writer={writer} />}
        {mayMove && (
          <Form act="undo-return" refusal={refusalOf(refused, 'undo-return')}>
            <p className="soft t-sm">{words.undo.will(writer)}</p>
            <Button size="small">{words.undo.go}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}
