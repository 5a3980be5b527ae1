import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import type { FormArgs } from '#http/form.ts';
import { configureFiles } from '#platform/files.server.ts';
import { type EntryId, ids, type PersonId } from '#platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { entryForOwner } from './index.ts';
import { write } from './write-form.ts';

const folder = temporaryFolder('write');
configureFiles(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'We asked where they would sleep.' };
const pdf = () => new File(['%PDF-1.7\nfigures\n%%EOF'], 'figures.pdf');

type Sent = {
  readonly do: 'save' | 'submit';
  readonly version: number;
  readonly file?: File;
  readonly key?: string;
  readonly body?: string;
  readonly remove?: string;
};

/** Presses the form's button as the page's action would. */
async function press(owner: PersonId, entry: EntryId, { file, key = ids.random(), version, ...sent }: Sent): Promise<string> {
  const ctx = season.as(owner, { clock: dates.whileOpen });
  const values = { ...text, ...sent, version: String(version) };
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  if (file) form.set('file', file);
  const url = new URL(`http://localhost/entries/${entry}`);
  const visitor = { ctx, organisationName: '', person: undefined, waiting: false, due: undefined, administrator: false, roles: [] };
  const args: FormArgs = {
    visitor,
    params: { entry },
    url,
    request: new Request(url),
    base: '',
    form,
    values,
    key,
    moved: new Map(),
    screen: true,
  };
  const answer = await write({ ...ctx, key }, args);
  return (answer.headers.get('location') ?? '').replace(`/entries/${entry}`, '');
}

const read = (owner: PersonId, entry: EntryId) => entryForOwner(season.as(owner, { clock: dates.whileOpen }), entry);

test('one press saves the words, keeps the file and submits', async () => {
  const { entry, owner } = await aDraft(season);
  expect(await press(owner, entry, { do: 'submit', version: 1, file: pdf() })).toBe('?submitted');
  const { state, title, files } = await read(owner, entry);
  expect([state, title, files.map(({ name }) => name)]).toEqual(['submitted', text.title, ['figures.pdf']]);
});

test('the same press twice, or once more because its answer got lost, submits once and leads to the receipt', async () => {
  const { entry, owner } = await aDraft(season);
  const sent = { do: 'submit', version: 1, key: 'one-key-of-one-form', file: pdf() } as const;
  expect(await Promise.all([press(owner, entry, sent), press(owner, entry, sent)])).toEqual(['?submitted', '?submitted']);
  expect(await press(owner, entry, sent)).toBe('?submitted');
  const { number, files } = await read(owner, entry);
  expect([number, files.length]).toEqual(['A-002', 1]);
});

test('other words for an entry that is in are refused and not passed off as submitted', async () => {
  const { entry, owner } = await aDraft(season);
  await press(owner, entry, { do: 'submit', version: 1 });
  expect(await refusalCode(press(owner, entry, { do: 'submit', version: 3, body: 'Something else.' }))).toBe('entries.not-editable');
});

test('a submission with something missing keeps what was written', async () => {
  const { entry, owner } = await aDraft(season);
  expect(await refusalCode(press(owner, entry, { do: 'submit', version: 1, body: '' }))).toBe('general.invalid-input');
  const { state, title, version } = await read(owner, entry);
  expect([state, title, version]).toEqual(['draft', text.title, 2]);
});

test('a file that is refused leaves the words saved, and one that is removed makes room for another', async () => {
  const { entry, owner } = await aDraft(season);
  const program = new File([new Uint8Array([0x4d, 0x5a, 0, 1])], 'figures.pdf');
  expect(await refusalCode(press(owner, entry, { do: 'save', version: 1, file: program }))).toBe('entries.file-type-refused');
  expect((await read(owner, entry)).version).toBe(2);
  await press(owner, entry, { do: 'save', version: 2, file: pdf() });
  const [before] = (await read(owner, entry)).files;
  await press(owner, entry, { do: 'save', version: 2, remove: before?.id ?? '', file: new File(['plain words'], 'notes.txt') });
  expect((await read(owner, entry)).files.map(({ name }) => name)).toEqual(['notes.txt']);
});
