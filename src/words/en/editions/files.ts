/** Sentences about an edition as a file, and about how two of them differ. */
import type { Difference } from '#core/editions/differences.ts';

const longest = 160;

function valueText(value: Difference['from']): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value ?? null);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const kinds: Readonly<Record<Difference['kind'], string>> = {
  added: 'added',
  removed: 'taken away',
  changed: 'changed',
  moved: 'in another order',
};

const marks: Readonly<Record<Difference['kind'], string>> = { added: '+', removed: '-', changed: '~', moved: '^' };

function whatOf({ kind, from, to }: Difference): string {
  switch (kind) {
    case 'added':
      return valueText(to);
    case 'removed':
      return valueText(from);
    case 'changed':
    case 'moved':
      return `${valueText(from)} → ${valueText(to)}`;
  }
}

export const editionFiles = {
  value: valueText,
  kind: (kind: Difference['kind']): string => kinds[kind],
  cli: {
    exportAbout: 'write an edition as one YAML document',
    importAbout: 'show what a file would change in an edition, or make a new edition of it; nothing is written without --apply',
    diffAbout: 'how two editions, or an edition and a file, differ',
    edition: 'PROGRAMME/EDITION, as `plaudit programme list` names them',
    side: 'PROGRAMME/EDITION or a file',
    file: 'the file, YAML',
    out: 'write it there instead of showing it',
    json: 'JSON for another program',
    to: 'the edition it is for',
    fresh: 'the programme to make a new edition in',
    name: 'what the new edition is called',
    apply: 'write it; without this nothing is changed',
    help: ({ done, refused, usage, unreachable }: Readonly<Record<'done' | 'refused' | 'usage' | 'unreachable', number>>) =>
      `\nExit codes: ${done} done, ${refused} refused (nothing is written) or, for diff, the two differ, ${usage} the command is not understood, ${unreachable} the database cannot be reached.\nComments written into a file by hand are not kept: what is written out again is without them.`,
    whereTo: 'say --to PROGRAMME/EDITION, or --new PROGRAMME --name NAME',
    fault: (file: string, row: number, column: number, path: string, text: string) =>
      `${file}, line ${row}, column ${column}${path === '' ? '' : ` (${path})`}: ${text}`,
    faults: (count: number) => `${count === 1 ? 'One thing is' : `${count} things are`} wrong. Nothing was written.`,
    difference: (one: Difference) => `${marks[one.kind]} ${one.path}: ${whatOf(one)}`,
    differences: (count: number) => (count === 0 ? 'No difference.' : count === 1 ? 'One difference.' : `${count} differences.`),
    written: (file: string) => `Written to ${file}.`,
    notApplied: 'Nothing was written. Say --apply to write it.',
    applied: (edition: string) => `Written to ${edition}.`,
    wouldMake: (name: string, programme: string, categories: number) =>
      `A new edition “${name}” of ${programme} with ${categories} ${categories === 1 ? 'category' : 'categories'}.`,
    made: (edition: string) => `Made ${edition}, as a draft.`,
    comments: 'Comments in the file are not kept.',
  },
};
