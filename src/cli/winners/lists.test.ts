import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aSeason, foundedWorld } from '#tests/support/season.ts';
import { register } from './lists.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const folder = temporaryFolder('winners');
const lines: string[] = [];
const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
const exitBefore = process.exitCode;

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  vi.stubEnv('DATABASE_URL', database.urls.owner);
  vi.stubEnv('PLAUDIT_APP_DATABASE_URL', database.urls.app);
  vi.stubEnv('PLAUDIT_JOBS_DATABASE_URL', database.urls.jobs);
  vi.stubEnv('PLAUDIT_SECRET', 'a secret that only tests use, 32 characters or more');
  vi.stubEnv('PLAUDIT_DATA', folder);
});
afterEach(() => {
  process.exitCode = exitBefore;
});
afterAll(() => {
  vi.unstubAllEnvs();
  written.mockRestore();
  rmSync(folder, { recursive: true, force: true });
});

/** What the command prints, line by line, and the code it ends with. */
async function plaudit(...words: readonly string[]): Promise<{ said: string[]; code: unknown }> {
  lines.length = 0;
  process.exitCode = 0;
  const program = new Command();
  register(program);
  for (const each of program.commands.flatMap(({ commands }) => commands))
    each.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['node', 'plaudit', 'winners', ...words]);
  return { said: lines.join('').trimEnd().split('\n'), code: process.exitCode };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const bringIn = (path: string, ...options: readonly string[]) => plaudit('import', path, '--programme', season.slug, ...options);

async function kept(): Promise<string[]> {
  const { rows } = await database.owner.pool.query<{ said: string }>(
    `select concat_ws(' | ', year, first_year || '-' || last_year, category, nominee, organisation, title, case when shared then 'joint' end) as said
       from plaudit.past_wins where programme_id = $1 order by first_year, category, nominee`,
    [season.programme],
  );
  return rows.map(({ said }) => said);
}

const table = [
  'Year;Category;Winner;Company;Level;Joint',
  '1927/28;Courtesy;Ines Varga;"Ridgeway; Sons";Gold;',
  '1998–99;Courtesy;𠮷野家;Yoshinoya;;',
  '2019;Night desk;"O’Hara & Co";;Silver;yes',
  '2019;Night desk;=SUM(A1);Corvane;Silver;yes',
  '',
].join('\r\n');

test('a file of old winners is looked at, brought in as it is spelt, found there the next time, and taken back as a whole', async () => {
  const path = file('winners.csv', `\ufeff${table}`);
  const looked = await bringIn(path);
  expect(looked).toEqual({
    said: [
      '+ 1927/28, Courtesy: Ines Varga (Ridgeway; Sons), Gold',
      '+ 1998–99, Courtesy: 𠮷野家 (Yoshinoya)',
      '+ 2019, Night desk: O’Hara & Co, Silver, joint',
      '+ 2019, Night desk: =SUM(A1) (Corvane), Silver, joint',
      '4 winners to add, 0 there already.',
      'Nothing was written. Add --apply to bring them in.',
    ],
    code: 0,
  });
  expect(await kept()).toEqual([]);
  const applied = await bringIn(path, '--apply');
  const [, id = ''] = /winners undo ([0-9a-f-]{36})/.exec(applied.said.join('\n')) ?? [];
  expect(applied.code).toBe(0);
  expect(await kept()).toEqual([
    '1927/28 | 1927-1928 | Courtesy | Ines Varga | Ridgeway; Sons | Gold',
    '1998–99 | 1998-1999 | Courtesy | 𠮷野家 | Yoshinoya | ',
    '2019 | 2019-2019 | Night desk | =SUM(A1) | Corvane | Silver | joint',
    '2019 | 2019-2019 | Night desk | O’Hara & Co |  | Silver | joint',
  ]);
  expect((await plaudit('imports')).said).toEqual([`${id}  ${season.slug}  winners.csv  brought in, 4 winners`]);
  const wide = file('wide.csv', Buffer.from(`\ufeff${table}`, 'utf16le'));
  expect((await bringIn(wide, '--apply')).said).toEqual(['0 winners to add, 4 there already.']);
  const json = file(
    'more.JSON',
    JSON.stringify({ winners: [{ edition: '1927/1928', award: 'courtesy', name: ['Inès Varga', 'Tam'], company: 'Ridgeway' }] }),
  );
  const answer = JSON.parse((await bringIn(json, '--apply', '--json')).said.join('\n'));
  expect([answer.ok, answer.applied.added, answer.add.map(({ nominee }: { nominee: string }) => nominee)]).toEqual([
    true,
    2,
    ['Inès Varga', 'Tam'],
  ]);
  expect((await plaudit('undo', id)).said).toEqual(['4 winners taken back.']);
  expect((await kept()).map((line) => line.split(' | ')[3])).toEqual(['Inès Varga', 'Tam']);
  expect(await refusalCode(plaudit('undo', id))).toBe('winners.import-decided');
  expect(await refusalCode(plaudit('undo', 'nothing of the kind'))).toBe('general.not-found');
});

test('a file with anything wrong in it says every row of it, writes nothing and never draws on the terminal', async () => {
  const before = await kept();
  const rows = [
    'year,category,nominee,joint',
    '19x7,C,A,',
    '2019,,\u001b[31mred,',
    '2019,C,"two\nlines",perhaps',
    '2019,C',
    '2019,C,B\u202eC,',
    '2031,C,D,',
  ];
  const { said, code } = await bringIn(file('wrong.csv', rows.join('\n')), '--apply');
  expect(said.map((line) => line.replace(/: .*/, ''))).toEqual([
    'Row 2, column “year”',
    'Row 3, column “category”',
    'Row 3, column “nominee”',
    'Row 4, column “joint”',
    'Row 6',
    'Row 7, column “nominee”',
    'Row 8, column “year”',
    'wrong.csv',
  ]);
  expect([code, said.join('').includes('\u001b')]).toEqual([1, false]);
  expect(await kept()).toEqual(before);
});

test('joint winners are told apart by an option, and one that cannot be meant is refused', async () => {
  const path = file('joint.csv', 'year,category,nominee\n2001,C,A / B\n2002,C,D\n2002,C,E\n');
  expect((await bringIn(path, '--several', 'joint', '--separator', '/')).said.slice(0, 4)).toEqual([
    '+ 2001, C: A, joint',
    '+ 2001, C: B, joint',
    '+ 2002, C: D, joint',
    '+ 2002, C: E, joint',
  ]);
  await expect(bringIn(path, '--several', 'perhaps')).rejects.toThrow(/perhaps/);
  expect(await refusalCode(plaudit('import', path, '--programme', 'no-such-award'))).toBe('winners.no-such-programme');
  expect(await refusalCode(bringIn(join(folder, 'nowhere.csv')))).toMatch(/^[a-z]+\./);
  expect(await refusalCode(bringIn(file('broken.json', '{"a":')))).toBe('winners.not-json');
});
