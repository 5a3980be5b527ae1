import type { Changes } from '#core/entries/versions.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import { useFrame } from '#ui/base/frame.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import { languageAsked } from '../languages/carried.ts';
import { useWords } from '../words.tsx';
import { AnswerChanged, WordsChanged } from './changed.tsx';

/** Two versions of an entry, as far as they differ. */
export function VersionChanges({ of }: { of: Changes }) {
  const words = useWords().reopening.changes;
  const language = languageAsked(useFrame());
  const { head, answers, language: fallback, added, removed } = of;
  const files = [...added.map((name) => [words.added, name] as const), ...removed.map((name) => [words.removed, name] as const)];
  return (
    <Stack>
      {head.map(({ part, before, after }) => (
        <section className="stack-2" key={part}>
          <h3 className="h4">{words.parts[part]}</h3>
          <WordsChanged before={before} after={after} />
        </section>
      ))}
      {answers.map(({ field, before, after }) => (
        <section className="stack-2" key={field.key}>
          <h3 className="h4">{inLanguage(field.label, language, fallback)}</h3>
          <AnswerChanged field={field} before={before} after={after} language={language} fallback={fallback} />
        </section>
      ))}
      {files.length > 0 && (
        <ul className="stack-2">
          {files.map(([what, name]) => (
            <li key={`${what} ${name}`}>
              {what}: <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
