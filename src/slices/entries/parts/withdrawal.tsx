import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section } from '#ui/frames/frames.tsx';

type Props = { readonly entry: Pick<EntryPage, 'closes' | 'open'>; readonly refusal: Refusal | undefined };

/** Taking an entry back: what happens then, and whether it can return. */
export function Withdrawal({ entry, refusal }: Props) {
  const { entries, dates } = useWords();
  const words = entries.withdrawal;
  return (
    <Fold summary={words.title} open={refusal !== undefined}>
      <Form act="withdraw" refusal={refusal}>
        <p className="soft">{words.will}</p>
        <p className="soft">{entry.open ? words.back(dates.full(entry.closes)) : words.forGood}</p>
        <Button kind="danger">{words.go}</Button>
      </Form>
    </Fold>
  );
}

/** A withdrawn entry, and the way back while there is one. */
export function Revival({ entry, refusal }: Props) {
  const { entries, dates } = useWords();
  const words = entries.withdrawal;
  return (
    <Section title={entries.states.withdrawn} first>
      <Form act="revive" refusal={refusal}>
        <p className="soft">
          {words.text} {entry.open ? words.textOpen(dates.full(entry.closes)) : words.forGood}
        </p>
        {entry.open && <Button>{words.revive}</Button>}
      </Form>
    </Section>
  );
}
