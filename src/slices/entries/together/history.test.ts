/** What an entry said at each of its versions, and how it comes back. */
import { expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { publishEdition } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { everyKind } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { entryForOwner, saveDraft } from '../index.ts';
import { comparison, historyPage, linesAPage, restoring } from './history.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { published: false });
await enterByForm(season, everyKind);
await publishEdition(season.as(season.manager, { clock: dates.before }), { edition: season.edition });

const at = (owner: PersonId) => season.as(owner, { clock: dates.whileOpen });

async function saved(owner: PersonId, entry: EntryId, version: number, title: string, answers: Record<string, unknown>): Promise<void> {
  await saveDraft(at(owner), { entry, version, title, nominee: '', answers: { title: 'Faster help', ...answers } });
}

/** Three versions: of title and essay, of figures, and of the title again. */
async function written() {
  const { entry, owner } = await aDraft(season);
  await saved(owner, entry, 1, 'One', { essay: 'It waits for the last bus.' });
  await saved(owner, entry, 2, 'One', { essay: 'It waits for the last bus.', agents: 12 });
  await saved(owner, entry, 3, 'Two', { essay: 'It never waits.', agents: 12 });
  return { entry, owner };
}

test('each version says who saved it, when, and what was written, the newest first', async () => {
  const { entry, owner } = await written();
  const { lines, next } = await historyPage(at(owner), entry, undefined);
  expect(lines.map(({ version, by, parts, submitted }) => [version, by, [...parts].sort().join(' '), submitted])).toEqual([
    [4, '', 'answers.essay title', false],
    [3, '', 'answers.agents', false],
    [2, '', 'answers.essay answers.title title', false],
  ]);
  expect([lines[0]?.at, next]).toEqual(['2026-03-10T09:00:00+00:00[Europe/Dublin]', undefined]);
});

test('a long history is read page by page, and each version says only what it changed', async () => {
  const { entry, owner } = await aDraft(season);
  for (let version = 1; version <= linesAPage + 1; version += 1) await saved(owner, entry, version, `Title ${version}`, {});
  const first = await historyPage(at(owner), entry, undefined);
  const second = await historyPage(at(owner), entry, first.next);
  expect([first.lines.length, first.next, second.lines.map(({ version }) => version), second.next]).toEqual([
    linesAPage,
    3,
    [2],
    undefined,
  ]);
  expect(new Set(first.lines.map(({ parts }) => parts.join(' ')))).toEqual(new Set(['title']));
});

test('two versions are held against each other field by field', async () => {
  const { entry, owner } = await written();
  const parts = async (version: number, against?: number) =>
    (await comparison(at(owner), entry, { version, against })).changes.map(({ part }) => part);
  expect([await parts(3), await parts(4), await parts(4, 2), await parts(2)]).toEqual([
    ['answers.agents'],
    ['title', 'answers.essay'],
    ['title', 'answers.essay', 'answers.agents'],
    ['title', 'answers.title', 'answers.essay'],
  ]);
  const { changes } = await comparison(at(owner), entry, { version: 2, against: 4 });
  expect(changes.find(({ part }) => part === 'title')).toEqual({ part: 'title', before: 'One', after: 'Two', now: 'Two', isNow: false });
});

test('a field, or a whole version, comes back as a new version, and goes again the same way', async () => {
  const { entry, owner } = await written();
  const back = async (from: number, part: string) => {
    const { version } = await entryForOwner(at(owner), entry);
    await saveDraft(at(owner), await restoring(at(owner), { entry, from: String(from), part, version: String(version) }));
    const { title, form } = await entryForOwner(at(owner), entry);
    return [title, form?.answers.essay, form?.answers.agents];
  };
  expect(await back(2, 'title')).toEqual(['One', 'It never waits.', 12]);
  expect(await back(2, '')).toEqual(['One', 'It waits for the last bus.', undefined]);
  expect(await back(4, '')).toEqual(['Two', 'It never waits.', 12]);
  expect((await historyPage(at(owner), entry, undefined)).lines).toHaveLength(6);
  const late = await restoring(at(owner), { entry, from: '2', part: '', version: '4' });
  expect(await refusalCode(saveDraft(at(owner), late))).toBe('general.stale-version');
});

test('nobody but whoever writes an entry reads what it said, nor a version there never was', async () => {
  const { entry, owner } = await written();
  for (const person of [season.manager, await aPerson(season)]) {
    expect(await refusalCode(historyPage(at(person), entry, undefined))).toBe('general.not-found');
    expect(await refusalCode(comparison(at(person), entry, { version: 2, against: undefined }))).toBe('general.not-found');
    expect(await refusalCode(restoring(at(person), { entry, from: '2', part: '', version: '4' }))).toBe('general.not-found');
  }
  expect(await refusalCode(comparison(at(owner), entry, { version: 9, against: undefined }))).toBe('general.not-found');
});
