import type { Field } from '../forms/fields.ts';
import { type Form, fieldsOf } from '../forms/shape.ts';
import type { AnswerKinds, FactKind } from '../rules/facts.ts';

type Kind = Omit<FactKind, 'from'>;

/** What rules may ask of the answer to a field. */
function kindOfField(field: Field): Kind {
  switch (field.kind) {
    case 'number':
      return { type: 'number' };
    case 'money':
      return { type: 'money' };
    case 'date':
      return { type: 'day' };
    case 'consent':
      return { type: 'yes-no' };
    case 'short-text':
    case 'long-text':
      return { type: 'words' };
    case 'choice':
      return { type: field.choose.max > 1 ? 'choices' : 'choice', ...(!field.other && { options: field.options.map(({ key }) => key) }) };
    case 'video':
    case 'files':
    case 'web-addresses':
    case 'reference':
    case 'metric':
      return { type: 'present' };
  }
}

/** Facts by the fields of these forms; of a claim of a metric also its value and its period. A field of two kinds in two forms is none. */
export function answerKindsOf(forms: readonly Form[]): AnswerKinds {
  const found = new Map<string, Kind>();
  const clashing = new Set<string>();
  const add = (name: string, kind: Kind) => {
    const before = found.get(name);
    if (before && JSON.stringify(before) !== JSON.stringify(kind)) clashing.add(name);
    found.set(name, kind);
  };
  for (const { field } of forms.flatMap((form) => fieldsOf(form))) {
    add(`answer.${field.key}`, kindOfField(field));
    if (field.kind !== 'metric') continue;
    add(`answer.${field.key}.value`, { type: 'number' });
    add(`answer.${field.key}.period`, { type: 'period' });
  }
  return Object.fromEntries([...found].filter(([name]) => !clashing.has(name)));
}
