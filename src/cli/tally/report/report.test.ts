import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '#words/index.ts';
import { type Tallied, tallyFiles } from '../run.ts';
import { reportPage } from './page.ts';

const examples = resolve(import.meta.dirname, '../../../../docs/examples');
const words = wordsFor('en');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tallied(ballots: string, rules?: string): Promise<Tallied> {
  const result = await tallyFiles({ ballots: [ballots], ...(rules === undefined ? { minJudges: '1' } : { rules }) });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

function marks(name: string, rows: string): string {
  const file = join(folder, name);
  writeFileSync(file, `entry,category,judge,criterion,mark\n${rows}`);
  return file;
}

/** The words of a page, without its styles and marks. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the report of a tally', () => {
  it('is one file: it fetches nothing, runs nothing, and two runs make the same bytes', async () => {
    const pages = [];
    for (let i = 0; i < 2; i += 1)
      pages.push(reportPage(await tallied(join(examples, 'ballots.csv'), join(examples, 'rules.yaml')), words));
    const [page = '', again] = pages;
    expect(page).toBe(again);
    expect(page.match(/<(script|link|img|iframe|object)\b/g)).toBe(null);
    expect([...page.matchAll(/url\(([^)]{0,30})/g)].every(([, url]) => url?.startsWith('data:font/woff2;base64,'))).toBe(true);
    expect(page.match(/ style=| on\w+="/g)).toBe(null);
    expect(page.length).toBeLessThan(400_000);
  });

  it('says the finding of each category, who moved, what would unseat the winner, and what to ask', async () => {
    const text = textOf(reportPage(await tallied(join(examples, 'ballots.csv'), join(examples, 'rules.yaml')), words));
    for (const said of [
      'Three categories, 15 entries, 75 ballots by 9 judges. One winner is clear and two categories must be looked at again.',
      'Northfield Rail is first by the rules with 7.93. Chance of being truly first: 11 %; Harbour Lane Water 88 %.',
      'Raw scores put Northfield Rail first, corrected ones Harbour Lane Water',
      'Without Ruth Calloway, Harbour Lane Water would be first.',
      'Was the seat empty? If Lars Winther was not there, no mark belongs in these cells',
      'rows 138 to 141.',
      'mixed model, penalised REML',
      'lantern-2027',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('says the command that makes it again, with every option that decided anything', async () => {
    const file = marks("judges' marks.csv", 'A,X,J,c,7\nB,X,J,c,5\nC,X,J,c,6\n');
    const result = await tallyFiles({ ballots: [file], weights: 'c=2', minJudges: '1', scale: '1-10' });
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    expect(result.value.command).toBe("./plaudit tally --ballots 'judges'\\'' marks.csv' --weights c=2 --scale 1-10 --min-judges 1");
    expect(textOf(reportPage(result.value, words))).toContain('--weights c=2 --scale 1-10 --min-judges 1');
  });

  it('names files and tells nobody in whose folders they lay', async () => {
    const pages = [
      reportPage(await tallied(join(examples, 'ballots.csv'), join(examples, 'rules.yaml')), words),
      reportPage(await tallied(marks('no title.csv', 'A,X,J,c,7\nB,X,J,c,5\nC,X,J,c,6\n')), words),
    ];
    for (const page of pages) expect(page.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/(?:^|[\s"'>(])\/\w/m);
    expect(textOf(pages[0] ?? '')).toContain('Tally report · ballots.csv · 296 marks · rules.yaml');
    expect(textOf(pages[1] ?? '')).toContain('Tally of no title.csv');
  });

  it('says of a tally with a bundle that it is recounted from it, as its secrets are drawn afresh', async () => {
    const file = marks('sealed.csv', 'A,X,J,c,7\nB,X,J,c,5\nC,X,J,c,6\n');
    const result = await tallyFiles({ ballots: [file], minJudges: '1', bundle: join(folder, 'award.zip') });
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    expect(textOf(reportPage(result.value, words))).toContain('To recount it from its bundle: ./plaudit recount award.zip');
  });

  it('takes every name for words, whatever stands in it', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const rows = ['J', 'K'].flatMap((judge, i) =>
      ['A', 'B', 'C'].map((entry, n) => `${name}${entry},</style>,${name}${judge},"c"" & d",${5 + n + i}\n`),
    );
    const page = reportPage(await tallied(marks('names.csv', rows.join(''))), words);
    expect([page.includes('<img'), page.includes('</style>,'), page.match(/<\/style>/g)?.length]).toEqual([false, false, 1]);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('tells the part of each place where no judge joins the parts of a category, and of no move between them', async () => {
    const rows = ['ABC', 'DEF'].flatMap((names, part) =>
      ['J', 'K', 'L'].flatMap((judge, j) =>
        names.split('').map((entry, i) => `${entry},X,${judge}${part},c,${9 - 2 * part - 2 * i + ((i + j) % 2)}\n`),
      ),
    );
    const page = textOf(reportPage(await tallied(marks('parts.csv', rows.join(''))), words));
    expect(page).toContain('One category is ranked in parts only.');
    expect(page).toContain('No one winner: no judge joins its parts. First in part 1 A and in part 2 D.');
    expect([page.match(/part 1/g)?.length, page.match(/\d, part [12] [A-F] |firm, part [12] [A-F] /g)?.length]).toEqual([4, 6]);
    expect(page).not.toMatch(/up \d|down \d|same place/);
  });

  it.each([
    ['one judge, one entry', 'A,X,J,c,7\n'],
    ['all marks equal', ['J', 'K', 'L'].flatMap((judge) => ['A', 'B', 'C'].map((entry) => `${entry},X,${judge},c,7\n`)).join('')],
    ['nobody with enough ballots', 'A,X,J,c,\nB,X,J,c,7\nB,X,J,d,\nA,X,J,d,5\n'],
    ['one judge an entry', ['A', 'B', 'C', 'D'].map((entry, i) => `${entry},X,J${i},c,${5 + i}\n`).join('')],
    [
      'panels that share no judge',
      ['A,X,J,c,7', 'B,X,J,c,5', 'A,X,K,c,6', 'B,X,K,c,5', 'C,X,L,c,9', 'D,X,L,c,4', 'C,X,M,c,8', 'D,X,M,c,6'].join('\n'),
    ],
  ])('is written for %s', async (_what, rows) => {
    const page = reportPage(await tallied(marks(`${rows.length}.csv`, rows)), words);
    expect(page.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(textOf(page)).toContain('Method, in words');
  });
});
