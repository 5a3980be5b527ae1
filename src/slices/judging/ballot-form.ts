/** The scorecard's fields as an operation's input: `version`, `comment`, and a field `marks.<criterion>` for each mark given. */
import type { FormArgs } from '#http/form.ts';

const prefix = 'marks.';

export function ballotFrom({ params, values }: Pick<FormArgs, 'params' | 'values'>) {
  const marks: Record<string, number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith(prefix) && value.trim() !== '') marks[name.slice(prefix.length)] = Number(value);
  }
  return { entry: params.entry ?? '', version: Number(values.version ?? ''), marks, comment: values.comment ?? '' };
}
