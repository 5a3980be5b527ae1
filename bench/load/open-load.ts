/**
 * Saves and pages as people send them, whether or not the last was answered: the load of a deadline, in steps up to where the product
 * gives way. Latency counts from when a request was due; the generator is a process apart; a run that reaches less than 99 % is void.
 */
import { openDatabase } from '#platform/database/transaction.server.ts';
import type { CategoryId, PersonId } from '#platform/ids.ts';
import { startEntry } from '#slices/entries/index.ts';
import { begin, furnish } from '#tests/faults/storm/desks.ts';
import { random } from '#tests/faults/storm/random.ts';
import type { World } from '#tests/faults/storm/world.ts';
import { asPerson } from '#tests/support/contexts.ts';
import { loadApart } from '#tests/support/load/apart.ts';
import type { Writer } from '#tests/support/load/exchange.ts';
import type { Plan } from '#tests/support/load/generator.ts';
import { isVoid, type Outcome } from '#tests/support/load/outcome.ts';
import { makeProduct, type Product } from '#tests/support/product.ts';
import { cookieOf } from '../browser.ts';
import { cpuOfTrees } from '../cpu.ts';
import type { Bench, Figure } from '../figure.ts';
import { hasPgbench, transactionsPerSecond } from '../pgbench.ts';
import { openWebInside, scriptOf, seenVersion } from '../save-statements.ts';
import { seed } from '../seed.ts';

const writers = 40;
const seconds = 10;
/** Requests a second, one in three of them a save. */
const steps = [50, 100, 200, 400, 800] as const;
const saveEvery = 3;
/** Milliseconds in which 99 of 100 are to be answered. */
const patience = 1_000;
const pgbenchSeconds = 6;

const fields = {
  nominee: 'The Quayside Clinic',
  body: 'We answer every letter within a day, and the second one within the hour. '.repeat(8),
};

/** Drafts of a few people, several each. */
async function seatWriters(product: Product, { organisation, people, season }: World): Promise<Writer[]> {
  const database = openDatabase(product.urls().app, { max: 2, name: 'load' });
  const [category] = season.open.categories;
  try {
    const cookies = new Map<string, string>();
    const seats: Writer[] = [];
    for (let i = 0; i < writers; i += 1) {
      const person = people[1 + (i % (people.length - 1))];
      if (!person) throw new Error('nobody writes');
      const cookie = cookies.get(person.id) ?? (await cookieOf(product.url, person));
      cookies.set(person.id, cookie);
      const { entry } = await startEntry(asPerson(database, organisation, person.id as PersonId), { category: category as CategoryId });
      seats.push({ path: `/entries/${entry}/draft`, cookie, fields, version: 1 });
    }
    return seats;
  } finally {
    await database.close();
  }
}

type Step = Outcome & { readonly perSecond: number; readonly web: number; readonly database: number };

async function step(product: Product, plan: Plan): Promise<Step> {
  const [webs, servers] = [product.pids('web'), product.pids('postmaster')];
  const before = [cpuOfTrees(webs), cpuOfTrees(servers)] as const;
  const outcome = await loadApart(plan);
  const each = (now: number, then: number) => (now - then) / Math.max(1, outcome.offered);
  return { ...outcome, perSecond: plan.perSecond, web: each(cpuOfTrees(webs), before[0]), database: each(cpuOfTrees(servers), before[1]) };
}

/** The statements of one save by pgbench, one connection for each of eight writers. */
async function bareRate(product: Product, world: World, seats: readonly Writer[]): Promise<number> {
  const site = await openWebInside(product);
  try {
    const scripts: string[] = [];
    for (const [i, { path }] of seats.slice(0, 8).entries()) {
      const person = world.people[1 + (i % (world.people.length - 1))];
      if (!person) throw new Error('nobody writes');
      await world.look('update plaudit.entries set version = $2 where id = $1', [path.split('/')[2], seenVersion - 1]);
      scripts.push(await scriptOf(site, product.url, { person, path, changing: 'title', fields }));
    }
    return await transactionsPerSecond(new URL(product.urls().app), scripts, pgbenchSeconds);
  } finally {
    await site.close();
  }
}

function figuresOf(kept: Step, bare: number | undefined): Figure[] {
  const { offered: n, perSecond, p50, p99, web, database, reached } = kept;
  const saves = perSecond / saveEvery;
  const at = `At ${perSecond} requests a second, one in ${saveEvery} a save`;
  const figures: Figure[] = [
    { name: `Most requests a second reached with 99 % within ${patience} ms`, value: perSecond, unit: 'a second', n },
    { name: `${at}: reached of what was offered`, value: reached, unit: 'share', n, promise: { least: 0.99 } },
    { name: `${at}: half answered within, from when due`, value: p50, unit: 'ms', n },
    { name: `${at}: 99 % answered within, from when due`, value: p99, unit: 'ms', n, promise: { most: patience } },
    { name: `${at}: the web process's part`, value: web, unit: 'CPU ms', n },
    { name: `${at}: the database's part`, value: database, unit: 'CPU ms', n },
  ];
  if (bare === undefined) return figures;
  return [
    ...figures,
    {
      name: `${at}: its saves beside pgbench with the same statements (${Math.round(bare)} a second)`,
      value: saves / bare,
      unit: 'ratio',
      n,
    },
  ];
}

/** Each step saves what the one before left: under an older version every save would be refused. */
async function asTheyStand({ look }: World, seats: readonly Writer[]): Promise<Writer[]> {
  const entryOf = ({ path }: Writer) => path.split('/')[2] ?? '';
  const statement = 'select id, version from plaudit.entries where id = any ($1)';
  const rows = await look<{ id: string; version: number }>(statement, [seats.map(entryOf)]);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return seats.map((seat) => ({ ...seat, version: versions.get(entryOf(seat)) ?? seat.version }));
}

async function climb(product: Product, world: World, plan: Omit<Plan, 'perSecond'>, say: (line: string) => void): Promise<Step> {
  let kept: Step | undefined;
  for (const perSecond of steps) {
    say(`${perSecond} requests a second for ${seconds} s…`);
    const taken = await step(product, { ...plan, writers: await asTheyStand(world, plan.writers), perSecond });
    say(
      `  reached ${(100 * taken.reached).toFixed(1)} %, p99 ${taken.p99.toFixed(0)} ms, generator late by ${taken.lateP99.toFixed(0)} ms`,
    );
    if (isVoid(taken) || taken.p99 > patience) break;
    kept = taken;
  }
  if (!kept) throw new Error(`not even ${steps[0]} requests a second were reached: the run is void`);
  return kept;
}

export const openLoad: Bench = {
  name: 'load',
  about: 'An open load of saves and pages: arrivals by chance, latency from when a request was due, the generator a process apart',
  run: async (say) => {
    const product = await makeProduct({ PLAUDIT_WEBS: '1' });
    const desks = furnish(product, { file: '', write: () => undefined, acknowledged: () => 0 }, random(1), {
      freshKeys: false,
      cutLines: 0,
    });
    try {
      await product.start();
      const world = await begin(product, desks, 10);
      const seats = await seatWriters(product, world);
      const pages = [
        { path: `/p/${world.season.slug}`, cookie: '' },
        ...seats.slice(0, 8).map(({ path, cookie }) => ({ path: path.replace(/\/draft$/, ''), cookie })),
      ];
      const kept = await climb(product, world, { url: product.url, seed, seconds, pages, writers: seats, saveEvery }, say);
      const bare = hasPgbench() ? await bareRate(product, world, seats) : undefined;
      await world.close();
      return figuresOf(kept, bare);
    } finally {
      desks.close();
      await product.stop();
    }
  },
};
