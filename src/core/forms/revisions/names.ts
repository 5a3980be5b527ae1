import { inLanguage, type LocalText } from '../../languages/local-text.ts';
import { type Form, fieldsOf, groupsOf } from '../shape.ts';

/** What the things of several versions are called, the last version first: by their keys, options under `field option`. */
export function namesIn(forms: readonly Form[], language: string): Readonly<Record<string, string>> {
  const say = (text: LocalText) => inLanguage(text, language, language);
  const names = forms.flatMap((form) => [
    ...form.sections.map(({ key, title }) => [key, say(title)] as const),
    ...groupsOf(form).map(({ group }) => [group.key, say(group.label)] as const),
    ...fieldsOf(form).flatMap(({ field }) => [
      ...(field.kind === 'choice' ? field.options.map(({ key, label }) => [`${field.key} ${key}`, say(label)] as const) : []),
      [field.key, say(field.label)] as const,
    ]),
  ]);
  return Object.fromEntries(names);
}
