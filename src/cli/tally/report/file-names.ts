import { basename } from 'node:path';
import type { VerdictCheck } from '#core/verdict/verdict.ts';
import type { Tallied } from '../run.ts';

/** Of each path its name, and of two files of one name as much of their folders as tells them apart. */
export function shortNames(paths: readonly string[]): (path: string) => string {
  const tail = (path: string, parts: number) => path.split('/').slice(-parts).join('/');
  const known = [...new Set(paths)];
  const longest = Math.max(1, ...known.map((path) => path.split('/').length));
  const short = (path: string): string => {
    for (let parts = 1; parts < longest; parts += 1) {
      const name = tail(path, parts);
      if (known.every((other) => other === path || tail(other, parts) !== name)) return name;
    }
    return path;
  };
  const names = new Map(known.map((path) => [path, short(path)]));
  return (path) => names.get(path) ?? basename(path);
}

/** A report is mailed on: it names files and tells nobody whose folders they lay in. The result file keeps the paths. */
export function withFileNames(tallied: Tallied): Tallied {
  const { source, verdict } = tallied;
  const name = shortNames([...source.files, ...(source.rulesFile === null ? [] : [source.rulesFile])]);
  // Rows of the one file there is need not say so each time.
  const holder = (file: string) => (file === '' || source.files.length === 1 ? '' : name(file));
  const named = (check: VerdictCheck): VerdictCheck => ({
    ...check,
    flags: check.flags.map((flag) => ({ ...flag, rows: flag.rows.map((span) => ({ ...span, file: holder(span.file) })) })),
  });
  return {
    ...tallied,
    source: {
      ...source,
      files: source.files.map(name),
      rulesFile: source.rulesFile === null ? null : name(source.rulesFile),
      notes: source.notes.map((note) => ({ ...note, file: name(note.file) })),
    },
    verdict: { ...verdict, checks: verdict.checks.map(named) },
  };
}
