/** The storm: people at work, a killer among the processes, and at the end everything killed at once and started again. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#platform/database/transaction.server.ts';
import { verifyRecord } from '#slices/system/index.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { makeProduct, type Product, type Target } from '#tests/support/product.ts';
import { check, type Verdict } from './checker.ts';
import type { Client } from './client.ts';
import { begin, furnish } from './desks.ts';
import { type Deck, type Killing, startKiller } from './killer.ts';
import type { Kind, Look } from './kind.ts';
import { signIn } from './kinds/people.ts';
import { type Ledger, longestSilence, openLedger, readLedger } from './ledger.ts';
import { type Random, random } from './random.ts';
import type { World } from './world.ts';

export type Plan = {
  readonly seed: number;
  readonly clients: number;
  readonly kinds: readonly Kind[];
  readonly deck: Deck;
  /** The storm lasts until so many writes were acknowledged and the deck is empty. */
  readonly writes: number;
  /** Seconds after which it ends whatever is missing. */
  readonly longest: number;
  readonly freshKeys: boolean;
};

export type Outcome = Verdict & {
  readonly killings: readonly Killing[];
  readonly failedStarts: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly longestSilence: number;
  readonly brokenInvariants: readonly string[];
  readonly record: { readonly sealed: number; readonly unsealed: number; readonly faults: number };
};

/** Kinds as often as they weigh, for one client. The first one manages and administers, and does nothing else. */
function workOf({ number }: Client, kinds: readonly Kind[]) {
  const all = kinds.filter((kind) => 'act' in kind);
  const mine = all.filter(({ by }) => (by === undefined) === number > 0);
  return mine.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
}

async function beAtWork(client: Client, kinds: readonly Kind[], world: World, over: () => boolean): Promise<void> {
  await signIn(client);
  const work = workOf(client, kinds);
  while (!over()) await client.chance.pick(work).act(client, world);
}

/** Nothing waits any more: every mail is settled, every long job has ended, every event is sealed. */
async function calm(look: Look): Promise<void> {
  for (const deadline = performance.now() + 120_000; performance.now() < deadline; await sleep(250)) {
    const rows = await look<{ waiting: number }>(
      `select (select count(*) from plaudit.outbox where state = 'queued') + (select count(*) from plaudit.long_jobs where state in ('waiting', 'running'))
         + (select count(*) from plaudit.audit_events e where not exists (select from plaudit.audit_seals s where s.event_id = e.id)) as waiting`,
    ).catch(() => []);
    if (Number(rows[0]?.waiting ?? 1) === 0) return;
  }
  throw new Error('the product did not come to rest within two minutes');
}

const everything: readonly Target[] = ['supervisor', 'web', 'jobs', 'backend', 'postmaster'];

async function killEverything(product: Product): Promise<void> {
  const pids = everything.flatMap((target) => product.pids(target));
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // One that another one took with it.
    }
  }
  await sleep(200);
  await product.start();
}

async function lookAtRecord(product: Product, world: World): Promise<Outcome['record']> {
  const database = openDatabase(product.urls().app, { max: 1, name: 'checker' });
  try {
    const { sealed, unsealed, chains } = await verifyRecord(database, world.organisation);
    return { sealed, unsealed, faults: chains.reduce((sum, { broken }) => sum + broken, 0) };
  } finally {
    await database.close();
  }
}

type Storming = { readonly seconds: number; readonly killings: readonly Killing[] };

async function rage(
  plan: Plan,
  product: Product,
  ledger: Ledger,
  chance: Random,
  start: (over: () => boolean) => Promise<unknown>[],
): Promise<Storming> {
  const began = performance.now();
  const cards = Object.values(plan.deck).reduce((sum, count) => sum + count, 0);
  // Between none and twice the mean, so that the last card is drawn when about all is written.
  const pace = { writes: Math.round((2 * plan.writes) / cards), acknowledged: ledger.acknowledged };
  const killer = startKiller(product, plan.deck, pace, chance);
  let killed = false;
  const killing = killer.done.finally(() => {
    killed = true;
  });
  const late = () => performance.now() - began > plan.longest * 1_000;
  const over = () => (killed && ledger.acknowledged() >= plan.writes) || late();
  await Promise.all([killing, ...start(over)]);
  return { seconds: (performance.now() - began) / 1_000, killings: killer.killings };
}

export async function storm(plan: Plan): Promise<Outcome> {
  const chance = random(plan.seed);
  const folder = temporaryFolder('ledger');
  const ledger = openLedger(join(folder, 'ledger.ndjson'));
  const product = await makeProduct({ PLAUDIT_WEBS: '2', PLAUDIT_JOBS_CONCURRENCY: '2', PLAUDIT_WEBHOOK_NETWORKS: '127.0.0.0/8' });
  const desks = furnish(product, ledger, chance, { freshKeys: plan.freshKeys, cutLines: 3 });
  try {
    await product.start();
    const world = await begin(product, desks, plan.clients);
    try {
      const start = (over: () => boolean) => world.people.map((person, i) => beAtWork(desks.seat(i, person), plan.kinds, world, over));
      const storming = await rage(plan, product, ledger, chance, start);
      await killEverything(product);
      await calm(world.look);
      return {
        ...(await check(ledger.file, plan.kinds, world.look)),
        ...storming,
        failedStarts: product.failedStarts(),
        longestSilence: longestSilence(readLedger(ledger.file)),
        brokenInvariants: await brokenInvariants(product.urls().superUrl),
        record: await lookAtRecord(product, world),
      };
    } finally {
      await world.close();
    }
  } catch (error) {
    throw new Error(`the storm broke off; the product said at last:\n${product.said().slice(-3_000)}`, { cause: error });
  } finally {
    desks.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
