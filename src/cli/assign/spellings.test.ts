import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '#words/index.ts';
import type { AssignOptions } from './options.ts';
import { assignFiles } from './run.ts';
import type { summaryOf } from './summary.ts';

const { problems } = wordsFor('en');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assign-spellings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const usual = { perEntry: '1', minLoad: '0', seed: '1', onePanel: '0', firstYearShare: '40', loadCost: '0', floor: '0', bridge: true };

async function assigned(entries: string, judges: string, options: Partial<AssignOptions> = {}) {
  const files = { entries: join(folder, 'entries.csv'), judges: join(folder, 'judges.csv') };
  writeFileSync(files.entries, entries);
  writeFileSync(files.judges, judges);
  const result = await assignFiles({ ...files, ...usual, ...options });
  if (result.ok) {
    const { words, seats, json } = result.value;
    return { words, csv: seats?.csv ?? '', summary: json as ReturnType<typeof summaryOf>, refusals: [] };
  }
  const refusals = result.refusals.map(({ code, facts }) => ({ code, facts, told: problems[code].detail(facts) }));
  return { words: [], csv: '', summary: undefined, refusals };
}

const toldOf = ({ refusals }: Awaited<ReturnType<typeof assigned>>) => refusals.map(({ told }) => told).join('\n');

describe('an employer', () => {
  it.each([
    ['ACME  LTD', '“ACME  LTD” and “Acme Ltd”'],
    ['Acme\u00a0Ltd', '“Acme Ltd” and “Acme⟨U+00A0⟩Ltd”'],
    ['Acme\u200b Ltd', '“Acme Ltd” and “Acme⟨U+200B⟩ Ltd”'],
    ['Ac\u200bme Ltd', '“Acme Ltd” and “Ac⟨U+200B⟩me Ltd”'],
    ['Acme Ltd.', '“Acme Ltd” and “Acme Ltd.”'],
    ['Acme-Ltd', '“Acme Ltd” and “Acme-Ltd”'],
    ['ACME LIMITED', '“ACME LIMITED” and “Acme Ltd”'],
  ])('written %j is never given an entry of Acme Ltd, and what was read as one is told', async (written, told) => {
    const made = await assigned('entry,employer\nE1,Acme Ltd\n', `judge,employer\nAnn,${written}\nZoe,\n`);
    expect(made.csv).toContain('E1,Zoe');
    expect(made.summary?.employers.one).toHaveLength(1);
    const [one = '', other = ''] = told.split(' and ');
    const sentence = made.words.find((line) => line.startsWith('Read as one employer')) ?? '';
    expect([sentence.includes(one), sentence.includes(other)]).toEqual([true, true]);
    const alone = await assigned('entry,employer\nE1,Acme Ltd\n', `judge,employer\nAnn,${written}\n`);
    expect(alone.refusals.map(({ code }) => code)).toEqual(['assign.impossible']);
  });

  it('written in two ways has one judge on an entry, not two', async () => {
    const made = await assigned('entry\nE1\n', 'judge,employer\nAnn,Acme Ltd\nBob,ACME  Ltd.\n', { perEntry: '2' });
    expect(toldOf(made)).toContain('no two judges of one employer sit on an entry');
  });

  it.each([
    ['Beta;Acme Ltd', 'Acme Ltd'],
    ['Acme Ltd', 'Gamma;acme ltd'],
  ])('cell “%s” beside “%s” holds several', async (ofJudge, ofEntry) => {
    const made = await assigned(`entry,employer\nE1,${ofEntry}\n`, `judge,employer\nAnn,${ofJudge}\nZoe,Delta\n`);
    expect(made.csv).toContain('E1,Zoe');
  });

  it('of two makes colleagues of all who share either', async () => {
    const judges = 'judge,employer\nAnn,Acme\nBob,Beta;Acme\nCid,Beta\nDee,Delta\n';
    const made = await assigned('entry\nE1\n', judges, { perEntry: '2' });
    expect(made.csv).toContain('E1,Dee');
    expect((await assigned('entry\nE1\n', judges, { perEntry: '3' })).refusals).toHaveLength(1);
  });

  it('that is similar but not the same is asked about and stays two', async () => {
    const made = await assigned('entry,employer\nE1,Northwind Ltd\n', 'judge,employer\nAnn,Northwindd Ltd\n');
    expect(made.csv).toContain('E1,Ann');
    expect(made.words.join('\n')).toContain('(“Northwind Ltd” and “Northwindd Ltd”). Are they?');
    expect(made.summary?.employers.one).toEqual([]);
  });

  it('that is written the same everywhere is not spoken of', async () => {
    const made = await assigned('entry,employer\nE1,Acme Ltd\n', 'judge,employer\nAnn,Delta\nBob,Delta\n');
    expect(made.words.join('\n')).not.toContain('employer');
  });
});

describe('a category, a topic, a language', () => {
  it.each(['!banking', '! BANKING', '!Banking\u200b', '!\u00a0banking'])(
    'opted out of as %j keeps the judge out of Banking',
    async (written) => {
      const made = await assigned('entry,category\nE1,Banking\n', `judge,categories\nAnn,${written}\nZoe,\n`);
      expect(made.csv).toContain('E1,Zoe');
    },
  );

  it('is known however its capitals and spaces are written', async () => {
    const entries = 'entry,category,topics,language\nE1,Call  centre,Phone  Calls,EN\n';
    const made = await assigned(entries, 'judge,categories,topics,language\nAnn,call Centre,phone calls,en\nZoe,,,fr\n');
    expect(made.csv).toContain('E1,Ann,1000');
  });

  it('is one category for its one panel however it is written', async () => {
    const made = await assigned('entry,category\nE1,Banking\nE2,banking\n', 'judge\nAnn\nBob\n', { onePanel: '15' });
    expect(made.summary?.panels.whole).toEqual(['Banking']);
  });

  it.each(['! Bankng', 'Bankng'])('%j that no entry has is refused with its place and the nearest name', async (written) => {
    const made = await assigned('entry,category\nE1,Energy\nE2,Banking\n', `judge,categories\nAnn,Energy\nBob,${written}\n`);
    expect(made.refusals).toMatchObject([
      { code: 'assign.unknown-category', facts: { row: 3, column: 'categories', name: 'Bankng', nearest: 'Banking' } },
    ]);
    expect(toldOf(made)).toContain('row 3, column “categories”: no entry is in a category “Bankng”. The nearest name is “Banking”.');
  });

  it('known to a judge, unlike any of the entries’, is told once and changes nothing', async () => {
    const entries = 'entry,category\nE1,Energy\nE2,Banking\n';
    const made = await assigned(entries, 'judge,categories\nAnn,Energy;Insurance\nBob,insurance;Banking\n');
    expect(made.refusals).toEqual([]);
    expect(made.summary?.categoriesWithoutEntries).toEqual(['insurance']);
    expect(made.words.at(-1)).toContain('Judges know a category no entry is in: “insurance”.');
    const without = await assigned(entries, 'judge,categories\nAnn,Energy\nBob,Banking\n');
    expect(made.csv).toBe(without.csv);
    expect(without.summary?.categoriesWithoutEntries).toEqual([]);
    expect(without.words.join('\n')).not.toContain('no entry is in');
  });

  it('opted out of and unlike any of the entries’ is refused: it would keep nobody out', async () => {
    const made = await assigned('entry,category\nE1,Energy\n', 'judge,categories\nAnn,!Insurance\n');
    expect(made.refusals).toMatchObject([{ code: 'assign.unknown-category', facts: { name: 'Insurance', nearest: 'Energy' } }]);
  });

  it('opted out of where no entry names any is refused', async () => {
    expect(toldOf(await assigned('entry\nE1\n', 'judge,categories\nAnn,!Banking\n'))).toContain('No entry names a category at all.');
    expect((await assigned('entry\nE1\n', 'judge,categories\nAnn,Banking\n')).csv).toContain('E1,Ann');
  });
});

describe('two names', () => {
  it.each(['ANN LEE', 'Ann  Lee', 'Ann\u00a0Lee', 'Ann\u200b Lee'])('Ann Lee and %j are refused with both rows', async (name) => {
    for (const column of ['entry', 'judge'] as const) {
      const table = `${column}\nAnn Lee\nBob\n${name}\n`;
      const made = await (column === 'entry' ? assigned(table, 'judge\nJ1\n') : assigned('entry\nE1\n', table));
      expect(made.refusals).toMatchObject([{ code: 'assign.names-alike', facts: { column, row: 4, before: 2, first: 'Ann Lee' } }]);
      expect(toldOf(made)).toContain('“Ann Lee” in row 2');
    }
  });
});

describe('who has nothing to read', () => {
  it('is told why: dropped out, a limit of 0, or no need', async () => {
    const judges = 'judge,max_load\nJ1,\nJ2,\nJ3,0\nJ4,\n';
    const made = await assigned('entry\nE1\nE2\n', judges, { dropOut: ['J1'], minLoad: '1' });
    expect(made.words.slice(0, 4)).toEqual([
      '2 seats: 1 judge an entry, 0 to 1 entry a judge.',
      'J1 takes no part any more (--drop-out), and has nothing to read.',
      'Nothing to read for J3, whose limit is 0.',
      'It costs 2000, and none under these rules can cost less: proven.',
    ]);
    const idle = await assigned('entry\nE1\n', 'judge\nJ1\nJ2\nJ3\n', { dropOut: ['J1'] });
    expect(idle.words.filter((line) => line.includes('--min-load'))).toHaveLength(1);
    expect(idle.words.join('\n')).not.toMatch(/Nothing to read for [^.]*J1/);
  });
});

describe('the design', () => {
  const entries = `entry,category\n${['A', 'B'].flatMap((of) => [1, 2, 3, 4, 5, 6].map((at) => `${of}${at},${of}\n`)).join('')}`;
  const judges = `judge,categories\n${['A', 'B'].flatMap((of) => [1, 2, 3].map((at) => `J${of}${at},${of}\n`)).join('')}`;
  const wide = { perEntry: '3', maxLoad: '6', minLoad: '6' };

  it.each<[string, Partial<AssignOptions>, string | RegExp]>([
    ['whole panels', { onePanel: '15' }, 'the seats of whole panels, and those kept, stay'],
    ['no wish', { bridge: false }, 'No seats were exchanged to better it: --no-bridge.'],
    ['bridges', {}, /\d+ seats changed hands to link entries/],
  ])('of two groups is told with why there are, or are no, bridges: %s', async (_, options, expected) => {
    const { words, summary } = await assigned(entries, judges, { ...wide, ...options });
    expect(words.join('\n')).toMatch(expected);
    const linked = Number(typeof expected === 'string');
    expect([(summary?.bridges.length ?? 0) === 0, words.some((line) => line.includes('share no judge'))]).toEqual([
      linked === 1,
      linked === 1,
    ]);
  });

  it('whose groups no rule lets meet says that the rules leave no exchange', async () => {
    const strict = judges.replaceAll(',A\n', ',A;!B\n').replaceAll(/(JB\d),B\n/g, '$1,B;!A\n');
    expect((await assigned(entries, strict, wide)).words.join('\n')).toContain('leave no exchange that links more');
  });
});

describe('a demand that cannot be met', () => {
  it('is told by its sum first, and by a set of which nothing can be left out', async () => {
    const entries = `entry\n${[1, 2, 3, 4].map((at) => `E${at}\n`).join('')}`;
    const told = toldOf(await assigned(entries, 'judge\nA\nB\nC\n', { perEntry: '2', maxLoad: '2' }));
    expect(told).toContain('No assignment can meet this demand. 8 seats are needed, limits allow 6.');
    expect(told).toContain('None of these can be left out of the reason');
    const conflict = toldOf(await assigned('entry,employer\nE1,Acme\n', 'judge,employer\nA,Acme\n'));
    expect(conflict).not.toContain('limits allow');
  });
});
