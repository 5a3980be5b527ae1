import { useActionData } from 'react-router';
import { type Refused, refusalOf } from '#http/form.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { VersionChanges } from '#shells/forms/version-changes.tsx';
import { useWords } from '#shells/words.tsx';
import type { ForManager } from '#slices/entries/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

type View = {
  readonly opened: ForManager;
  readonly owner: { readonly name: string };
  readonly closes: string;
  readonly zone: string;
  readonly state: string;
  readonly office: boolean;
  readonly mayChange: boolean;
};

const kinds: Readonly<Record<ForManager['reopenings'][number]['state'], TagKind>> = {
  running: 'warn',
  'sent-in': 'ok',
  cancelled: 'plain',
  'ran-out': 'plain',
};

function Reopen({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const { reopening, dates } = useWords();
  const words = reopening.manager;
  const refusal = refusalOf(refused, 'reopen');
  return (
    <details className="details" open={refusal !== undefined}>
      <summary>{words.title}</summary>
      <Form act="reopen" refusal={refusal} names={{ until: words.until(dates.cityOf(view.zone)), reason: words.reason }}>
        <p className="soft t-sm">{words.will(view.owner.name, dates.full(view.closes))}</p>
        {view.state === 'accepted' && <p className="soft t-sm">{words.marked}</p>}
        <DateField name="until" time label={words.until(dates.cityOf(view.zone))} hint={words.untilHint} />
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
        <Button>{words.go}</Button>
      </Form>
    </details>
  );
}

function Opening({ one, mayCancel }: { one: ForManager['reopenings'][number]; mayCancel: boolean }) {
  const refused = useActionData<Refused>();
  const { reopening, dates } = useWords();
  const words = reopening.manager;
  return (
    <li className="stack-2">
      <p>
        <Tag kind={kinds[one.state]}>{words.states[one.state]}</Tag>
      </p>
      <p className="t-sm">
        {words.opened(one.by, dates.full(one.until))} <span className="soft">{one.reason}</span>
      </p>
      {one.changes &&
        (one.changes.count === 0 ? (
          <p className="soft t-sm">{words.changed(0)}</p>
        ) : (
          <Fold summary={words.changed(one.changes.count)}>
            <VersionChanges of={one.changes} />
          </Fold>
        ))}
      {one.state === 'running' && mayCancel && (
        <Form act="close" refusal={refusalOf(refused, 'close')}>
          <p className="soft t-sm">{words.cancelWill}</p>
          <Button size="small">{words.cancel}</Button>
        </Form>
      )}
    </li>
  );
}

/** Whether it may be opened again, and what became of each time it was. */
export function Reopenings({ view }: { view: View }) {
  const words = useWords().reopening.manager;
  const { opened } = view;
  const mayCancel = view.office && view.mayChange;
  return (
    <>
      {opened.reopenings.length > 0 && (
        <Section title={words.history}>
          <Stack>
            <ul className="stack">
              {opened.reopenings.map((one) => (
                <Opening key={one.id} one={one} mayCancel={mayCancel} />
              ))}
            </ul>
          </Stack>
        </Section>
      )}
      {opened.mayReopen && <Reopen view={view} />}
    </>
  );
}
