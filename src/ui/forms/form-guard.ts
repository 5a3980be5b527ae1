/** What scripts add to a form that works without them: it keeps its key, and it is sent once. */
import { doneKeys, forget, keep, unanswered } from './kept-keys.ts';

/** Browsers may refuse storage altogether; the form then works as without scripts. */
function openShelf(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

function keyField(form: HTMLFormElement): HTMLInputElement | undefined {
  const field = form.elements.namedItem('_key');
  return field instanceof HTMLInputElement ? field : undefined;
}

function setBusy(form: HTMLFormElement, submitter: Element | null, busy: boolean): void {
  form.toggleAttribute('data-busy', busy);
  if (busy) submitter?.setAttribute('aria-busy', 'true');
  else for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
}

/** Returns what undoes it. `answered`: the page is itself the server's answer to this form. */
export function guardForm(form: HTMLFormElement, { id, answered }: { id: string; answered: boolean }): () => void {
  const shelf = openShelf();
  const path = location.pathname;
  const field = keyField(form);
  if (shelf && field) {
    if (answered) forget(shelf, path, id);
    field.value = unanswered(shelf, path, id, doneKeys(document.cookie), Date.now()) ?? field.value;
  }
  const onSubmit = (event: SubmitEvent): void => {
    if (event.defaultPrevented) return;
    if (form.hasAttribute('data-busy')) {
      event.preventDefault();
      return;
    }
    if (shelf && field) keep(shelf, path, id, field.value, Date.now());
    setBusy(form, event.submitter, true);
  };
  // A page taken back out of the browser's memory is not under way any more.
  const onShow = (): void => setBusy(form, null, false);
  form.addEventListener('submit', onSubmit);
  addEventListener('pageshow', onShow);
  return () => {
    form.removeEventListener('submit', onSubmit);
    removeEventListener('pageshow', onShow);
  };
}
