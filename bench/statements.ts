/** Every statement one request sends to the database, as it is sent, and the same as a script for pgbench. */
import pg from 'pg';

export type Sent = { readonly text: string; readonly values: readonly unknown[] };

type Query = (...given: readonly unknown[]) => unknown;

/** What goes to the server in one turn: most often one statement. */
function read(given: readonly unknown[]): readonly Sent[] {
  const [first, second] = given;
  if (typeof first === 'string') return [{ text: first, values: Array.isArray(second) ? second : [] }];
  if (typeof first !== 'object' || first === null) return [];
  if ('statements' in first && Array.isArray(first.statements)) return first.statements as readonly Sent[];
  if (!('text' in first)) return [];
  const values = 'values' in first && Array.isArray(first.values) ? first.values : Array.isArray(second) ? second : [];
  return [{ text: String(first.text), values }];
}

/** Records what `work` sends over any connection of this process, turn by turn. */
export async function recorded(work: () => Promise<void>): Promise<(readonly Sent[])[]> {
  const sent: (readonly Sent[])[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function query(this: unknown, ...given: readonly unknown[]) {
    const statements = read(given);
    if (statements.length > 0) sent.push(statements);
    return original.apply(this, [...given]);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return sent;
}

/** A value as it is written into a statement. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`;
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A variable of pgbench in the place of what has to be new each time. */
export type Fresh = { readonly found: string; readonly put: string };

/**
 * One transaction for pgbench with the values written into it; statements that went in one turn still do. What must
 * be new each time is replaced by a draw of chance.
 */
export function pgbenchScript(sent: readonly (readonly Sent[])[], fresh: readonly Fresh[]): string {
  const lineOf = ({ text, values }: Sent): string => {
    const filled = text.replaceAll(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1]));
    const changed = fresh.reduce((line, { found, put }) => line.replaceAll(found, put), filled);
    return changed.replaceAll(/\s+/g, ' ').trim();
  };
  const lines = sent.map((turn) => `${turn.map(lineOf).join('\\; ')};`);
  return ['\\set fresh random(1, 2000000000)', ...lines].join('\n').concat('\n');
}
