/** What one request makes the database do: each statement with what the server answered to it, its count of rows included. */
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

type Query = (...given: readonly unknown[]) => unknown;
type Batch = {
  readonly statements: readonly { readonly text: string }[];
  handleCommandComplete: (told: { text: string }, ...more: unknown[]) => void;
};

const work = new AsyncLocalStorage<string[]>();

const isBatch = (given: unknown): given is Batch =>
  typeof given === 'object' && given !== null && 'statements' in given && 'handleCommandComplete' in given;

function textOf(given: unknown): string {
  return typeof given === 'string' ? given : typeof given === 'object' && given !== null && 'text' in given ? String(given.text) : '';
}

/** Notes a batch's statements one by one, as the server says that each is complete: `SELECT 3`. */
function noteBatch(batch: Batch, noted: string[]): void {
  const told = batch.handleCommandComplete.bind(batch);
  let place = 0;
  batch.handleCommandComplete = (complete, ...more) => {
    noted.push(`${complete.text}: ${batch.statements[place]?.text ?? ''}`);
    place += 1;
    told(complete, ...more);
  };
}

const prototype = pg.Client.prototype as unknown as { query: Query };
const original = prototype.query;

function observing(this: unknown, ...given: readonly unknown[]): unknown {
  const noted = work.getStore();
  const [first] = given;
  if (noted && isBatch(first)) noteBatch(first, noted);
  else if (noted) noted.push(textOf(first));
  return original.apply(this, [...given]);
}

/** From now on `statementsDuring` sees the statements of this process; what is returned ends it. */
export function startObserving(): () => void {
  prototype.query = observing;
  return () => {
    prototype.query = original;
  };
}

export type Observed<T> = { readonly result: T; readonly statements: readonly string[] };

/** Only what `asked` causes is seen, whatever else this process does meanwhile. In the order of the alphabet: loaders of one page race. */
export async function statementsDuring<T>(asked: () => Promise<T>): Promise<Observed<T>> {
  const noted: string[] = [];
  const result = await work.run(noted, asked);
  return { result, statements: noted.sort() };
}
