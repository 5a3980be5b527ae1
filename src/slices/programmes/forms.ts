/** What the forms of an edition send, read for its operations: dates as wall times of its zone, criteria as rows of a table. */
import { Problem } from '#core/problems/problem.ts';
import { instantOf } from '#core/season/wall-time.ts';
import type { Values } from '#http/form.ts';

/** The wall time of the programme's zone becomes an instant; what cannot be read stays as written, to be refused at its field. */
export function instantFrom(written: string, zone: string): string {
  const at = instantOf(written, zone);
  return at === undefined ? written : new Date(at).toISOString();
}

export function timelineFrom(values: Values, zone: string): { entriesOpenAt: string; entriesCloseAt: string; judgingCloseAt: string } {
  const instant = (name: string) => instantFrom(values[name] ?? '', zone);
  return { entriesOpenAt: instant('entriesOpenAt'), entriesCloseAt: instant('entriesCloseAt'), judgingCloseAt: instant('judgingCloseAt') };
}

type Row = { readonly at: number; readonly name: string; readonly question: string; readonly weight: string };

/** More rows than an edition may have are never read. */
const most = 60;

export function criterionRows(values: Values): Row[] {
  const rows = Array.from({ length: most }, (_, at): Row => {
    const cell = (name: string) => values[`criteria.${at}.${name}`]?.trim() ?? '';
    return { at, name: cell('name'), question: cell('question'), weight: cell('weight') };
  });
  return rows.filter(({ name, question, weight }) => `${name}${question}${weight}` !== '');
}

/** A refusal of the third criterion is about the third row that was not empty. */
export function atRows(error: unknown, rows: readonly Row[]): unknown {
  if (!(error instanceof Problem)) return error;
  const moved = (path: string) => path.replace(/^criteria\.(\d+)\./, (_, i: string) => `criteria.${rows[Number(i)]?.at ?? i}.`);
  return new Problem(
    error.code,
    error.facts,
    error.fields.map((field) => ({ ...field, path: moved(field.path) })),
  );
}
