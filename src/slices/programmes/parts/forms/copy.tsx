import { useWords } from '#shells/words.tsx';
import type { FormPage } from '#slices/programmes/editing/forms/form-page.ts';
import { SavedPart } from '#slices/programmes/parts/saved-part.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Seen } from './seen.tsx';

type Props = { readonly view: FormPage; readonly here: string };

/** What a form that entries answer is changed by: whose working copy this is, or that what is saved begins one. */
export function CopyNotice({ view, here, refusal }: Props & { refusal: Refusal | undefined }) {
  const { formCopies: words, dates } = useWords();
  const { copy } = view;
  if (!copy) return null;
  const see = <Link to={`${here}/changes`}>{words.toChanges}</Link>;
  if (!copy.open)
    return (
      <Notice lead={words.answered}>
        {words.answeredText} {see}
      </Notice>
    );
  return (
    <Form act="discard" refusal={refusal}>
      <Notice kind="warn" lead={words.open}>
        {words.openText(copy.open.by, dates.full(copy.open.since))}
        <Row>
          {see}
          {view.mayChange && (
            <Button size="small" kind="quiet">
              {words.discard}
            </Button>
          )}
        </Row>
      </Notice>
      <Seen view={view} />
    </Form>
  );
}

const said = ['copied', 'resumed', 'discarded', 'applied'] as const;

/** What has just been done to the form or its copy, and the way back. */
export function SavedForm({ view }: Pick<Props, 'view'>) {
  const { formBuilder, formCopies: words } = useWords();
  const what = said.find((one) => one === view.saved);
  if (what === undefined) return <SavedPart page={view} words={formBuilder} />;
  const back = view.mayChange ? view.copy?.back : undefined;
  const undo = back !== undefined && (
    <Form act="undo" stacked={false}>
      <Button size="small" more={what === 'discarded' ? words.resumeMore : words.undoMore}>
        {formBuilder.undo}
      </Button>
      <input type="hidden" name="back" value={back} />
      <Seen view={view} />
    </Form>
  );
  return <Toast undo={undo || undefined}>{words.saved[what]}</Toast>;
}
