import { fieldsOf } from '#core/forms/shape.ts';
import { AnswerChanged, BothTold, WordsChanged } from '#shells/forms/changed.tsx';
import { languageAsked } from '#shells/languages/carried.ts';
import { useWords } from '#shells/words.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import type { Named } from '../by-form/names.tsx';

type Props = { readonly of: Named; readonly part: string; readonly before: unknown; readonly after: unknown };

/** Of what every entry is asked, kinds are chosen and the rest is written. */
function HeadChanged({ part, before, after }: Omit<Props, 'of'>) {
  const { finder } = useWords();
  const text = (said: unknown) => (typeof said === 'string' ? said : '');
  if (part !== 'nomineeKind' && part !== 'nominator') return <WordsChanged before={text(before)} after={text(after)} />;
  const kinds: Readonly<Record<string, string>> = part === 'nomineeKind' ? finder.nominee : finder.nominator;
  return <BothTold before={text(before)} after={text(after)} say={(kind) => <p>{kinds[kind] ?? kind}</p>} />;
}

/** What one field said, and says. */
export function Changed({ of: { form }, part, before, after }: Props) {
  const language = languageAsked(useFrame());
  const field = form && fieldsOf(form.form).find((one) => `answers.${one.field.key}` === part)?.field;
  if (!form || !field) return <HeadChanged part={part} before={before} after={after} />;
  return <AnswerChanged field={field} before={before} after={after} language={language} fallback={form.language} />;
}
