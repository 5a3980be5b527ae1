/** What a reader's software and a hurried reader find their way by. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '#words/index.ts';
import type { TallyOptions } from '../options.ts';
import { tallyFiles } from '../run.ts';
import { reportPage } from './page.ts';

const examples = resolve(import.meta.dirname, '../../../../docs/examples');

let folder: string;
let example: string;
let forty: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outline-'));
  example = await pageOf({ ballots: [join(examples, 'ballots.csv')], rules: join(examples, 'rules.yaml') });
  forty = await pageOf({ ballots: [season(40, 3, (e, c) => `Entry ${c}.${e}`)] });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pageOf(options: TallyOptions): Promise<string> {
  const result = await tallyFiles(options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return reportPage(result.value, wordsFor('en')).replace(/<style>[\s\S]*?<\/style>/, '');
}

/** So many categories with so many entries each, marked by three judges who differ. */
function season(categories: number, entries: number, name: (entry: number, category: number) => string): string {
  const rows = Array.from({ length: categories }, (_, c) =>
    Array.from({ length: entries }, (_, e) =>
      [0, 1, 2].map((judge) => `${name(e, c)},Category ${c + 1},J${judge},c,${1 + ((e * 7 + judge * (3 + (e % 4)) + c) % 10)}\n`).join(''),
    ).join(''),
  );
  const file = join(folder, `${categories}-${entries}.csv`);
  writeFileSync(file, `entry,category,judge,criterion,mark\n${rows.join('')}`);
  return file;
}

const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, found = '']) => found);

describe('the way through a report', () => {
  it('has no two landmarks of one name, and no link that leads nowhere', () => {
    for (const page of [example, forty]) {
      const ids = all(page, / id="([^"]+)"/g);
      expect(new Set(ids).size).toBe(ids.length);
      const named = all(page, /<section[^>]* aria-labelledby="([^"]+)"/g);
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
      const titles = named.map((id) => new RegExp(`id="${id}"[^>]*>(.*?)</h`).exec(page)?.[1]);
      expect(new Set(titles).size).toBe(titles.length);
      expect(page).not.toContain('role="region"');
      expect(all(page, /href="#([^"]+)"/g).filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('leads from each of forty categories to the next and back to all', () => {
    expect([forty.split('Back to the categories').length - 1, forty.split('>Next: Category ').length - 1]).toEqual([40, 39]);
    expect(forty.length).toBeLessThan(600_000);
  });

  it('lists every one of 300 entries, the first sixty with a plot each', async () => {
    const page = await pageOf({ ballots: [season(1, 300, (e) => `Entry no. ${e}.`)] });
    for (let e = 0; e < 300; e += 1) expect(page).toContain(`>Entry no. ${e}.<`);
    expect(page.split('class="plot-cell" role="cell"').length - 1).toBe(60);
    expect(page).toContain('240 entries more');
  });

  it('holds every name whole, and draws the floor of the highest level too', () => {
    expect(example).not.toContain('…');
    expect(example.match(/>Gold<\/text><text[^>]*>7\.50</g)).toHaveLength(3);
    expect(example).toContain('Dotted: Gold from 7.50, Silver from 7.25, and Bronze from 6.50.');
  });

  it('leaves out a column that would say nothing', async () => {
    const ballots = join(folder, 'one-judge.csv');
    writeFileSync(ballots, 'entry,category,judge,criterion,mark\nA,X,J,c,7\nB,X,J,c,5\nC,X,J,c,6\n');
    const heads = all(await pageOf({ ballots: [ballots], minJudges: '1' }), /role="columnheader"[^>]*>([\w ]+)</g);
    expect(heads.filter((head) => ['Raw and corrected', 'Chance of first', 'Level'].includes(head))).toEqual([]);
  });
});
