/** An entry by a form, and what its controls are called. */
import { controlName } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { languageAsked } from '#shells/languages/carried.ts';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { useFrame } from '#ui/base/frame.tsx';

export type EntryByForm = EntryPage & { readonly form: NonNullable<EntryPage['form']> };

/** As much of it as names its parts. */
export type Named = { readonly form: EntryPage['form'] };

export const isByForm = (entry: EntryPage): entry is EntryByForm => entry.form !== undefined;

/** What a text of the organiser says to this reader. */
export function useSay({ form }: Pick<EntryByForm, 'form'>): (text: LocalText) => string {
  const language = languageAsked(useFrame());
  return (text) => inLanguage(text, language, form.language);
}

/** What each control is called, for the summary of what was refused. */
export function controlNames(entry: Pick<EntryByForm, 'form'>, say: (text: LocalText) => string): Record<string, string> {
  const parts = ['amount', 'currency', 'name', 'measure', 'statistic', 'value', 'n', 'from', 'to', 'promoters', 'detractors', 'source'];
  const before = ['before.value', 'before.n', 'before.from', 'before.to', 'before.promoters', 'before.detractors'];
  const named = fieldsOf(entry.form.form).flatMap(({ field, group }) => [
    ...['', ...parts.map((part) => `.${part}`), ...before.map((part) => `.${part}`)].map(
      (part) => [field.key + part, field.label] as const,
    ),
    ...(group ? [[group.key, group.label] as const] : []),
  ]);
  return Object.fromEntries(named.map(([name, label]) => [controlName(name), say(label)]));
}
