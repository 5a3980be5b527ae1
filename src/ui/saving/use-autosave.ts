import { useEffect, useState } from 'react';
import { useHref } from '../base/frame.tsx';
import { type SaveAnswer, type SaveStatus, startAutosave } from './autosave.ts';

type Options = {
  /** The form's id. It has a field `version`; the server's answer says the next one. */
  readonly form: string;
  /** An end point without a screen whose action answers in JSON: `act({ save: post(saveDraft, …) })`. */
  readonly to: string;
  readonly act?: string;
  /**
   * Called before each save, with what it gives called with the server's answer. What the form had to be told of it is told then; true
   * where what was refused has been set aside, so that the rest can be saved.
   */
  readonly follow?: ((form: HTMLFormElement) => (answer: Answered) => boolean) | undefined;
};

/** The server's answer as it came: its status, and its document. */
export type Answered = { readonly status: number; readonly read: (name: string) => unknown };

function versionField(form: HTMLFormElement): HTMLInputElement | undefined {
  const field = form.elements.namedItem('version');
  return field instanceof HTMLInputElement ? field : undefined;
}

/** Refusals of what was written (too long, not readable), in contrast to those of the writer or of the moment. */
const mendable = new Set([413, 415, 422]);

async function answerOf(response: Response, heard: (answer: Answered) => boolean): Promise<SaveAnswer> {
  const body: unknown = await response.json().catch(() => undefined);
  const read = (name: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined);
  const setAside = heard({ status: response.status, read });
  const version = read('version');
  if (response.ok && typeof version === 'number') return { kind: 'saved', version };
  const detail = read('detail');
  if (response.status >= 500 || typeof detail !== 'string') return { kind: 'unreachable' };
  return { kind: 'refused', message: detail, mendable: setAside || mendable.has(response.status) };
}

async function send(form: HTMLFormElement, url: string, act: string, follow: Options['follow']): Promise<SaveAnswer> {
  const heard = follow?.(form) ?? (() => false);
  const body = new FormData(form);
  body.set('_act', act);
  body.set('_key', crypto.randomUUID());
  // Files travel by themselves; an autosave carries words.
  for (const name of new Set(body.keys())) if (body.getAll(name).some((value) => typeof value !== 'string')) body.delete(name);
  const headers = { accept: 'application/json, application/problem+json' };
  try {
    const answer = await answerOf(await fetch(url, { method: 'post', body, headers, keepalive: document.hidden }), heard);
    const field = versionField(form);
    if (follow === undefined && answer.kind === 'saved' && field) field.value = String(answer.version);
    return answer;
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Whether a field says something else than the page that was sent. */
function isWritten(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.name === '' || ['hidden', 'file', 'submit', 'button'].includes(field.type))
      return false;
    return ['checkbox', 'radio'].includes(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}

/** Where the saving of a form stands. Without scripts it stays untouched, and the form's own button saves. */
export function useAutosave({ form: id, to, act = 'save', follow }: Options): SaveStatus {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'untouched' });
  const url = useHref(to);
  useEffect(() => {
    const form = document.getElementById(id);
    if (!(form instanceof HTMLFormElement)) return undefined;
    const autosave = startAutosave({ send: () => send(form, url, act, follow), tell: setStatus, now: () => Date.now() });
    const leave = new AbortController();
    const { signal } = leave;
    form.addEventListener('input', autosave.touch, { signal });
    // What is under way is awaited, so that the form itself goes out with the version it left behind.
    form.addEventListener(
      'submit',
      (event) => {
        if (!autosave.hasUnsaved()) return;
        event.preventDefault();
        const go = () => {
          autosave.stop();
          leave.abort();
          form.requestSubmit(event.submitter);
        };
        // A form that is still asking whether to submit ignores a second request, so it is made in a turn of its own.
        void autosave.flush().then(() => setTimeout(go));
      },
      { signal, capture: true },
    );
    // Written before scripts ran, or kept by the browser over a reload: nobody has heard of it yet.
    if (isWritten(form)) autosave.touch();
    document.addEventListener('visibilitychange', () => void (document.hidden && autosave.flush()), { signal });
    addEventListener('beforeunload', (event) => void (autosave.hasUnsaved() && event.preventDefault()), { signal });
    return () => {
      autosave.stop();
      leave.abort();
    };
  }, [id, url, act, follow]);
  return status;
}
