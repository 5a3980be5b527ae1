/** Which score counts, whether anybody is ranked, and what the figures beside a score are: said wherever a result is shown. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { wordsFor } from '#words/index.ts';
import { register, tallyAnswer } from '../tally.ts';
import { reportPage } from './report/page.ts';
import { tallyFiles } from './run.ts';
import { aboutSheet, standingsSheet } from './workbook.ts';

const plain = { heading: (text: string) => text, winner: (text: string) => text };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'official-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  process.exitCode = undefined;
});

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Four entries with one judge each. */
const lone = () =>
  written('lone.csv', `entry,category,judge,c\n${['A', 'B', 'C', 'D'].map((entry, i) => `${entry},X,J${i},${5 + i}\n`).join('')}`);
const linked = () =>
  written(
    'linked.csv',
    `entry,category,judge,c\n${[0, 1, 2, 3, 4, 5]
      .flatMap((entry) => [0, 1, 2].map((seat) => `E${entry},X,J${(entry + seat) % 4},${9 - entry + ((entry * seat) % 3)}\n`))
      .join('')}`,
  );

async function shown(ballots: string, rules: string) {
  const options = { ballots: [ballots], rules: written('rules.yaml', `scale: 0-20\nminimumPanel: 1\ndraws: 1000\n${rules}`) };
  const [tallied, answer] = [await tallyFiles(options), await tallyAnswer(options, plain)];
  if (!tallied.ok || !answer.ok) throw new Error(JSON.stringify([tallied, answer]));
  const page = reportPage(tallied.value, wordsFor('en'))
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ');
  return {
    terminal: [...answer.value.text].join(''),
    report: page.replace(/\s+/g, ' '),
    about: aboutSheet(tallied.value).rows.flat().map(String).join('\n'),
    head: standingsSheet(tallied.value.verdict).head,
    official: tallied.value.verdict.categories.map(({ official }) => official),
  };
}

describe('the score that counts', () => {
  it('is told in every output where the rules ask for the corrected one and there is none, with the reason', async () => {
    const { official, terminal, report, about } = await shown(lone(), 'official: corrected\n');
    expect(official).toEqual(['raw']);
    for (const text of [terminal, report, about]) {
      expect(text).toContain('nobody can tell a severe judge from a weak entry');
      expect(text).toContain('The rules make the corrected score official, but none can be made here: the raw score counts.');
      expect(text).not.toMatch(/wherever the design allows|Corrected score|stands beside|Standard error:/);
    }
  });

  it('of an order is the order: no output tells of a raw or corrected score', async () => {
    const { terminal, report, about } = await shown(linked(), 'aggregation: schulze\n');
    for (const text of [terminal, report, about]) {
      expect(text).toContain('Entries have no score');
      expect(text).toContain('no score');
      expect(text).not.toMatch(/raw score stands|corrected score stands|raw score is the official|Corrected score/);
    }
    expect(report).toContain('Corrected mean of its ballots, with the range that holds it nine times in ten');
  });
});

it('says what a standard error is where one stands', async () => {
  const { report, about, head } = await shown(linked(), '');
  for (const text of [report, about])
    expect(text).toContain('one standard deviation of the error in an entry’s distance from the mean of all it is ranked with');
  expect(report).toContain('Each drawn range is 1.645 standard errors to either side.');
  expect(head).toContain('Standard error (from the category’s mean)');
});

describe('a tally that ranks nobody', () => {
  async function ended(...words: string[]): Promise<{ code: unknown; out: string; said: string }> {
    const [out, said]: [string[], string[]] = [[], []];
    vi.spyOn(process.stdout, 'write').mockImplementation((piece) => out.push(String(piece)) > 0);
    vi.spyOn(process.stderr, 'write').mockImplementation((piece) => said.push(String(piece)) > 0);
    const program = new Command().exitOverride();
    register(program);
    await program.parseAsync(['tally', ...words], { from: 'user' }).finally(() => vi.restoreAllMocks());
    return { code: process.exitCode, out: out.join(''), said: said.join('') };
  }

  it('is printed, ends with code 1 and says so; one that ranks anybody ends well', async () => {
    const nobody = await ended('--ballots', lone());
    expect([nobody.code, nobody.said]).toEqual([
      1,
      'Nobody is ranked: no entry of any category has the ballots it needs (--min-judges, or minimumPanel in the rules).\n',
    ]);
    expect(nobody.out).toContain('Not awarded: no entry has enough complete ballots.');
    process.exitCode = undefined;
    expect(await ended('--ballots', lone(), '--min-judges', '1')).toMatchObject({ code: undefined, said: '' });
  });
});
