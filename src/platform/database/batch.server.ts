/**
 * Several statements in one message to the server and one back, where the driver sends each alone: what comes before a wait and
 * what comes after it cost one turn. They run in order; after one that fails the server skips the rest.
 */
import type { Socket } from 'node:net';
import pg from 'pg';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** A statement with the name it is prepared under, if it has one. */
type Named = Statement & { readonly name?: string | undefined };

/** What the driver calls on whatever stands in its queue. */
type Listener = {
  readonly submit: (connection: pg.Connection) => Error | null;
  readonly handleRowDescription: (message: unknown) => void;
  readonly handleDataRow: (message: unknown) => void;
  readonly handleCommandComplete: (message: unknown, connection: pg.Connection) => void;
  readonly handleReadyForQuery: (connection: pg.Connection) => void;
};

/** The part of a connection the driver shares with what it sends. */
type Connection = pg.Connection & { readonly stream: Socket; readonly submittedNamedStatements: Record<string, string>; sync(): void };

type Results = readonly pg.QueryResult[];

class Batch {
  readonly statements: readonly Named[];
  readonly #queries: readonly Listener[];
  readonly #results: pg.QueryResult[] = [];
  readonly #settle: (error: Error | undefined, results: Results) => void;
  #fault: Error | undefined;
  #at = 0;

  constructor(statements: readonly Named[], settle: (error: Error | undefined, results: Results) => void) {
    this.statements = statements;
    this.#settle = settle;
    const take = (error: Error | null | undefined, result: unknown) => {
      if (error) this.#fault ??= error;
      else this.#results.push(result as pg.QueryResult);
    };
    this.#queries = statements.map(({ name, text, values }) => {
      const config = { text, values: [...values], queryMode: 'extended', ...(name !== undefined && { name }) };
      return new pg.Query(config, take) as unknown as Listener;
    });
  }

  get #current(): Listener | undefined {
    return this.#queries[this.#at];
  }

  // The driver notes what has been prepared under the name and text of whatever it is working on.
  get name(): string | undefined {
    return this.statements[this.#at]?.name;
  }

  get text(): string {
    return this.statements[this.#at]?.text ?? '';
  }

  submit(connection: Connection): void {
    // Each ends with a sync of its own, which would make the server answer it alone.
    const unsynced = Object.create(connection, { sync: { value: () => undefined } }) as Connection;
    connection.stream.cork();
    for (const query of this.#queries) {
      const fault = query.submit(unsynced);
      if (fault) this.#fault ??= fault;
    }
    // What cannot be written down must not be left out either: nothing has been sent yet, and nothing will be.
    if (this.#fault) connection.stream.destroy(this.#fault);
    else connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription(message: unknown): void {
    this.#current?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.#current?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    this.#current?.handleCommandComplete(message, connection);
    this.#at += 1;
  }

  handleError(error: Error, connection: Connection): void {
    // Those after the one that failed were skipped, their preparation too.
    for (const { name } of this.statements.slice(this.#at)) if (name !== undefined) delete connection.submittedNamedStatements[name];
    this.#settle(error, []);
  }

  handleReadyForQuery(connection: Connection): void {
    for (const query of this.#queries) query.handleReadyForQuery(connection);
    this.#settle(this.#fault, this.#results);
  }
}

/** Their results in the same order, or the first error. */
export function sendBatch(client: pg.ClientBase, statements: readonly Named[]): Promise<Results> {
  return new Promise((resolve, reject) => {
    client.query(new Batch(statements, (error, results) => (error ? reject(error) : resolve(results))));
  });
}
