/** Marks that are not whole: a step is declared, every sum stays exact, and everything is said in the judges' own units. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recount } from '#core/record/bundle/recount.ts';
import { recompute } from '#core/verdict/recounted/recompute.ts';
import type { Verdict } from '#core/verdict/verdict.ts';
import { nativeHash } from '#platform/crypto/hash.server.ts';
import { readWorkbook } from '#platform/formats/xlsx-read.server.ts';
import { wordsFor } from '#words/index.ts';
import { readBundle } from '../../recount/read-bundle.ts';
import { refusalText, tallyAnswer } from '../../tally.ts';
import type { TallyOptions } from '../options.ts';
import { reportPage } from '../report/page.ts';
import { tallyFiles } from '../run.ts';
import { templateBytes } from '../template.ts';

const head = 'entry,category,judge,criterion,mark\n';
/** Where Debian has it; without it that part is passed over. */
const python = '/usr/bin/python3';
const plain = { heading: (text: string) => text, winner: (text: string) => text };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function verdict(options: Partial<TallyOptions>): Promise<Verdict> {
  const tallied = await tallyFiles({ ballots: [], ...options });
  if (!tallied.ok) throw new Error(refusalText(tallied.refusals));
  return tallied.value.verdict;
}

async function refused(options: Partial<TallyOptions>): Promise<string> {
  const tallied = await tallyFiles({ ballots: [], ...options });
  return tallied.ok ? '' : refusalText(tallied.refusals).replaceAll(`${folder}/`, '');
}

const judges = ['Ann', 'Bo', 'Cy', 'Dee', 'Eve'];
const entries = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Marks in halves from 1 to 10; each judge leaves one entry out, so that scores are corrected. */
function rows(show: (halves: number) => string): string {
  return entries
    .flatMap((entry, e) =>
      judges.flatMap((judge, j) =>
        (e + j) % 6 === 0
          ? []
          : ['c', 'd'].map((criterion, k) => `${entry},X,${judge},${criterion},${show(6 + ((7 * j + 5 * e + 3 * k + j * e) % 13))}\n`),
      ),
    )
    .join('');
}

const halves = (n: number): string => String(n / 2);

describe('marks in halves', () => {
  it('are refused with how to declare them where nobody did', async () => {
    const ballots = [file('b.csv', `${head}A,X,Ann,c,7.5\n`)];
    expect(await refused({ ballots })).toContain(
      'b.csv, row 2, column “mark”: “7.5” is not whole, and marks are whole unless it is said how far they lie apart. If judges gave such marks, say it: --step 0.5, or step: 0.5 in the rules; sums stay exact.',
    );
    expect(await refused({ ballots: [file('q.csv', `${head}A,X,Ann,c,7.25\n`)], step: '0.5' })).toContain(
      '“7.25” lies between two marks, which are 0.5 apart.',
    );
    for (const step of ['0.3', '0', '2', 'half', '0.0001']) expect(await refused({ ballots, step })).toContain(`--step holds “${step}”`);
  });

  it('make half of what the same marks make on a scale twice as long, exactly, with the same places and chances', async () => {
    const one = await verdict({ ballots: [file('half.csv', head + rows(halves))], scale: '0-10', step: '0.5' });
    const two = await verdict({ ballots: [file('whole.csv', head + rows(String))], scale: '0-20' });
    expect([one.scale, two.scale]).toEqual([
      { min: 0, max: 10 },
      { min: 0, max: 20 },
    ]);
    const [first, second] = [one.categories[0]?.entries ?? [], two.categories[0]?.entries ?? []];
    expect(first.map(({ entry, rank, pFirst, rankInterval }) => [entry, rank, pFirst, rankInterval])).toEqual(
      second.map(({ entry, rank, pFirst, rankInterval }) => [entry, rank, pFirst, rankInterval]),
    );
    const value = (text: string | undefined) => (text ?? '').split('/').map(BigInt);
    for (const [i, { raw, corrected, ballots }] of first.entries()) {
      const [n = 0n, d = 1n] = value(raw?.fraction);
      const [n2 = 0n, d2 = 1n] = value(second[i]?.raw?.fraction);
      expect(2n * n * d2).toBe(n2 * d);
      expect(2 * (corrected ?? 0)).toBeCloseTo(second[i]?.corrected ?? 0, 4);
      for (const [b, { composite }] of ballots.entries()) {
        const [m = 0n, e = 1n] = value(composite);
        const [m2 = 0n, e2 = 1n] = value(second[i]?.ballots[b]?.composite);
        expect(2n * m * e2).toBe(m2 * e);
      }
    }
    expect(one.rules.criteria.map(({ scale }) => scale)).toEqual([
      { min: 0, max: 10, step: 0.5 },
      { min: 0, max: 10, step: 0.5 },
    ]);
    for (const [i, { effect }] of one.fit.judges.entries()) expect(2 * (effect ?? 0)).toBeCloseTo(two.fit.judges[i]?.effect ?? 0, 4);
  });

  it('are the same in rules, in short and at length, and beside whole marks under another criterion', async () => {
    const ballots = [file('half.csv', head + rows(halves))];
    const whole = await verdict({ ballots, scale: '0-10', step: '0.5' });
    for (const text of [
      'scale: 0-10 by 0.5\n',
      'scale: { min: 0, max: 10, step: 0.5 }\n',
      'scale: 0-10\nstep: .5\n',
      'criteria: { c: { weight: 1, scale: 0-10 by 0.5 }, d: { weight: 1, scale: 0-10 by 0.25 } }\n',
    ]) {
      const other = await verdict({ ballots, rules: file('r.yaml', text) });
      expect(other.categories[0]?.entries.map(({ raw }) => raw)).toEqual(whole.categories[0]?.entries.map(({ raw }) => raw));
    }
  });

  it('are guessed at in the judges’ units', async () => {
    const { rules } = await verdict({ ballots: [file('half.csv', head + rows(halves))], step: '0.5' });
    expect(rules.criteria[0]?.scale).toEqual({ min: 1, max: 10, step: 0.5 });
  });

  it('may be written with a decimal comma where columns are parted by semicolons', async () => {
    const one = await verdict({ ballots: [file('half.csv', head + rows(halves))], scale: '0-10', step: '0.5' });
    const two = await verdict({
      ballots: [file('comma.csv', (head + rows(halves)).replaceAll(',', ';').replaceAll('.', ','))],
      scale: '0-10',
      step: '0.5',
    });
    expect(two).toEqual(JSON.parse(JSON.stringify(one).replaceAll('half.csv', 'comma.csv')));
  });

  it('are held against gates, approval, high marks, floors and levels as judges gave them', async () => {
    const content = `${head}${[9.5, 9, 7].flatMap((mark, e) => ['Ann', 'Bo', 'Cy'].map((judge) => `${entries[e]},X,${judge},c,${mark}\n${entries[e]},X,${judge},open,${e === 2 ? 0.5 : 1}\n`)).join('')}`;
    const rules = (more: string) =>
      file('r.yaml', `step: 0.5\ncriteria: { c: { weight: 1, scale: 1-10 }, open: { gate: { from: 1 }, scale: 0-1 } }\n${more}`);
    const ballots = [file('g.csv', content)];
    const floors = await verdict({
      ballots,
      rules: rules('levels: [{ level: Gold, atLeast: 9.25, floors: [{ criterion: c, atLeast: 9.5 }] }]\n'),
    });
    expect(floors.categories[0]?.entries.map(({ entry, status, level }) => [entry, status, level])).toEqual([
      ['A', 'ranked', 'Gold'],
      ['B', 'ranked', null],
      ['C', 'not-eligible', null],
    ]);
    const approved = await verdict({ ballots, rules: rules('aggregation: { kind: approval, from: 9 }\n') });
    expect(approved.categories[0]?.entries.map(({ raw }) => raw?.fraction)).toEqual(['1', '1', undefined]);
  });
});

describe('what is shown of marks in halves', () => {
  it('is in the judges’ units: questions, the terminal, the report', async () => {
    // All marks 7.5 or 8, but for one of 0.5.
    const marks = Array.from({ length: 12 }, (_, e) =>
      judges.flatMap((judge, j) =>
        ['c', 'd', 'e'].map(
          (criterion, k) => `E${e},X,${judge},${criterion},${e === 3 && j === 2 && k === 1 ? 0.5 : 7.5 + ((e + j + k) % 2) / 2}\n`,
        ),
      ),
    );
    const slip = head + marks.flat().join('');
    const tallied = await tallyFiles({ ballots: [file('slip.csv', slip)], scale: '0-10', step: '0.5' });
    if (!tallied.ok) throw new Error(refusalText(tallied.refusals));
    const facts = tallied.value.verdict.checks.flatMap(({ flags }) => flags.map((flag) => flag.facts));
    const told = facts.flatMap(({ mark, usual }) => (typeof mark === 'number' && typeof usual === 'number' ? [[mark, usual]] : []));
    expect(told).toEqual([[0.5, expect.toSatisfy((usual) => usual === 7.5 || usual === 8)]]);
    const answer = await tallyAnswer({ ballots: [file('slip.csv', slip)], scale: '0-10', step: '0.5' }, plain);
    expect(answer.ok && [...answer.value.text].join('')).toContain('Scale: 0 to 10 by 0.5.');
    expect(reportPage(tallied.value, wordsFor('en')).includes('0–10 in steps of 0.5')).toBe(true);
  });

  it('and the template for judges takes them', async () => {
    const bytes = await templateBytes({ ballots: [], template: 't.xlsx', scale: '0-5', step: '0.5' });
    if (!bytes.ok) throw new Error('refused');
    const [instructions, sheet] = readWorkbook('t.xlsx', bytes.value);
    expect([...(instructions?.rows() ?? [])].map(({ cells }) => cells[0])).toContain('Criterion A: 0 to 5 in steps of 0.5.');
    expect(sheet?.name).toBe('Judge 1');
  });

  it('and a decision of people, which may be in halves and not in quarters', async () => {
    const ballots = [file('half.csv', head + rows(halves))];
    const decided = (mark: string) => ({
      ballots,
      scale: '0-10',
      step: '0.5',
      overrides: file('o.csv', `entry,category,judge,criterion,mark,who,why\nA,X,Bo,c,"${mark}",Chair,typed wrongly\n`),
    });
    for (const mark of ['9.5', '9,5']) {
      const tallied = await tallyFiles(decided(mark));
      if (!tallied.ok) throw new Error(refusalText(tallied.refusals));
      expect(tallied.value.overrides?.applied.map(({ was, is }) => [was, is])).toEqual([['6.5', '9.5']]);
    }
    expect(await refused(decided('9.25'))).toContain('is 9.25, and marks are 0.5 apart');
    expect(await refused(decided('10.5'))).toContain('is 10.5, but the scale runs from 0 to 10 by 0.5');
  });

  it('and a bundle, which both kinds of recount prove, in this language and in another', async () => {
    const bundle = join(folder, 'award.zip');
    const answer = await tallyAnswer({ ballots: [file('half.csv', head + rows(halves))], scale: '0-10', step: '0.5', bundle }, plain);
    if (!answer.ok) throw new Error(refusalText(answer.refusals));
    for (const { file: name, content } of answer.value.files) {
      if (!(content instanceof Uint8Array)) throw new Error(name);
      writeFileSync(name, content);
      const counted = recount(readBundle(name), recompute, { trusted: [], hash: nativeHash });
      expect([counted.agrees, counted.findings]).toEqual([true, []]);
      if (!existsSync(python)) continue;
      const { stdout } = spawnSync(python, [join(import.meta.dirname, '../../../../docs/recount/recount.py'), name], { encoding: 'utf8' });
      expect(stdout).toContain('All agrees.');
    }
  });
});
