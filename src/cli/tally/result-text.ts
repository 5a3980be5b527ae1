import type { Tallied } from './run.ts';

/** Lists long enough to read better with one item a line, and too long to be made as one text. */
const listed = new Set(['categories', 'entries', 'judges', 'checks', 'neighbours', 'flags']);

/** JSON in pieces: objects open, a line a key; entries, judges and the like whole on a line each. */
function* pieces(value: unknown, indent: string, key: string): Generator<string> {
  const inner = `${indent}  `;
  if (Array.isArray(value) && listed.has(key) && value.length > 0) {
    yield '[';
    for (const [i, item] of value.entries()) {
      yield `${i === 0 ? '' : ','}\n${inner}`;
      if (key === 'categories' || key === 'checks') yield* pieces(item, inner, '');
      else yield JSON.stringify(item);
    }
    yield `\n${indent}]`;
  } else if (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    (key === '' || key === 'fit' || key === 'rules' || key === 'source')
  ) {
    let first = true;
    yield '{';
    for (const [name, held] of Object.entries(value)) {
      if (held === undefined) continue;
      yield `${first ? '' : ','}\n${inner}${JSON.stringify(name)}: `;
      first = false;
      yield* pieces(held, inner, name);
    }
    yield `\n${indent}}`;
  } else yield JSON.stringify(value);
}

/** `result.json`: the verdict and where it comes from. `docs/result-json.md` explains it; the same files make the same bytes. */
export function* resultLines({ verdict, source, overrides }: Tallied): Generator<string> {
  const { format, version, ...rest } = verdict;
  yield* pieces({ format, version, source, overrides, ...rest }, '', '');
  yield '\n';
}
