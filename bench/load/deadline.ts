/**
 * The last hour before entries close: what people ask for then, in the shares of mix M1, at the rate the product is built for and at
 * three times that. Latency counts from when a request was due; the generator is a process apart on the same machine.
 */
import { openDatabase } from '#platform/database/transaction.server.ts';
import type { CategoryId, PersonId } from '#platform/ids.ts';
import { saveDraft, startEntry } from '#slices/entries/index.ts';
import { begin, furnish } from '#tests/faults/storm/desks.ts';
import { random } from '#tests/faults/storm/random.ts';
import type { World } from '#tests/faults/storm/world.ts';
import { asPerson } from '#tests/support/contexts.ts';
import { mixApart } from '#tests/support/load/apart.ts';
import type { Mix, MixOutcome, Stream } from '#tests/support/load/mix/streams.ts';
import { isVoid } from '#tests/support/load/outcome.ts';
import { makeProduct, type Product } from '#tests/support/product.ts';
import { cookieOf } from '../browser.ts';
import { cpuOfTrees } from '../cpu.ts';
import type { Bench, Figure } from '../figure.ts';
import { seed } from '../seed.ts';

const webs = 2;
const people = 24;
const seconds = 10;
const writing = 120;
/** Runs at the first rate before anything counts. */
const warming = 3;
/** Requests a second, 2.1 in a hundred of them a submission: up to what the product is to bear, as far as this machine goes along. */
const steps = [50, 100, 150, 200, 300, 470] as const;
const times = 3;
/** Milliseconds in which 99 of 100 are to be answered. */
const patience = 300;

const title = 'Answered by noon';
const words = {
  nominee: 'The Quayside Clinic',
  body: 'We answer every letter within a day, and the second one within the hour. '.repeat(8),
};

type Draft = { readonly id: string; readonly cookie: string };

/** Drafts by turns of everybody who may enter. */
async function makeDrafts({ organisation, people: all, season }: World, cookies: readonly string[], product: Product, count: number) {
  const database = openDatabase(product.urls().app, { max: 2, name: 'load' });
  const [category] = season.open.categories;
  const drafts: Draft[] = [];
  try {
    for (let i = 0; i < count; i += 1) {
      const who = 1 + (i % (all.length - 1));
      const person = all[who]?.id as PersonId;
      const as = () => asPerson(database, organisation, person);
      const { entry } = await startEntry(as(), { category: category as CategoryId });
      // As every draft is by the time it is sent in.
      await saveDraft(as(), { entry, version: 1, title, ...words });
      drafts.push({ id: entry, cookie: cookies[who] ?? '' });
    }
    return drafts;
  } finally {
    await database.close();
  }
}

type Parts = { readonly world: World; readonly cookies: readonly string[]; readonly written: readonly Draft[] };

async function seatsOf({ world, cookies }: Parts): Promise<Draft[]> {
  const rows = await world.look<{ id: string; judge: string }>(
    'select entry_id as id, judge_id as judge from plaudit.assignments where edition_id = $1 order by entry_id, judge_id',
    [world.season.judged.id],
  );
  return rows.map(({ id, judge }) => ({ id, cookie: cookies[world.people.findIndex((person) => person.id === judge)] ?? '' }));
}

/** Each rate saves what the one before left: under an older version every save would be refused. */
async function versions({ world, written }: Parts): Promise<Map<string, number>> {
  const statement = 'select id, version from plaudit.entries where id = any ($1)';
  const rows = await world.look<{ id: string; version: number }>(statement, [written.map(({ id }) => id)]);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** The shares of mix M1; where it says login, a link is asked for. */
async function streamsOf(parts: Parts, submitted: readonly Draft[]): Promise<Stream[]> {
  const { world, cookies, written } = parts;
  const { slug, open } = world.season;
  const [manager = ''] = cookies;
  const at = await versions(parts);
  const of = (path: (id: string) => string, drafts = written) => drafts.map(({ id, cookie }) => ({ path: path(id), cookie }));
  const edition = `/manage/${slug}/${open.slug}`;
  const submission = { _act: 'write', do: 'submit', title, version: '2', ...words };
  return [
    {
      name: 'autosave',
      share: 24,
      does: 'save',
      writers: written.map(({ id, cookie }) => ({ path: `/entries/${id}/draft`, cookie, fields: words, version: at.get(id) ?? 1 })),
    },
    { name: 'reading one’s entry', share: 30, does: 'look', pages: of((id) => `/entries/${id}`) },
    {
      name: 'public pages',
      share: 20,
      does: 'look',
      pages: [
        { path: `/p/${slug}`, cookie: '' },
        ...cookies.slice(1).map((cookie) => ({ path: `/p/${slug}/enter`, cookie })),
        { path: '/terms', cookie: '' },
      ],
    },
    { name: 'uploads', share: 4, does: 'upload', into: written.map(({ id, cookie }) => ({ subject: `entry:${id}`, cookie })) },
    { name: 'preview', share: 4, does: 'look', pages: of((id) => `/entries/${id}/print`) },
    {
      name: 'submissions',
      share: 2.1,
      does: 'once',
      forms: submitted.map(({ id, cookie }) => ({ path: `/entries/${id}`, cookie, fields: submission })),
    },
    { name: 'one’s entries', share: 6, does: 'look', pages: cookies.slice(1).map((cookie) => ({ path: '/home', cookie })) },
    { name: 'links asked for', share: 3, does: 'ask' },
    { name: 'the edition’s page', share: 2, does: 'look', pages: [{ path: edition, cookie: manager }] },
    { name: 'the list', share: 3, does: 'look', pages: [{ path: `${edition}/entries`, cookie: manager }] },
    { name: 'export', share: 0.1, does: 'look', pages: [{ path: `${edition}/entries.csv`, cookie: manager }] },
    { name: 'reading as a judge', share: 2, does: 'look', pages: of((id) => `/judge/${id}`, await seatsOf(parts)) },
  ];
}

type Run = MixOutcome & { readonly perSecond: number; readonly web: number; readonly database: number };

async function runAt(product: Product, perSecond: number, streams: readonly Stream[]): Promise<Run> {
  const [web, server] = [product.pids('web'), product.pids('postmaster')];
  const before = [cpuOfTrees(web), cpuOfTrees(server)] as const;
  const mix: Mix = { url: product.url, seed: `${seed}/${perSecond}`, perSecond, seconds, streams };
  const outcome = await mixApart(mix);
  const each = (now: number, then: number) => (now - then) / Math.max(1, outcome.whole.offered);
  return { ...outcome, perSecond, web: each(cpuOfTrees(web), before[0]), database: each(cpuOfTrees(server), before[1]) };
}

const sum = (run: Run, what: 'shed' | 'refused') => run.streams.reduce((all, stream) => all + stream[what], 0);
const submissionsOf = (run: Run) => run.streams.find(({ name }) => name === 'submissions');

function figuresOf(run: Run): Figure[] {
  const { whole, perSecond, web, database } = run;
  const n = whole.offered;
  const at = `At ${perSecond} requests a second of mix M1`;
  const sent = submissionsOf(run);
  return [
    { name: `${at}: web and database`, value: web + database, unit: 'CPU ms', n },
    { name: `${at}: the web processes’ part`, value: web, unit: 'CPU ms', n },
    { name: `${at}: half answered within, from when due`, value: whole.p50, unit: 'ms', n },
    { name: `${at}: 99 % answered within, from when due`, value: whole.p99, unit: 'ms', n },
    { name: `${at}: submissions, 99 % answered within`, value: sent?.p99 ?? 0, unit: 'ms', n: sent?.offered ?? 0 },
    {
      name: `${at}: submissions not taken`,
      value: (sent?.shed ?? 0) + (sent?.refused ?? 0),
      unit: 'requests',
      n: sent?.offered ?? 0,
      promise: { most: 0 },
    },
    { name: `${at}: others asked to come again`, value: sum(run, 'shed'), unit: 'requests', n },
    { name: `${at}: refused otherwise`, value: sum(run, 'refused'), unit: 'requests', n, promise: { most: 0 } },
  ];
}

const isKept = ({ whole }: Run): boolean => !isVoid(whole) && whole.p99 <= patience;

function tell({ streams }: Run, say: (line: string) => void): void {
  for (const { name, offered, p50, p99, shed, refused, statuses } of streams) {
    const not = shed + refused > 0 ? `, ${shed} asked to come again, ${refused} refused (${statuses})` : '';
    say(`  ${name}: ${offered}, half within ${p50.toFixed(0)} ms, 99 % within ${p99.toFixed(0)} ms${not}`);
  }
}

async function measureAll(product: Product, world: World, say: (line: string) => void): Promise<Figure[]> {
  const cookies: string[] = [];
  for (const person of world.people) cookies.push(await cookieOf(product.url, person));
  const due = (perSecond: number) => Math.ceil(0.04 * perSecond * seconds) + 20;
  const all = [...Array.from({ length: warming }, () => steps[0]), ...steps, times * (steps.at(-1) ?? 0)].reduce(
    (sum, perSecond) => sum + due(perSecond),
    0,
  );
  const drafts = await makeDrafts(world, cookies, product, writing + all);
  const parts = { world, cookies, written: drafts.slice(0, writing) };
  let used = writing;
  const run = async (perSecond: number) => {
    say(`${perSecond} requests a second for ${seconds} s…`);
    const came = await runAt(product, perSecond, await streamsOf(parts, drafts.slice(used, used + due(perSecond))));
    used += due(perSecond);
    tell(came, say);
    return came;
  };
  // To warm up: code that has not run yet is slow, as it is for no deadline.
  for (let i = 0; i < warming; i += 1) await run(steps[0]);
  let kept: Run | undefined;
  for (const perSecond of steps) {
    const came = await run(perSecond);
    if (!isKept(came)) break;
    kept = came;
  }
  if (!kept) throw new Error(`not even ${steps[0]} requests a second were answered in time: the run is void`);
  const stormy = await run(kept.perSecond * times);
  const most = { name: `Most requests a second of mix M1 with 99 % within ${patience} ms`, value: kept.perSecond, n: kept.whole.offered };
  const promise = { least: steps.at(-1) ?? 0 };
  return [{ ...most, unit: 'a second', promise }, ...figuresOf(kept), ...figuresOf(stormy)];
}

export const deadlineLoad: Bench = {
  name: 'deadline',
  about:
    'The last hour before entries close: mix M1 on two web processes, and three times as much, of which only looking and autosaves give way',
  run: async (say) => {
    const product = await makeProduct({ PLAUDIT_WEBS: String(webs) });
    const quiet = { file: '', write: () => undefined, acknowledged: () => 0 };
    const desks = furnish(product, quiet, random(1), { freshKeys: false, cutLines: 0 });
    try {
      await product.start();
      const world = await begin(product, desks, people);
      try {
        return await measureAll(product, world, say);
      } finally {
        await world.close();
      }
    } finally {
      desks.close();
      await product.stop();
    }
  },
};
