/** Writing entries, most of all saving what is being written. */
import type { Client, Draft } from '../../client.ts';
import { type Kind, oncePerCall, oncePerEvent, oncePerSubject, patiently } from '../../kind.ts';
import type { World } from '../../world.ts';

const body = 'We answer every letter within a day, and the second one within the hour. '.repeat(8);

export async function startEntry(client: Client, { season }: World): Promise<Draft | undefined> {
  const fields = { category: client.chance.pick(season.open.categories) };
  const started = await client.send({ kind: 'entries.start-entry', path: `/p/${season.slug}/enter`, act: 'start', fields });
  const id = /\/entries\/([\w-]+)$/.exec(started.location)?.[1];
  if (id === undefined) return undefined;
  const draft: Draft = { id, version: 1, words: { title: '', nominee: '', body: '' } };
  client.desk.drafts.push(draft);
  return draft;
}

/** One that is being written; a new one while there are few. */
async function aDraft(client: Client, world: World): Promise<Draft | undefined> {
  const { drafts } = client.desk;
  return drafts.length < 2 ? startEntry(client, world) : client.chance.pick(drafts);
}

const sent = ({ version, words }: Draft) => ({ version: String(version), ...words });

/** Its writer may have withdrawn it meanwhile, or a manager decided about it. */
const withdrawn = ['409'];

/** A button on the page of an entry of one's own that is in such a state. */
async function pressOwn(
  client: Client,
  { look, season }: World,
  { kind, act, from }: { kind: string; act: string; from: string },
): Promise<void> {
  const rows = await patiently(() =>
    look<{ id: string }>('select id from plaudit.entries where owner_id = $1 and state = $2 and edition_id = $3 order by id limit 20', [
      client.person.id,
      from,
      season.open.id,
    ]),
  );
  if (rows.length === 0) return;
  const entry = client.chance.pick(rows).id;
  await client.send({ kind, path: `/entries/${entry}`, act, about: { subject: entry } });
}

/** Copying an entry starts one too. */
const started: Kind['check'] = (_lines, look, all) =>
  oncePerEvent(
    all.filter(({ kind }) => kind === 'entries.start-entry' || kind === 'entries.copy-entry'),
    look,
    'entries.entry-started',
  );

export const writing: readonly Kind[] = [
  {
    operation: 'entries.start-entry',
    weight: 3,
    act: async (client, world) => {
      await startEntry(client, world);
    },
    check: started,
  },
  {
    operation: 'entries.copy-entry',
    weight: 1,
    act: async (client, { look, season }) => {
      const rows = await patiently(() =>
        look<{ id: string }>("select id from plaudit.entries where owner_id = $1 and edition_id = $2 and state = 'submitted' limit 20", [
          client.person.id,
          season.open.id,
        ]),
      );
      if (rows.length === 0) return;
      const path = `/entries/${client.chance.pick(rows).id}/copy`;
      await client.send({
        kind: 'entries.copy-entry',
        path,
        act: 'copy',
        fields: { category: client.chance.pick(season.open.categories) },
      });
    },
    check: started,
  },
  {
    operation: 'entries.save-draft',
    weight: 80,
    act: async (client, world) => {
      const draft = await aDraft(client, world);
      if (draft === undefined) return;
      const call = client.nextCall();
      const words = { title: `Draft ${call}`, nominee: 'The Quayside Clinic', body };
      const fields = { ...sent(draft), ...words };
      const saved = await client.send({ kind: 'entries.save-draft', path: `/entries/${draft.id}/draft`, act: 'save', fields }, call);
      if (saved.ok) Object.assign(draft, { version: draft.version + 1, words });
    },
    // Its history has a version for each saving; submitting adds one of its own, under another title.
    check: (lines, look) =>
      oncePerCall(
        lines,
        look,
        "select substring(title from '^Draft (.*)$') as mark, count(*)::int as found from plaudit.entry_history where title like 'Draft %' group by 1",
      ),
  },
  {
    operation: 'entries.submit-entry',
    weight: 2,
    act: async (client, world) => {
      const draft = await aDraft(client, world);
      if (draft === undefined) return;
      client.desk.drafts.splice(client.desk.drafts.indexOf(draft), 1);
      const call = client.nextCall();
      const fields = { ...sent(draft), title: `Submitted ${call}`, nominee: 'The Quayside Clinic', body, do: 'submit' };
      await client.send(
        { kind: 'entries.submit-entry', path: `/entries/${draft.id}`, act: 'write', fields, about: { subject: draft.id } },
        call,
      );
    },
    check: (lines, look) => oncePerSubject(lines, look, 'entries.entry-submitted'),
  },
  {
    operation: 'entries.withdraw-entry',
    refusals: withdrawn,
    weight: 2,
    act: (client, world) => pressOwn(client, world, { kind: 'entries.withdraw-entry', act: 'withdraw', from: 'submitted' }),
    check: (lines, look) => oncePerSubject(lines, look, 'entries.entry-withdrawn'),
  },
  {
    operation: 'entries.revive-entry',
    weight: 1,
    act: (client, world) => pressOwn(client, world, { kind: 'entries.revive-entry', act: 'revive', from: 'withdrawn' }),
    check: (lines, look) => oncePerSubject(lines, look, 'entries.entry-revived'),
  },
  {
    operation: 'entries.add-file',
    weight: 2,
    act: async (client, world) => {
      const draft = await startEntry(client, world);
      if (draft === undefined) return;
      const form = { kind: 'entries.add-file', path: `/entries/${draft.id}`, act: 'write', fields: sent(draft) };
      await client.send({ ...form, file: { name: 'figures.txt', text: `Figures ${draft.id}` }, about: { subject: draft.id } });
    },
    check: (lines, look) => oncePerSubject(lines, look, 'entries.file-added'),
  },
  {
    operation: 'entries.remove-file',
    weight: 1,
    act: async (client, { look }) => {
      const ids = client.desk.drafts.map(({ id }) => id);
      const rows = await patiently(() =>
        look<{ id: string; entry: string }>(
          'select id, entry_id as entry from plaudit.entry_files where entry_id = any ($1) and removed_at is null',
          [ids],
        ),
      );
      const [file] = rows;
      const draft = client.desk.drafts.find(({ id }) => id === file?.entry);
      if (file === undefined || draft === undefined) return;
      const fields = { ...sent(draft), remove: file.id };
      await client.send({ kind: 'entries.remove-file', path: `/entries/${draft.id}`, act: 'write', fields, about: { file: file.id } });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'entries.file-removed', 'file'),
  },
];
