/**
 * Keys of the desk: digits mark the criterion one is at, J and K go to the next and the one before, C to the comment, N to the next
 * entry. They can be turned off, and are silent while somebody writes (WCAG 2.2, 2.1.4).
 */
import { useEffect, useSyncExternalStore } from 'react';

const shelf = 'plaudit desk keys';

let chosen: boolean | undefined;
const followers = new Set<() => void>();

function follow(changed: () => void): () => void {
  followers.add(changed);
  return () => followers.delete(changed);
}

/** Browsers may refuse storage; the choice then lasts as long as the page. */
function areOn(): boolean {
  try {
    chosen ??= localStorage.getItem(shelf) !== 'off';
  } catch {
    chosen ??= true;
  }
  return chosen;
}

function choose(on: boolean): void {
  chosen = on;
  try {
    localStorage.setItem(shelf, on ? 'on' : 'off');
  } catch {
    // As above.
  }
  for (const changed of followers) changed();
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'radio')
  );
}

const groupsIn = (card: HTMLElement) => [...card.querySelectorAll<HTMLElement>('[role="radiogroup"]')];
const markOf = (group: HTMLElement) => group.querySelector<HTMLInputElement>('input:checked') ?? group.querySelector('input');

function place(groups: readonly HTMLElement[]): number {
  return groups.findIndex((group) => group.contains(document.activeElement));
}

/** A digit is the mark it names; 0 is ten where the scale has a ten. */
function mark(group: HTMLElement, digit: string): void {
  const wanted = digit === '0' ? ['10', '0'] : [digit];
  const inputs = [...group.querySelectorAll('input')];
  const input = wanted.flatMap((value) => inputs.find((one) => one.value === value) ?? [])[0];
  input?.focus();
  input?.click();
}

function press(card: HTMLElement, key: string): boolean {
  const groups = groupsIn(card);
  const at = place(groups);
  if (/^\d$/.test(key)) {
    const group = groups[at] ?? groups.find((one) => !one.querySelector('input:checked'));
    if (group) mark(group, key);
    return group !== undefined;
  }
  if (key === 'j' || key === 'k') {
    const next = key === 'j' ? Math.min(at + 1, groups.length - 1) : Math.max(at - 1, 0);
    const group = groups[next];
    if (group) markOf(group)?.focus();
    return group !== undefined;
  }
  if (key === 'c') {
    card.querySelector('textarea')?.focus();
    return true;
  }
  return false;
}

export function useDeskKeys(card: string, next: string | undefined): { on: boolean; ready: boolean; toggle: () => void } {
  // The server knows nothing of keys, and shows none.
  const on = useSyncExternalStore(follow, areOn, () => undefined);
  useEffect(() => {
    const element = document.getElementById(card);
    if (!on || !element) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === 'n' && next !== undefined) location.assign(next);
      else if (!press(element, event.key.toLowerCase())) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on, card, next]);
  return { on: on ?? true, ready: on !== undefined, toggle: () => choose(!on) };
}
