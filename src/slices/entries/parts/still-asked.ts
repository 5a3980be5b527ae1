/** What of all that was asked of an entry is still to do: as saved, and with scripts until something of it is written. */
import { useEffect, useState } from 'react';
import type { EntryPage } from '#slices/entries/entry-page.ts';

/** A control belongs to what is asked for where it has its name or that of a part of it. */
const belongs = (control: string, part: string): boolean => control === part || control.startsWith(`${part}.`);

export type Asked = {
  /** Names of controls; none where the words of the note alone say it. */
  readonly open: readonly string[];
  /** How many things were asked, and how many of them are still to do. */
  readonly of: number;
  readonly left: number;
};

export function useAsked({ state, asked, asks }: EntryPage): Asked {
  const [touched, setTouched] = useState<readonly string[]>([]);
  useEffect(() => {
    const form = document.getElementById('write');
    const change = ({ target }: Event) => {
      const name = target instanceof Element ? (target.getAttribute('name') ?? '') : '';
      setTouched((before) => (before.includes(name) ? before : [...before, name]));
    };
    form?.addEventListener('input', change);
    return () => form?.removeEventListener('input', change);
  }, []);
  const open = asks.open.filter((part) => !touched.some((control) => belongs(control, part)));
  if (asks.all.length > 0) return { open, of: asks.all.length, left: open.length };
  return { open, of: Number(state === 'returned'), left: Number(asked && touched.length === 0) };
}
