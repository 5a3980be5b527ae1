/** Screening: one entry at a time where its writer may be at it too, and in an edition that nobody else touches all that takes several steps. */
import type { Client } from '../client.ts';
import { type Kind, oncePerSubject, patiently } from '../kind.ts';
import type { Line } from '../ledger.ts';
import type { World } from '../world.ts';

async function pickEntry(client: Client, { look, season }: World, state: string): Promise<string | undefined> {
  const rows = await patiently(() =>
    look<{ id: string }>('select id from plaudit.entries where edition_id = $1 and state = $2 order by id limit 50', [
      season.open.id,
      state,
    ]),
  );
  return rows.length === 0 ? undefined : client.chance.pick(rows).id;
}

async function screen(client: Client, world: World, kind: string, act: string, from: string): Promise<void> {
  const entry = await pickEntry(client, world, from);
  if (entry === undefined) return;
  const fields = { reason: 'Say who was helped.' };
  await client.send({ kind, path: `/manage/entries/${entry}`, act, fields, about: { subject: entry } });
}

/** Its writer may have withdrawn it meanwhile, or a manager decided about it. */
const withdrawn = ['409'];

type Step = readonly [kind: string, act: string, fields?: Readonly<Record<string, string>>];

/** Wall time of a form, so many days from now. */
const wall = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

/** Some that wait, of those the manager alone does something about. */
async function waiting(client: Client, { look, season }: World, edition: 'sifted' | 'shut' = 'sifted') {
  const rows = await patiently(() =>
    look<{ id: string; category: string; version: number }>(
      "select id, version, category_id as category from plaudit.entries where edition_id = $1 and state = 'submitted' and title like 'Entry %' order by id",
      [season[edition].id],
    ),
  );
  return client.chance.shuffled(rows);
}

/** One step after the other on the page of one entry, which waits again at the end. */
async function steps(client: Client, world: World, on: 'sifted' | 'shut', of: (category: string) => readonly Step[]): Promise<void> {
  const [entry] = await waiting(client, world, on);
  if (entry === undefined) return;
  for (const [kind, act, fields = {}] of of(entry.category))
    await client.send({ kind, path: `/manage/entries/${entry.id}`, act, fields, about: { subject: entry.id } });
}

const other = ({ season }: World, category: string) => season.sifted.categories.find((one) => one !== category) ?? '';

const moved = (client: Client, world: World) =>
  steps(client, world, 'sifted', (category) => [
    ['screening.move-entry', 'move-category', { category: other(world, category), reason: 'It belongs there.' }],
    ['screening.undo-move', 'move-back'],
  ]);

const mended = (client: Client, world: World) =>
  steps(client, world, 'sifted', () => [
    ['screening.return-entry', 'return', { reason: 'Say who was helped.', until: wall(5) }],
    ['screening.move-mending', 'until', { reason: 'There is time.', until: wall(6) }],
    ['screening.undo-return', 'undo-return'],
  ]);

const reopened = (client: Client, world: World) =>
  steps(client, world, 'shut', () => [
    ['entries.reopen-entry', 'reopen', { reason: 'The wrong figure.', until: wall(3) }],
    ['entries.cancel-reopening', 'close'],
  ]);

const looked = (client: Client, world: World) => steps(client, world, 'sifted', () => [['entries.check-links', 'links']]);

/** Held and taken back, then held, sent and taken back. */
async function ruledOut(client: Client, world: World): Promise<void> {
  const { sifted, slug } = world.season;
  const queue = `/manage/${slug}/${sifted.slug}/screening`;
  const settings = { kind: 'screening.change-screening', path: queue, act: 'settings', about: { subject: sifted.id } };
  await client.send({ ...settings, fields: { reasons: 'Not of this year' } });
  const [entry] = await waiting(client, world);
  if (entry === undefined) return;
  const about = { subject: entry.id };
  const page = { path: `/manage/entries/${entry.id}`, about };
  const fields = { version: String(entry.version), why: 'Not of this year', words: 'It was of last year.' };
  await client.send({ ...page, kind: 'screening.rule-out', act: 'rule-out', fields });
  await client.send({ ...page, kind: 'screening.take-verdict-back', act: 'back' });
  await client.send({ ...page, kind: 'screening.rule-out', act: 'rule-out', fields });
  await client.send({ kind: 'screening.send-verdicts', path: queue, act: 'send', fields: { entries: entry.id }, about });
  await client.send({ ...page, kind: 'screening.take-verdict-back', act: 'back' });
}

async function several(client: Client, world: World): Promise<void> {
  const { sifted, slug } = world.season;
  const entries = (await waiting(client, world)).slice(0, 3).map(({ id }) => id);
  if (entries.length === 0) return;
  const form = { path: `/manage/${slug}/${sifted.slug}/entries/accept`, fields: { entries: entries.join(',') } };
  const about = { subjects: entries.join(',') };
  await client.send({ ...form, kind: 'screening.accept-entries', act: 'accept', about });
  await client.send({ ...form, kind: 'screening.undo-acceptances', act: 'undo', about });
}

/** What was done to several at once was done to each. */
const toEach = (line: Line): Line[] => line.about.subjects?.split(',').map((subject) => ({ ...line, about: { subject } })) ?? [line];

const together =
  (event: string, kinds: readonly string[]): Kind['check'] =>
  (_lines, look, all) =>
    oncePerSubject(all.filter(({ kind }) => kinds.includes(kind)).flatMap(toEach), look, event);

const accepted = together('screening.entry-accepted', ['screening.accept-entry', 'screening.accept-entries']);
const undone = together('screening.acceptance-undone', ['screening.undo-screening', 'screening.undo-acceptances']);

const doing = (operation: string, event: string, act: (client: Client, world: World) => Promise<void>, weight = 1): Kind => ({
  operation,
  weight,
  by: 'manager',
  act,
  check: (lines, look) => oncePerSubject(lines, look, event),
});
const within = (operation: string, of: string, event: string): Kind => ({
  operation,
  within: of,
  check: (lines, look) => oncePerSubject(lines, look, event),
});

export const screening: readonly Kind[] = [
  {
    operation: 'screening.accept-entry',
    refusals: withdrawn,
    weight: 6,
    by: 'manager',
    act: (client, world) => screen(client, world, 'screening.accept-entry', 'accept', 'submitted'),
    check: accepted,
  },
  {
    operation: 'screening.undo-screening',
    refusals: withdrawn,
    weight: 5,
    by: 'manager',
    act: (client, world) => screen(client, world, 'screening.undo-screening', 'undo', 'accepted'),
    check: undone,
  },
  {
    operation: 'screening.return-entry',
    refusals: withdrawn,
    weight: 1,
    by: 'manager',
    act: (client, world) => screen(client, world, 'screening.return-entry', 'return', 'submitted'),
    check: (lines, look) => oncePerSubject(lines, look, 'screening.entry-returned'),
  },
  {
    operation: 'screening.undo-return',
    refusals: withdrawn,
    weight: 1,
    by: 'manager',
    act: (client, world) => screen(client, world, 'screening.undo-return', 'undo-return', 'returned'),
    check: (lines, look) => oncePerSubject(lines, look, 'screening.return-undone'),
  },
  doing('screening.move-entry', 'screening.entry-moved', moved, 2),
  within('screening.undo-move', 'screening.move-entry', 'screening.move-undone'),
  doing('screening.move-mending', 'screening.mending-moved', mended),
  doing('screening.rule-out', 'screening.entry-ruled-out', ruledOut, 2),
  within('screening.send-verdicts', 'screening.rule-out', 'screening.verdict-sent'),
  within('screening.take-verdict-back', 'screening.rule-out', 'screening.verdict-taken-back'),
  within('screening.change-screening', 'screening.rule-out', 'screening.screening-changed'),
  { operation: 'screening.accept-entries', weight: 1, by: 'manager', act: several, check: accepted },
  { operation: 'screening.undo-acceptances', within: 'screening.accept-entries', check: undone },
  doing('entries.reopen-entry', 'entries.entry-reopened', reopened),
  within('entries.cancel-reopening', 'entries.reopen-entry', 'entries.reopening-cancelled'),
  doing('entries.check-links', 'entries.links-asked', looked),
];
