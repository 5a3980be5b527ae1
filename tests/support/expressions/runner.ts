/** Runs expressions on texts in a thread that can be ended, and says which one it is at. */
import { parentPort, workerData } from 'node:worker_threads';
import { pumpsFor } from './pumps.ts';

export type Expression = { readonly at: string; readonly source: string; readonly flags: string };
export type Work = { readonly expressions: readonly Expression[]; readonly length: number };

const { expressions, length } = workerData as Work;
for (const { at, source, flags } of expressions) {
  parentPort?.postMessage(at);
  // As it stands: one that is sticky or global begins where it was left, which is at the beginning.
  for (const text of pumpsFor(source, length)) new RegExp(source, flags).exec(text);
}
parentPort?.postMessage('done');
