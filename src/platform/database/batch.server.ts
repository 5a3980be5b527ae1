/**
 * Several statements in one message to the server and one back, where the driver sends each alone: what comes before a wait and
 * what comes after it cost one turn. They run in order; after one that fails the server skips the rest. What the rows of a
 * prepared statement look like is asked once a connection, where the driver asks each time.
 */
import type { Socket } from 'node:net';
import pg from 'pg';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** A statement with the name it is prepared under; without one the server plans it anew. */
type Named = Statement & { readonly name?: string | undefined };
type Written = { readonly text: string; readonly name: string; readonly parameters: readonly (string | Buffer | null)[] };

/** The driver's own connection, as far as whatever stands in its queue may use it. */
type Wire = {
  readonly stream: Socket;
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  readonly parse: (what: { text: string; name: string }) => void;
  readonly bind: (what: { statement: string; values: readonly (string | Buffer | null)[] }) => void;
  readonly describe: (what: { type: 'P' }) => void;
  readonly execute: () => void;
  readonly sync: () => void;
};

type Row = Record<string, unknown>;
type Column = { readonly name: string; readonly read: (text: string) => unknown };
export type Result = { readonly command: string; readonly rowCount: number; readonly rows: Row[] };
type Settle = (error: Error | undefined, results: readonly Result[]) => void;

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => string | Buffer | null } }).utils;

function write({ text, name, values }: Named): Written {
  return { text, name: name ?? '', parameters: values.map((value) => (value instanceof Date ? value.toISOString() : prepareValue(value))) };
}

/** Connection → name of a prepared statement → its columns. */
const known = new WeakMap<Wire, Map<string, readonly Column[]>>();

function columnsOf(wire: Wire): Map<string, readonly Column[]> {
  const columns = known.get(wire) ?? new Map<string, readonly Column[]>();
  known.set(wire, columns);
  return columns;
}

/** What the driver takes into its queue: it calls these as the server answers, one statement after the other. */
class Batch {
  readonly statements: readonly Statement[];
  readonly #written: readonly Written[];
  readonly #settle: Settle;
  readonly #results: Result[] = [];
  #columns: Map<string, readonly Column[]> = new Map();
  #described: readonly Column[] = [];
  #rows: Row[] = [];
  #fault: Error | undefined;

  constructor(statements: readonly Named[], settle: Settle) {
    this.statements = statements;
    this.#written = statements.map(write);
    this.#settle = settle;
  }

  get #current(): Written | undefined {
    return this.#written[this.#results.length];
  }

  // The driver notes what has been prepared under the name and the text of whatever it is working on.
  get name(): string {
    return this.#current?.name ?? '';
  }

  get text(): string {
    return this.#current?.text ?? '';
  }

  submit(connection: unknown): void {
    const wire = connection as Wire;
    this.#columns = columnsOf(wire);
    const messages: Buffer[] = [];
    const stream = { writable: true, write: (message: Buffer) => messages.push(message) };
    const gathering = Object.create(wire, { stream: { value: stream } }) as Wire;
    for (const { text, name, parameters } of this.#written) {
      const prepared = name !== '' && (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]) !== undefined;
      if (!prepared) gathering.parse({ text, name });
      if (!prepared && name !== '') wire.submittedNamedStatements[name] = text;
      gathering.bind({ statement: name, values: parameters });
      if (!this.#columns.has(name)) gathering.describe({ type: 'P' });
      gathering.execute();
    }
    gathering.sync();
    if (wire.stream.writable) wire.stream.write(Buffer.concat(messages));
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.#described = fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID) as Column['read'] }));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const row: Row = {};
    try {
      for (const [i, { name, read }] of (this.#columns.get(this.name) ?? this.#described).entries()) {
        const field = fields[i];
        row[name] = field === null || field === undefined ? null : read(field);
      }
    } catch (error) {
      this.#fault ??= error instanceof Error ? error : new Error(String(error));
    }
    this.#rows.push(row);
  }

  /** `INSERT 0 1`, `SELECT 3`, `COMMIT`. */
  handleCommandComplete({ text }: { readonly text: string }): void {
    const [command = '', ...counts] = text.split(' ');
    if (this.name !== '' && !this.#columns.has(this.name)) this.#columns.set(this.name, this.#described);
    this.#results.push({ command, rowCount: Number(counts.at(-1) ?? 0), rows: this.#rows });
    this.#described = [];
    this.#rows = [];
  }

  handleError(error: Error, connection: unknown): void {
    // Those after the one that failed were skipped, their preparation too.
    const { submittedNamedStatements } = connection as Wire;
    for (const { name } of this.#written.slice(this.#results.length)) delete submittedNamedStatements[name];
    this.#settle(error, []);
  }

  handleReadyForQuery(): void {
    this.#settle(this.#fault, this.#results);
  }
}

/** Their results in the same order, or the first error. */
export async function sendBatch(client: pg.ClientBase, statements: readonly Named[]): Promise<readonly Result[]> {
  try {
    return await new Promise((resolve, reject) => {
      client.query(new Batch(statements, (error, results) => (error ? reject(error) : resolve(results))));
    });
  } catch (error) {
    // Where it was asked says more than where the answer was read.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
