/**
 * Keys of whoever screens one entry after the other: J and K go to the next and the one before, A accepts, N, D, R and M go to where an entry is
 * ruled out, named a duplicate, sent back and moved to another category. They are silent while somebody writes, and off where single keys are (WCAG
 * 2.2, 2.1.4).
 */
import { useEffect } from 'react';

type Ways = { readonly before: string | undefined; readonly after: string | undefined };

const fields: Readonly<Record<string, string>> = {
  n: ' [name="why"]',
  d: ' [name="duplicateOf"]',
  r: ':has(input[name="_act"][value="return"]) [name="reason"]',
  m: ' [name="to"]',
};

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

function accept(): boolean {
  const form = document.querySelector<HTMLFormElement>('form:has(input[name="_act"][value="accept"])');
  form?.requestSubmit();
  return form !== null;
}

function goTo(place: string): boolean {
  const field = document.querySelector<HTMLElement>(`form${place}`);
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  return field !== null;
}

function press(key: string, { before, after }: Ways): boolean {
  if (key === 'a') return accept();
  const name = fields[key];
  if (name !== undefined) return goTo(name);
  const to = key === 'j' ? after : key === 'k' ? before : undefined;
  if (to !== undefined) location.assign(to);
  return to !== undefined;
}

export function useScreenKeys({ before, after }: Ways, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (press(event.key.toLowerCase(), { before, after })) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [before, after, on]);
}
