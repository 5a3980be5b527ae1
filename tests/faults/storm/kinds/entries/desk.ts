/** What an organiser does about entries beside screening: more time, spreadsheets, what comes by post, and answers; and who asks. */
import type { Client } from '../../client.ts';
import { type Kind, oncePerCall, oncePerSubject, patiently } from '../../kind.ts';
import type { World } from '../../world.ts';

/** Wall time of a form, so many days from now. */
const wall = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

/** By what stands in a column: `Call 3-17`. */
const marked = (table: string, column: string) =>
  `select substring(${column} from '^Call (.*)$') as mark, count(*)::int as found from plaudit.${table} where ${column} like 'Call %' group by 1`;

async function idBy({ look }: World, table: string, column: string, value: string): Promise<string | undefined> {
  const rows = await patiently(() => look<{ id: string }>(`select id from plaudit.${table} where ${column} = $1`, [value]));
  return rows[0]?.id;
}

/** More time for one, and for everybody an outage kept back: the one who has begun something here and not sent it in. */
async function moreTime(client: Client, world: World): Promise<void> {
  const { sifted, slug } = world.season;
  const path = `/manage/${slug}/${sifted.slug}/entries/deadline`;
  const about = { subject: sifted.id };
  const [one, all] = [client.nextCall(), client.nextCall()];
  const given = { email: world.people.at(-1)?.email ?? '', until: wall(22), reason: `Call ${one}` };
  await client.send({ kind: 'entries.extend-deadline', path, act: 'extend', fields: given, about }, one);
  const extension = await idBy(world, 'deadline_extensions', 'reason', given.reason);
  if (extension !== undefined) await client.send({ kind: 'entries.take-extension-back', path, act: 'back', fields: { extension }, about });
  const outage = { from: wall(-1 / 12), to: wall(-1 / 24), until: wall(23), reason: `Call ${all}`, log: 'It was killed.', count: '1' };
  await client.send({ kind: 'entries.grace-outage', path, act: 'grace', fields: outage, about }, all);
  const grace = await idBy(world, 'outage_graces', 'reason', outage.reason);
  if (grace !== undefined) await client.send({ kind: 'entries.take-grace-back', path, act: 'ungrace', fields: { grace }, about });
}

const rowsOfFile = 3;

/** A file of three, put in and taken back as a whole. */
async function imported(client: Client, world: World): Promise<void> {
  const { sifted, slug } = world.season;
  const path = `/manage/${slug}/${sifted.slug}/entries/import?category=A`;
  const call = client.nextCall();
  const rows = Array.from({ length: rowsOfFile }, (_, i) => ({
    row: i + 2,
    email: `call-${call}-${i}@import.example`,
    name: `Entrant ${call}`,
    title: `Imported ${call}`,
    nominee: 'Somebody',
    body: 'Word for word.',
    controls: {},
  }));
  const fields = { as: 'sent-in', file: `Call ${call}`, rows: JSON.stringify(rows), because: '', mails: 'on' };
  await client.send({ kind: 'entries.import-entries', path, act: 'apply', fields }, call);
  const id = await idBy(world, 'entry_imports', 'file', fields.file);
  if (id === undefined) return;
  await client.send({ kind: 'entries.undo-import', path, act: 'undo', fields: { import: id }, about: { subject: id } });
}

/** Each of a file is an entry, has a mail, and is withdrawn where the file was taken back: a file by half is found as such. */
const wholeFiles: Kind['check'] = async (lines, look) => [
  ...(await oncePerCall(lines, look, marked('entry_imports', 'file'))),
  ...(await oncePerCall(
    lines,
    look,
    `select substring(title from '^Imported (.*)$') as mark, count(*)::float / ${rowsOfFile} as found from plaudit.entries where title like 'Imported %' group by 1`,
  )),
  ...(await oncePerCall(
    lines,
    look,
    `select substring(recipient from '^call-(.*)-[0-9]@import[.]example$') as mark, count(*)::float / ${rowsOfFile} as found from plaudit.outbox where mail = 'entries.imported' group by 1`,
  )),
];

async function anItem(client: Client, world: World): Promise<void> {
  const { sifted, slug } = world.season;
  const path = `/manage/${slug}/${sifted.slug}/entries/items`;
  const rows = await patiently(() =>
    world.look<{ number: string; id: string }>("select number, id from plaudit.entries where edition_id = $1 and title like 'Entry %'", [
      sifted.id,
    ]),
  );
  const entry = client.chance.pick(rows);
  const call = client.nextCall();
  const noted = { number: entry.number, what: `Call ${call}`, place: 'Shelf 3', received: '' };
  const about = { subject: entry.id };
  await client.send({ kind: 'entries.note-item', path, act: 'note', fields: noted, about }, call);
  const item = await idBy(world, 'entry_items', 'what', noted.what);
  if (item === undefined) return;
  await client.send({ kind: 'entries.end-item', path, act: 'end', fields: { item, outcome: 'sent-back' }, about });
  await client.send({ kind: 'entries.keep-item-here', path, act: 'here', fields: { item }, about });
  await client.send({ kind: 'entries.end-item', path, act: 'end', fields: { item, outcome: 'sent-back' }, about });
}

async function messagesOf({ look }: World, entry: string): Promise<string> {
  const rows = await patiently(() => look<{ messages: number }>('select messages from plaudit.entry_threads where entry_id = $1', [entry]));
  return String(rows[0]?.messages ?? 0);
}

/** A question of a writer, who reads their own as well. */
async function question(client: Client, world: World): Promise<void> {
  const rows = await patiently(() =>
    world.look<{ id: string }>('select id from plaudit.entries where owner_id = $1 and edition_id = $2 order by id limit 20', [
      client.person.id,
      world.season.open.id,
    ]),
  );
  if (rows.length === 0) return;
  const entry = client.chance.pick(rows).id;
  const path = `/entries/${entry}/questions`;
  const call = client.nextCall();
  const fields = { text: `Call ${call}`, seen: await messagesOf(world, entry) };
  const about = { subject: entry };
  await client.send({ kind: 'entries.write-to-organiser', path, act: 'write', fields, about }, call);
  await client.send({ kind: 'entries.read-thread', path, act: 'read', fields: { seen: await messagesOf(world, entry) }, about });
}

/** Answers what somebody asked last, writes once more, or says that it needs no answer. */
async function answer(client: Client, world: World): Promise<void> {
  const rows = await patiently(() =>
    world.look<{ id: string }>('select entry_id as id from plaudit.entry_threads order by entry_id desc limit 40'),
  );
  if (rows.length === 0) return;
  const entry = client.chance.pick(rows).id;
  const path = `/manage/entries/${entry}/questions`;
  const seen = await messagesOf(world, entry);
  const about = { subject: entry };
  await client.send({ kind: 'entries.settle-thread', path, act: 'settle', fields: { seen }, about });
  const call = client.nextCall();
  await client.send({ kind: 'entries.write-to-entrant', path, act: 'write', fields: { text: `Call ${call}`, seen }, about }, call);
}

/** Somebody may have written meanwhile, or answered; and nobody may write as often as they like. */
const overtaken = ['409', '429'];

const within = (operation: string, of: string, event: string): Kind => ({
  operation: `entries.${operation}`,
  within: `entries.${of}`,
  check: (lines, look) => oncePerSubject(lines, look, `entries.${event}`),
});

const once =
  (table: string, column: string): Kind['check'] =>
  (lines, look) =>
    oncePerCall(lines, look, marked(table, column));

export const desk: readonly Kind[] = [
  {
    operation: 'entries.extend-deadline',
    weight: 1,
    by: 'manager',
    act: moreTime,
    check: async (lines, look) => [
      ...(await oncePerCall(lines, look, marked('deadline_extensions', 'reason'))),
      ...(await oncePerSubject(lines, look, 'entries.deadline-extended')),
    ],
  },
  within('take-extension-back', 'extend-deadline', 'extension-taken-back'),
  {
    operation: 'entries.grace-outage',
    within: 'entries.extend-deadline',
    check: async (lines, look) => [
      ...(await oncePerCall(lines, look, marked('outage_graces', 'reason'))),
      // One person was kept back, so that it is one row of more time as well.
      ...(await oncePerCall(lines, look, marked('deadline_extensions', 'reason'))),
    ],
  },
  within('take-grace-back', 'extend-deadline', 'grace-taken-back'),
  { operation: 'entries.import-entries', weight: 2, by: 'manager', act: imported, check: wholeFiles },
  within('undo-import', 'import-entries', 'import-undone'),
  { operation: 'entries.note-item', weight: 1, by: 'manager', act: anItem, check: once('entry_items', 'what') },
  within('end-item', 'note-item', 'item-ended'),
  within('keep-item-here', 'note-item', 'item-kept-here'),
  { operation: 'entries.write-to-organiser', weight: 1, refusals: overtaken, act: question, check: once('thread_messages', 'text') },
  { ...within('read-thread', 'write-to-organiser', 'thread-read'), refusals: overtaken },
  {
    operation: 'entries.write-to-entrant',
    weight: 2,
    refusals: overtaken,
    by: 'manager',
    act: answer,
    check: once('thread_messages', 'text'),
  },
  { ...within('settle-thread', 'write-to-entrant', 'thread-settled'), refusals: overtaken },
];
