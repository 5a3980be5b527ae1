/** What a scorecard holds right now: read from the form itself, so that it is the same with a mouse, keys and what was restored. */
import { type RefObject, useEffect, useState } from 'react';
import { fieldsOf, marksIn } from '#slices/judging/ballot-form.ts';

export type Written = {
  /** By criterion; null: it does not apply. */
  readonly marks: Readonly<Record<string, number | null | undefined>>;
  readonly comments: Readonly<Record<string, string | undefined>>;
};

export function writtenIn(fields: Iterable<readonly [string, unknown]>): Written {
  const all = [...fields];
  return { marks: marksIn(all), comments: fieldsOf('comments', all) };
}

/** Follows the form around `inside`; until scripts run, what the server saw. */
export function useWritten(inside: RefObject<HTMLElement | null>, first: Written): Written & { readonly live: boolean } {
  const [written, setWritten] = useState<Written | undefined>(undefined);
  useEffect(() => {
    const form = inside.current?.closest('form');
    if (!form) return undefined;
    const read = () => setWritten(writtenIn(new FormData(form)));
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [inside]);
  return { ...(written ?? first), live: written !== undefined };
}
