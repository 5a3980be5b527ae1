import { useWords } from '#shells/words.tsx';
import type { EntryListPage } from '#slices/entries/list-page.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';

/** Closing entries before their date: whom it leaves out, and that it is for good. */
export function CloseQuestion({ view, refusal }: { view: EntryListPage; refusal: Refusal | undefined }) {
  const { entries, dates } = useWords();
  const words = entries.list;
  const { edition, closes, drafts, submitted } = view;
  return (
    <Form act="close" refusal={refusal}>
      <Dialog
        title={words.closeTitle}
        acts={
          <>
            <Button kind="danger">{words.closeGo}</Button>
            <ButtonLink kind="quiet" to={`/manage/${edition.programmeSlug}/${edition.slug}/entries`}>
              {words.closeNot}
            </ButtonLink>
          </>
        }
      >
        <p>{words.closeWill(dates.full(closes), submitted, drafts)}</p>
      </Dialog>
    </Form>
  );
}
