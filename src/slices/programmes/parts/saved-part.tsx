import type { PartPage } from '#slices/programmes/editing/part-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Toast } from '#ui/messages/toast.tsx';

type Words = { readonly undo: string; readonly undoMore: string; readonly saved: Readonly<Record<string, string>> };

/** What has just been done to a part of the edition, and the way back; `part`: which of several the page changes. */
export function SavedPart({ page, words, part }: { page: PartPage; words: Words; part?: string | undefined }) {
  const said = page.saved !== null && Object.hasOwn(words.saved, page.saved) ? words.saved[page.saved] : undefined;
  if (said === undefined) return null;
  const undo = page.back !== undefined && page.mayChange && (
    <Form act="undo" stacked={false}>
      <Button size="small" more={words.undoMore}>
        {words.undo}
      </Button>
      <input type="hidden" name="back" value={page.back} />
      {part !== undefined && <input type="hidden" name="part" value={part} />}
      <input type="hidden" name="version" value={page.version} />
    </Form>
  );
  return <Toast undo={undo || undefined}>{said}</Toast>;
}
