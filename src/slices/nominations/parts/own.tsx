import { useWords } from '#shells/words.tsx';
import type { OwnNomination } from '#slices/nominations/answering/view.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Section } from '#ui/frames/frames.tsx';

/** What each nominator wrote, by name where they may be named to the nominee. */
export function Said({ said }: { said: OwnNomination['said'] }) {
  const words = useWords().nominations.own;
  return (
    <Section title={words.said}>
      <ul className="said">
        {said.map(({ relation, by, reason }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said has no other name here
          <li key={i}>
            <p className="over">{by === '' ? words.hiddenBy(relation) : words.by(by, relation)}</p>
            <Prose text={reason} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Asked = { readonly refusal: Refusal | undefined };

export function Decline({ refusal }: Asked) {
  const { nominations, shell } = useWords();
  const words = nominations.own;
  const { optional } = shell;
  return (
    <Section title={words.decline}>
      <Form act="decline" refusal={refusal} names={{ answer: words.reason }}>
        <p className="read">{words.declineText}</p>
        <TextArea name="answer" label={words.reason} hint={words.reasonHint} rows={3} optional={optional} />
        <Button>{words.declineGo}</Button>
      </Form>
    </Section>
  );
}

export function Correct({ view, refusal }: Asked & { readonly view: OwnNomination }) {
  const { nominations, shell } = useWords();
  const words = nominations.own;
  const { optional } = shell;
  return (
    <Section title={words.correct}>
      <Form act="correct" id="correct" refusal={refusal} names={{ name: words.correctName, worksFor: words.correctWorks }}>
        <TextField name="name" label={words.correctName} value={view.name} />
        <TextField name="worksFor" label={words.correctWorks} value={view.worksFor} optional={optional} />
        <Button>{words.correctGo}</Button>
      </Form>
    </Section>
  );
}
