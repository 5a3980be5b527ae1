import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

type View = { readonly version: number; readonly mayUnlock: boolean; readonly mayChange: boolean; readonly unlockedBecause: string | null };

/** A published edition says that it is locked, and how it is opened; an open one why it is, and how it is closed. */
export function LockPart({ view, refusal }: { view: View; refusal: (act: string) => Refusal | undefined }) {
  const words = useWords().tree;
  if (view.mayUnlock)
    return (
      <Notice lead={words.locked.title}>
        {words.locked.text}
        <Fold summary={words.locked.unlock} open={refusal('unlock') !== undefined}>
          <Form act="unlock" refusal={refusal('unlock')} names={{ because: words.locked.because }}>
            <TextArea name="because" label={words.locked.because} hint={words.locked.becauseHint} rows={2} />
            <Button>{words.locked.unlock}</Button>
            <input type="hidden" name="version" value={view.version} />
          </Form>
        </Fold>
      </Notice>
    );
  if (!view.mayChange || view.unlockedBecause === null) return null;
  return (
    <Form act="lock" refusal={refusal('lock')}>
      <Notice kind="warn">
        <Row apart>
          <span>{words.locked.open(view.unlockedBecause)}</span>
          <Button size="small">{words.locked.lock}</Button>
        </Row>
      </Notice>
      <input type="hidden" name="version" value={view.version} />
    </Form>
  );
}
