import type { ReactNode } from 'react';
import { Faults } from '#shells/lists/faults.tsx';
import { useWords } from '#shells/words.tsx';
import type { SentText } from '#slices/programmes/editing/notation.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';

type Props = {
  readonly words: { readonly notation: string; readonly notationHint: string; readonly saveText: string };
  readonly version: number;
  /** As it is saved. */
  readonly yaml: string;
  readonly refusal: Refusal | undefined;
  /** A text that was not saved, with everything that is wrong in it. */
  readonly sent: SentText | undefined;
  readonly open?: boolean;
  readonly names?: Readonly<Record<string, string>>;
  /** Fields beside the text. */
  readonly children?: ReactNode;
};

/** What is edited elsewhere on the page as it is kept, line by line. */
export function Notation({ words, version, yaml, refusal, sent, open = false, names, children }: Props) {
  const { ruleEditor } = useWords();
  return (
    <Fold summary={words.notation} open={open || sent !== undefined || refusal !== undefined}>
      <div className="stack">
        {sent && <Faults faults={sent.faults} words={ruleEditor} />}
        <Form act="text" refusal={refusal} names={{ ...names, text: words.notation }}>
          {children}
          <TextArea
            name="text"
            label={words.notation}
            hint={words.notationHint}
            rows={Math.min(24, Math.max(8, yaml.split('\n').length + 1))}
            value={sent?.text ?? yaml}
            full
          />
          <Button>{words.saveText}</Button>
          <input type="hidden" name="version" value={version} />
        </Form>
      </div>
    </Fold>
  );
}
