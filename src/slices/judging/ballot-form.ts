/**
 * The scorecard's fields as an operation's input: `version`, `comment`, a field `marks.<criterion>` for each mark given and one
 * `comments.<criterion>` for what is written beside it.
 */
import type { FormArgs } from '#http/form.ts';

/** What a field says instead of a mark where the criterion does not apply, or one `none.<criterion>` beside it. */
export const doesNotApply = 'n/a';

/** What is written in fields of one kind, by criterion. */
export function fieldsOf(kind: 'marks' | 'none' | 'comments', fields: Iterable<readonly [string, unknown]>): Record<string, string> {
  const prefix = `${kind}.`;
  const found: Record<string, string> = {};
  for (const [name, value] of fields)
    if (name.startsWith(prefix) && typeof value === 'string' && value.trim() !== '') found[name.slice(prefix.length)] = value;
  return found;
}

/** Marks among a form's fields, by criterion; null for what does not apply. */
export function marksIn(fields: Iterable<readonly [string, unknown]>): Record<string, number | null> {
  const all = [...fields];
  const given = Object.entries({ ...fieldsOf('marks', all), ...fieldsOf('none', all) });
  return Object.fromEntries(given.map(([id, value]) => [id, value === doesNotApply ? null : Number(value)]));
}

export function ballotFrom({ params, values }: Pick<FormArgs, 'params' | 'values'>) {
  const fields = Object.entries(values);
  const [marks, comments] = [marksIn(fields), fieldsOf('comments', fields)];
  return { entry: params.entry ?? '', version: Number(values.version ?? ''), marks, comments, comment: values.comment ?? '' };
}
