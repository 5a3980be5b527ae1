/**
 * The load itself, in a process apart, so that what it costs is not counted as the product's: `node generator.ts PLAN` sends what
 * the plan says and prints the outcome as one line of JSON.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { poissonArrivals } from './arrivals.ts';
import { openLoop, realClock, type Send } from './loops.ts';
import { outcomeOf } from './outcome.ts';

/** Somebody who writes: each save goes out under the version the last one left. */
export type Writer = {
  readonly path: string;
  readonly cookie: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly version: number;
};

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

type Reply = { readonly status: number; readonly body: string };

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function exchange(url: string, headers: Record<string, string>, body?: string): Promise<Reply> {
  return new Promise((done, fail) => {
    const sent = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => done({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      reply.on('error', fail);
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/** One writer's saves, one after the other: two at once would refuse each other by their version, as they should. */
function writing(url: string, { path, cookie, fields, version: first }: Writer): () => Promise<boolean> {
  let version = first;
  let last: Promise<unknown> = Promise.resolve();
  const save = async (): Promise<boolean> => {
    const title = `Answered by noon ${randomUUID()}`;
    const body = new URLSearchParams({ ...fields, title, version: String(version), _act: 'save', _key: randomUUID() }).toString();
    const headers = { cookie, origin: url, accept: 'application/problem+json', 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await exchange(`${url}${path}`, headers, body);
    if (reply.status !== 200) return false;
    version = (JSON.parse(reply.body) as { version: number }).version;
    return true;
  };
  return () => {
    const next = last.then(save, save);
    last = next;
    return next;
  };
}

function sending({ url, pages, writers, saveEvery }: Plan): Send {
  const saves = writers.map((writer) => writing(url, writer));
  return async (place) => {
    const save = saveEvery > 0 && place % saveEvery === 0 ? saves[(place / saveEvery) % saves.length] : undefined;
    if (save) return save();
    const page = pages[place % pages.length];
    if (!page) return false;
    return (await exchange(`${url}${page.path}`, { cookie: page.cookie, accept: 'text/html' })).status === 200;
  };
}

const [, , file] = process.argv;
if (file === undefined) throw new Error('which plan?');
const plan = JSON.parse(readFileSync(file, 'utf8')) as Plan;
const heard = await openLoop(realClock(), poissonArrivals(plan.seed, plan.perSecond, plan.seconds), sending(plan));
process.stdout.write(`${JSON.stringify(outcomeOf(heard, plan.seconds))}\n`);
process.exit(0);
