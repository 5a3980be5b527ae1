/** What may be said of an error and of an address in a log: nothing that people wrote, and nothing that opens a door. */
import pg from 'pg';

/** What people wrote stands in quotation marks in the messages of others; addresses and tokens may stand anywhere. */
const telling: readonly (readonly [RegExp, string])[] = [
  [/"(?:[^"\\]|\\.)*"/g, '"…"'],
  [/'(?:[^'\\]|\\.)*'/g, "'…'"],
  [/`[^`]*`/g, '`…`'],
  [/(?<![^\s<>@"'])[^\s<>@"']+@[^\s<>@"']+/g, '<address>'],
  [/[A-Za-z0-9+/_=-]{24,}/g, '<…>'],
];

/** A text without what people wrote or hold, as far as that can be told from the outside. */
export function withoutTelling(text: string): string {
  return telling.reduce((left, [pattern, put]) => left.replaceAll(pattern, put), text);
}

/**
 * An error for a log line: what kind it is, where it was thrown, and its message without what people wrote. Of the database's errors the
 * message is left out altogether: it repeats what was sent. Code, table and constraint say as much.
 */
export function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/file:\/\/\S*\/(?=src|build|node_modules)/, ''),
    );
  if (error instanceof pg.DatabaseError) {
    const { code, table, constraint, column, routine } = error;
    return { kind: 'DatabaseError', code, table, constraint, column, routine, at };
  }
  const code = 'code' in error && typeof error.code === 'string' ? withoutTelling(error.code) : undefined;
  return { kind: error.name, ...(code !== undefined && { code }), message: withoutTelling(error.message).slice(0, 500), at };
}

const word = /^[a-z0-9][a-z0-9.-]{0,39}$/;

/** A path with what may be a secret in it taken out: links carry their token as a part of the path. */
export function pathWithoutSecrets(pathname: string): string {
  return pathname
    .split('/')
    .map((part) => (part === '' || word.test(part) ? part : '…'))
    .join('/');
}
