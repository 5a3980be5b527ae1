/** Saving while one writes: what it costs, and how many get through beside the bare statements it sends. */
import type { Client } from '#tests/faults/storm/client.ts';
import { begin, furnish } from '#tests/faults/storm/desks.ts';
import { signIn } from '#tests/faults/storm/kinds/people.ts';
import { kinds } from '#tests/faults/storm/kinds.ts';
import { random } from '#tests/faults/storm/random.ts';
import type { World } from '#tests/faults/storm/world.ts';
import { makeProduct, type Product } from '#tests/support/product.ts';
import type { Bench, Figure } from './figure.ts';
import { type Load, measure } from './load.ts';
import { hasPgbench, transactionsPerSecond } from './pgbench.ts';
import { openWebInside, type Saving, scriptOf, seenVersion } from './save-statements.ts';

const workers = 8;
const requests = 3_000;
const pgbenchSeconds = 6;

/** What is saved: the storm's kind that does it, and what one saving of it is for a client who has one begun. */
type Subject = {
  readonly what: string;
  readonly kind: string;
  readonly saving?: (client: Client, world: World) => Promise<Saving>;
  /** What each client has to have before it can be done so many times. */
  readonly furnish?: (client: Client, world: World, count: number) => Promise<void>;
  /** In place of what the storm does. */
  readonly act?: (client: Client, world: World) => Promise<void>;
  /** CPU milliseconds. */
  readonly most: number;
};

const body = 'We answer every letter within a day, and the second one within the hour. '.repeat(8);

const submitted = { title: 'Answered by noon', nominee: 'The Quayside Clinic', body };

const subjects: readonly Subject[] = [
  {
    what: 'Saving a draft',
    kind: 'entries.save-draft',
    most: 3,
    saving: async ({ desk, person }, { look }) => {
      const id = desk.drafts[0]?.id ?? '';
      await look('update plaudit.entries set version = $2 where id = $1', [id, seenVersion - 1]);
      return { person, path: `/entries/${id}/draft`, changing: 'title', fields: { nominee: 'The Quayside Clinic', body } };
    },
  },
  {
    what: 'Saving a ballot',
    kind: 'judging.save-ballot',
    most: 3,
    saving: async ({ desk, person }, { look, season }) => {
      const entry = desk.seats?.find(({ version }) => version > 0)?.entry ?? '';
      await look('update plaudit.ballots set version = $3 where entry_id = $1 and judge_id = $2', [entry, person.id, seenVersion - 1]);
      const marks = season.judged.criteria.map((criterion, i) => [`marks.${criterion}`, String(i + 1)]);
      return { person, path: `/judge/${entry}/draft`, changing: 'comment', fields: Object.fromEntries(marks) };
    },
  },
  {
    // A draft is submitted once, so that no script of its statements can be run again and again.
    what: 'Submitting an entry',
    kind: 'entries.submit-entry',
    most: 3,
    // Saved as it was written, as every draft is by the time it is sent in.
    furnish: async (client, world, count) => {
      const start = actOf('entries.start-entry');
      while (client.desk.drafts.length < count) await start(client, world);
      for (const draft of client.desk.drafts.filter(({ version }) => version === 1)) {
        const fields = { version: '1', ...submitted };
        const saved = await client.send({ kind: 'entries.save-draft', path: `/entries/${draft.id}/draft`, act: 'save', fields });
        if (saved.ok) Object.assign(draft, { version: 2, words: submitted });
      }
    },
    act: async (client) => {
      const draft = client.desk.drafts.pop();
      if (draft === undefined) throw new Error('nothing is left to submit');
      const fields = { version: String(draft.version), ...draft.words, do: 'submit' };
      const sent = await client.send({ kind: 'entries.submit-entry', path: `/entries/${draft.id}`, act: 'write', fields });
      if (!sent.ok) throw new Error(`a submission was answered ${sent.answer}`);
    },
  },
];

function actOf(name: string) {
  const kind = kinds.find(({ operation }) => operation === name);
  if (kind === undefined || !('act' in kind)) throw new Error(`nobody does ${name}`);
  return kind.act;
}

function figuresOf({ what, most }: Subject, { n, cpu, error, web, database, perSecond }: Load, bare: number | undefined): Figure[] {
  const figures: Figure[] = [
    { name: `${what}: web and database`, value: cpu, unit: 'CPU ms', n, error, promise: { most } },
    { name: `${what}: the web process's part`, value: web, unit: 'CPU ms', n },
    { name: `${what}: the database's part`, value: database, unit: 'CPU ms', n },
    { name: `${what}, ${workers} at once`, value: perSecond, unit: 'a second', n },
  ];
  if (bare === undefined) return figures;
  const beside = `${what} beside pgbench with the same statements (${Math.round(bare)} a second)`;
  return [...figures, { name: beside, value: perSecond / bare, unit: 'ratio', n, promise: { least: 0.1 } }];
}

/** The same statements from pgbench, as many connections as there were workers, each on a row of its own. */
async function bareRate(product: Product, clients: readonly Client[], world: World, { saving }: Subject): Promise<number | undefined> {
  if (saving === undefined || !hasPgbench()) return undefined;
  const site = await openWebInside(product);
  try {
    const scripts: string[] = [];
    for (const client of clients) scripts.push(await scriptOf(site, product.url, await saving(client, world)));
    return await transactionsPerSecond(new URL(product.urls().app), scripts, pgbenchSeconds);
  } finally {
    await site.close();
  }
}

async function measureAll(product: Product, say: (line: string) => void): Promise<Figure[]> {
  const desks = furnish(product, { file: '', write: () => undefined, acknowledged: () => 0 }, random(1), { freshKeys: false, cutLines: 0 });
  const world = await begin(product, desks, workers + 2);
  try {
    const clients = world.people.slice(1, workers + 1).map((person, i) => desks.seat(i + 1, person));
    for (const client of clients) await signIn(client);
    const figures: Figure[] = [];
    for (const subject of subjects) {
      const act = subject.act ?? actOf(subject.kind);
      // Some do more than others, and a fifth is done to warm up.
      for (const client of clients) await subject.furnish?.(client, world, Math.ceil((2 * requests) / workers));
      say(`${subject.what}: ${requests} times, ${workers} at once…`);
      const load = await measure(product, requests, clients, (client) => act(client, world));
      if (subject.saving) say(`${subject.what}: its statements by pgbench, ${pgbenchSeconds} s…`);
      figures.push(...figuresOf(subject, load, await bareRate(product, clients, world, subject)));
    }
    return figures;
  } finally {
    desks.close();
    await world.close();
  }
}

export const save: Bench = {
  name: 'save',
  about: 'An authorised save by form: session, roles, transaction, row version, idempotency key',
  run: async (say) => {
    const product = await makeProduct({ PLAUDIT_WEBS: '1' });
    try {
      await product.start();
      return await measureAll(product, say);
    } finally {
      await product.stop();
    }
  },
};
