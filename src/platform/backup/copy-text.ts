/** Rows as COPY writes them as text: a line each, columns between tabs, `\N` for null, a backslash before what would be mistaken. */

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function plain(field: string): string | null {
  if (field === '\\N') return null;
  return field.includes('\\') ? field.replaceAll(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter) : field;
}

export type CopiedRow = ReadonlyMap<string, string | null>;

/** The rows of a piece that ends with a row, by the names of their columns. */
export function* copiedRows(piece: Buffer, columns: readonly string[]): Generator<CopiedRow> {
  for (let from = 0; from < piece.length; ) {
    const end = piece.indexOf(10, from);
    const fields = piece.toString('utf8', from, end < 0 ? piece.length : end).split('\t');
    yield new Map(columns.map((column, i) => [column, plain(fields[i] ?? '\\N')]));
    from = end < 0 ? piece.length : end + 1;
  }
}
