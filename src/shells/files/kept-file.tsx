import type { ReactNode } from 'react';
import type { MediaFacts } from '#core/media/facts.ts';
import { playWarnings } from '#core/media/playability.ts';
import { Link } from '#ui/actions/link.tsx';
import { File } from '#ui/forms/files.tsx';
import { useWords } from '../words.tsx';

export type ShownFile = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly addedAt: string;
  readonly state: 'held' | 'clean' | 'refused' | 'unscanned';
  readonly finding: string;
  readonly facts: MediaFacts;
};

/** A file that is kept: what it is, whether anybody has looked at it, and who will not be able to play it. */
export function KeptFile({ file, act }: { file: ShownFile; act?: ReactNode }) {
  const { files: words, dates } = useWords();
  const { id, name, bytes, addedAt, state, finding, facts } = file;
  const given = state === 'clean' || state === 'unscanned';
  const warnings = playWarnings(facts);
  return (
    <File
      icon={facts.video === undefined ? 'file' : 'video'}
      name={given ? <Link to={`/files/${id}`}>{name}</Link> : name}
      act={act}
      {...(state === 'refused' && { refused: words.refusedIcon })}
      state={
        <>
          {words.kept(bytes, dates.short(addedAt), facts)}
          {words.states[state](finding)}
          {warnings.map((warning) => (
            <span key={warning} className="block">
              {words.warnings[warning]}
            </span>
          ))}
        </>
      }
    />
  );
}

/** Draws each of these files where an answer names it. */
export function keptFiles(files: readonly ShownFile[]): (id: string, name: string) => ReactNode {
  const byId = new Map(files.map((file) => [file.id, file]));
  return (id, name) => {
    const file = byId.get(id);
    return file === undefined ? <li key={id}>{name}</li> : <KeptFile key={id} file={file} />;
  };
}
