import { textDiff } from '#core/entries/text-diff.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { FieldAnswered } from '#shells/forms/form-answered.tsx';
import { languageAsked } from '#shells/languages/carried.ts';
import { useWords } from '#shells/words.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import type { Named } from '../by-form/names.tsx';
import './both-texts.css';

type Props = { readonly of: Named; readonly part: string; readonly before: unknown; readonly after: unknown };

/** Words that went and words that came, in one text; the marks are read out too. */
function Words({ before, after }: { before: string; after: string }) {
  const words = useWords().entries.history;
  return (
    <p className="changed">
      {textDiff(before, after).map(({ is, text }, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
        if (is === 'same') return <span key={i}>{text}</span>;
        const Mark = is === 'added' ? 'ins' : 'del';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
          <Mark key={i}>
            <span className="vh">[{is === 'added' ? words.added : words.removed}: </span>
            {text}
            <span className="vh">]</span>
          </Mark>
        );
      })}
    </p>
  );
}

function useFieldOf({ form }: Named, part: string) {
  return form && fieldsOf(form.form).find(({ field }) => `answers.${field.key}` === part)?.field;
}

/** An answer that is no text: as it was, and as it is. */
function Told({ of, part, raw, name }: { of: Named; part: string; raw: unknown; name: string }) {
  const { entries, finder } = useWords();
  const language = languageAsked(useFrame());
  const field = useFieldOf(of, part);
  const kinds: Readonly<Record<string, string>> = part === 'nomineeKind' ? finder.nominee : finder.nominator;
  const said = typeof raw === 'string' && field === undefined ? (kinds[raw] ?? raw) : undefined;
  const empty = raw === null || raw === undefined || raw === '';
  return (
    <div className="stack-1">
      <p className="t-sm faint">{name}</p>
      {empty ? (
        <p className="soft">{entries.history.nothing}</p>
      ) : field ? (
        <FieldAnswered field={field} raw={raw} language={language} fallback={of.form?.language ?? language} />
      ) : (
        <p>{said}</p>
      )}
    </div>
  );
}

const written: ReadonlySet<string> = new Set(['title', 'nominee', 'body']);

/** What one field said, and says: words marked in a text, both answers of anything else. */
export function Changed({ of, part, before, after }: Props) {
  const words = useWords().entries.history;
  const field = useFieldOf(of, part);
  if (written.has(part) || field?.kind === 'short-text' || field?.kind === 'long-text')
    return <Words before={typeof before === 'string' ? before : ''} after={typeof after === 'string' ? after : ''} />;
  return (
    <div className="stack-2">
      <Told of={of} part={part} raw={before} name={words.before} />
      <Told of={of} part={part} raw={after} name={words.after} />
    </div>
  );
}
