import type { FormPage } from '#slices/programmes/editing/forms/form-page.ts';

/** Which version of the edition, and of the working copy where one is changed, whoever sends a form has seen. */
export function Seen({ view }: { view: Pick<FormPage, 'version' | 'copy'> }) {
  return (
    <>
      <input type="hidden" name="version" value={view.version} />
      {view.copy && <input type="hidden" name="copy" value={view.copy.version} />}
    </>
  );
}
