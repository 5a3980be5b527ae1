/** Dates of a form: the wall time of the programme's zone becomes an instant; what cannot be read is refused at its field. */
import { instantOf } from '#core/season/wall-time.ts';
import type { Values } from '#http/form.ts';

export function timelineFrom(values: Values, zone: string): { entriesOpenAt: string; entriesCloseAt: string; judgingCloseAt: string } {
  const instant = (name: string) => {
    const written = values[name] ?? '';
    const at = instantOf(written, zone);
    return at === undefined ? written : new Date(at).toISOString();
  };
  return { entriesOpenAt: instant('entriesOpenAt'), entriesCloseAt: instant('entriesCloseAt'), judgingCloseAt: instant('judgingCloseAt') };
}
