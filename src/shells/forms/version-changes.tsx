import type { Changes } from '#core/entries/versions.ts';
import { useFrame } from '#ui/base/frame.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import { useWords } from '../words.tsx';
import { FormAnswered } from './form-answered.tsx';

/** What one version says beside what the other does. */
function Pair({ title, before, after }: { title: string; before: string; after: string }) {
  const words = useWords().reopening.changes;
  return (
    <section className="stack-2">
      <h3 className="h4">{title}</h3>
      <p className="t-sm soft">{words.before}</p>
      <Prose text={before || words.nothing} />
      <p className="t-sm soft">{words.after}</p>
      <Prose text={after || words.nothing} />
    </section>
  );
}

function Answered({ of: { form, language, before, after } }: { of: NonNullable<Changes['form']> }) {
  const words = useWords().reopening.changes;
  const frame = useFrame();
  return (
    <>
      {(
        [
          ['before', before],
          ['after', after],
        ] as const
      ).map(([when, answers]) => (
        <section className="stack-2" key={when}>
          <h3 className="h4">{words[when]}</h3>
          <FormAnswered form={form} answers={answers} language={frame.language} fallback={language} />
        </section>
      ))}
    </>
  );
}

/** Two versions of an entry, as far as they differ. */
export function VersionChanges({ of }: { of: Changes }) {
  const words = useWords().reopening.changes;
  const { head, form, added, removed } = of;
  const files = [...added.map((name) => [words.added, name] as const), ...removed.map((name) => [words.removed, name] as const)];
  return (
    <Stack>
      {head.map(({ part, before, after }) => (
        <Pair key={part} title={words.parts[part]} before={before} after={after} />
      ))}
      {form && <Answered of={form} />}
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
