import type { ReactNode } from 'react';
import { textDiff } from '#core/entries/text-diff.ts';
import type { Field } from '#core/forms/fields.ts';
import { useWords } from '../words.tsx';
import { FieldAnswered } from './form-answered.tsx';
import './changed.css';

/** Words that went and words that came, in one text; the marks are read out too. */
export function WordsChanged({ before, after }: { readonly before: string; readonly after: string }) {
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

type Told<Said> = { readonly before: Said; readonly after: Said; readonly say: (said: Said) => ReactNode };

/** What is no text: as it was, and as it is. */
export function BothTold<Said>({ before, after, say }: Told<Said>) {
  const words = useWords().entries.history;
  const both = [
    [words.before, before],
    [words.after, after],
  ] as const;
  return (
    <div className="stack-2">
      {both.map(([name, said]) => (
        <div key={name} className="stack-1">
          <p className="t-sm faint">{name}</p>
          {said === null || said === undefined || said === '' ? <p className="soft">{words.nothing}</p> : say(said)}
        </div>
      ))}
    </div>
  );
}

type Answer = {
  readonly field: Field;
  readonly before: unknown;
  readonly after: unknown;
  readonly language: string;
  readonly fallback: string;
};

const textOf = (raw: unknown): string => (typeof raw === 'string' ? raw : '');

/** What an answer said, and says: words marked in a text, both of anything else. */
export function AnswerChanged({ field, before, after, language, fallback }: Answer) {
  if (field.kind === 'short-text' || field.kind === 'long-text') return <WordsChanged before={textOf(before)} after={textOf(after)} />;
  const say = (raw: unknown) => <FieldAnswered field={field} raw={raw} language={language} fallback={fallback} />;
  return <BothTold before={before} after={after} say={say} />;
}
