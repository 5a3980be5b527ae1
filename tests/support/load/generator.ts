/**
 * The load itself, in a process apart, so that what it costs is not counted as the product's: `node generator.ts PLAN` sends what
 * the plan says and prints the outcome as one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { poissonArrivals } from './arrivals.ts';
import { look, type Writer, writing } from './exchange.ts';
import { openLoop, realClock, type Send } from './loops.ts';
import { outcomeOf } from './outcome.ts';

export type Plan = {
  readonly url: string;
  readonly seed: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** Asked for by turns. */
  readonly pages: readonly { readonly path: string; readonly cookie: string }[];
  readonly writers: readonly Writer[];
  /** One in so many requests is a save; 0 for none. */
  readonly saveEvery: number;
};

function sending({ url, pages, writers, saveEvery }: Plan): Send {
  const saves = writers.map((writer) => writing(url, writer));
  return async (place) => {
    const save = saveEvery > 0 && place % saveEvery === 0 ? saves[(place / saveEvery) % saves.length] : undefined;
    if (save) return (await save()) === 200;
    const page = pages[place % pages.length];
    if (!page) return false;
    return (await look(url, page.path, page.cookie)).status === 200;
  };
}

const [, , file] = process.argv;
if (file === undefined) throw new Error('which plan?');
const plan = JSON.parse(readFileSync(file, 'utf8')) as Plan;
const heard = await openLoop(realClock(), poissonArrivals(plan.seed, plan.perSecond, plan.seconds), sending(plan));
process.stdout.write(`${JSON.stringify(outcomeOf(heard, plan.seconds))}\n`);
process.exit(0);
