/** What a scorecard holds right now: read from the form itself, so that it is the same with a mouse, keys and what was restored. */
import { type RefObject, useEffect, useState } from 'react';

export type WrittenMarks = Readonly<Record<string, number | undefined>>;

const prefix = 'marks.';

/** The whole marks among a form's fields, by criterion. */
export function marksIn(fields: Iterable<readonly [string, unknown]>): Record<string, number> {
  const marks: Record<string, number> = {};
  for (const [name, value] of fields) {
    if (!name.startsWith(prefix) || typeof value !== 'string' || value.trim() === '') continue;
    marks[name.slice(prefix.length)] = Number(value);
  }
  return marks;
}

/** Follows the form around `inside`; until scripts run, what the server saw. */
export function useWrittenMarks(inside: RefObject<HTMLElement | null>, first: WrittenMarks): { marks: WrittenMarks; live: boolean } {
  const [marks, setMarks] = useState<WrittenMarks | undefined>(undefined);
  useEffect(() => {
    const form = inside.current?.closest('form');
    if (!form) return undefined;
    const read = () => setMarks(marksIn(new FormData(form)));
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [inside]);
  return { marks: marks ?? first, live: marks !== undefined };
}
