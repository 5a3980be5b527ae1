import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, anAcceptedEntry, aPerson, aSeason, foundedWorld } from '#tests/support/season.ts';
import { recentEvents } from './index.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));

test('what happened lately names who did it and the entry, and says nothing of drafts', async () => {
  const { number } = await anAcceptedEntry(season);
  await aDraft(season);
  const lines = await recentEvents(season.as(season.manager), season.programme, 100);
  const kinds = lines.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'entries.entry-started')).toEqual([]);
  expect(lines.find(({ kind }) => kind === 'screening.entry-accepted')).toMatchObject({ by: 'Ilse Quarrington', number });
  expect(lines.find(({ kind }) => kind === 'programmes.programme-created')).toMatchObject({ by: 'Ada Lindqvist' });
});

test('only managers and auditors read what happened in a programme', async () => {
  const auditor = await aMember(season, season.programme, 'auditor', 'Piet Aldous');
  expect((await recentEvents(season.as(auditor), season.programme, 3)).length).toBe(3);
  for (const person of [await aMember(season, season.programme, 'judge', 'Maren Oduya'), await aPerson(season)])
    expect(await refusalCode(recentEvents(season.as(person), season.programme, 3))).toBe('general.not-found');
});
