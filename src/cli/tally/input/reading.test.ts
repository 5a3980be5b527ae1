/** What is asked about, refused or said while ballots are read: scales, names, rounds, files given twice. */
import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recount } from '#core/record/bundle/recount.ts';
import { recompute } from '#core/verdict/recounted/recompute.ts';
import { nativeHash } from '#platform/crypto/hash.server.ts';
import { wordsFor } from '#words/index.ts';
import { readBundle } from '../../recount/read-bundle.ts';
import { refusalText } from '../../tally.ts';
import type { TallyOptions } from '../options.ts';
import { reportPage } from '../report/page.ts';
import { resultLines } from '../result-text.ts';
import { tallyFiles } from '../run.ts';

const { tally: say } = wordsFor('en');
const head = 'entry,category,judge,criterion,mark\n';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reading-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What is printed where a tally is refused, without the folder; the notes where it is not. */
async function told(content: string, options: Partial<TallyOptions> = {}, name = 'b.csv'): Promise<string> {
  const tallied = await tallyFiles({ ballots: [file(name, content)], ...(!options.rules && { minJudges: '1' }), ...options });
  const text = tallied.ok ? tallied.value.source.notes.map((note) => say.note(note)).join('\n') : refusalText(tallied.refusals);
  return text.replaceAll(`${folder}/`, '');
}

const judges = ['Ann', 'Bo', 'Cy', 'Dee'];
const entries = ['A', 'B', 'C', 'D', 'E'];

/** A mark of every judge on every entry, by a rule of their numbers. */
const rows = (mark: (judge: number, entry: number) => number | string): string =>
  entries.flatMap((entry, e) => judges.map((judge, j) => `${entry},X,${judge},craft,${mark(j, e)}\n`)).join('');

const usual = (judge: number, entry: number): number => 6 + ((3 * judge + 2 * entry) % 5);

describe('a scale nobody said', () => {
  it('is asked about where a judge marks on another than the rest, with a row and what to do', async () => {
    const mixed = head + rows((judge, entry) => (judge === 1 ? Math.ceil(usual(judge, entry) / 2) : usual(judge, entry)));
    expect(await told(mixed)).toBe(`No tally was made. 1 thing must be put right first:
  b.csv, row 3, column “mark”: the highest of the 5 marks of Bo is 5, while 100 of 100 marks of the others lie above 5: was Bo marking out of 5, and the others out of 10? If all were given the same scale, say it (--scale 1-10, or scale: in the rules); if not, bring the marks of Bo onto that of the others first.
`);
    expect(await told(mixed, { scale: '1-10' })).toBe('');
    expect(await told(mixed, { rules: file('r.yaml', 'scale: 1-10\n') })).toBe('');
  });

  it('is not stretched by one mark: that mark is named', async () => {
    for (const stray of [1000, -3, 80]) {
      const one = head + rows((judge, entry) => (judge === 2 && entry === 3 ? stray : usual(judge, entry)));
      const said = await told(one);
      expect(said).toContain(
        `b.csv, row 16, column “mark”: the mark of Cy for “craft” on “D” is ${stray}, and the other 19 marks lie within 1 to 10.`,
      );
      expect(said).toContain('1 thing');
    }
  });

  it('where a column is a criterion, the mark is named by it', async () => {
    const wide = `entry,category,judge,craft,reach\n${entries.flatMap((entry, e) => judges.map((judge, j) => `${entry},X,${judge},${usual(j, e)},${e === 2 && j === 0 ? 99 : 8}\n`)).join('')}`;
    expect(await told(wide)).toContain('b.csv, row 10, column “reach”: the mark of Ann');
  });
});

describe('a scale that was said', () => {
  it('is named in the refusal of a mark outside, and all such marks are refused in one run, zeros among them', async () => {
    const outside: Readonly<Record<string, number>> = { '0 1': 0, '1 3': 11, '2 0': 55, '3 4': 0 };
    const marks = entries.flatMap((entry, e) =>
      judges.map((judge, j) => `${entry},X,${judge},craft,${outside[`${j} ${e}`] ?? usual(j, e)}\n${entry},X,${judge},reach,7\n`),
    );
    const said = await told(head + marks.join(''), { scale: '1-10' });
    expect(
      [...said.matchAll(/row (\d+), column “mark”: .* is (\d+), but the scale runs from 1 to 10\./g)].map(([, row, mark]) => [row, mark]),
    ).toEqual([
      ['6', '55'],
      ['10', '0'],
      ['28', '11'],
      ['40', '0'],
    ]);
  });
});

describe('names', () => {
  it.each<[string, string, string, string]>([
    ['judges in capitals alone', 'A,X,ann,reach,7\n', 'the judge “ann” looks like “Ann” (row 2); they differ in capitals alone.', 'row 22'],
    [
      'entries in spaces alone',
      'A  1,X,Ann,craft,7\nA 1,X,Ann,craft,7\n',
      'the entry “A 1” looks like “A  1” (row 22); they differ in spaces alone.',
      'row 23',
    ],
    [
      'entries by a space that does not break',
      'A 1,X,Ann,craft,7\nA\u00a01,X,Ann,craft,7\n',
      'the entry “A⟨U+00A0⟩1” looks like “A 1” (row 22); they differ in spaces alone.',
      'row 23',
    ],
    [
      'criteria by what is not shown',
      'A,X,Ann,craf\u200bt,7\n',
      'the criterion “craf⟨U+200B⟩t” looks like “craft” (row 2); they differ by characters that are not shown.',
      'row 22',
    ],
    [
      'categories by a soft hyphen',
      'A,\u00adX,Ann,craft,7\n',
      'the category “⟨U+00AD⟩X” looks like “X” (row 2); they differ by characters that are not shown.',
      'row 22',
    ],
    [
      'entries by the shape of a quote',
      "D'Oro,X,Ann,craft,7\nD’Oro,X,Ann,craft,7\n",
      "the entry “D’Oro” looks like “D'Oro” (row 22); they differ by characters that look the same, such as quotes or dashes.",
      'row 23',
    ],
    [
      'entries by the width of letters',
      'Ａ,X,Ann,craft,7\n',
      'the entry “Ａ” looks like “A” (row 2); they differ by characters that look the same, such as quotes or dashes.',
      'row 22',
    ],
  ])('of %s are asked about, both spellings with their rows', async (_what, more, sentence, row) => {
    const said = await told(head + rows(usual) + more);
    expect(said).toContain(`  b.csv, ${row}: ${sentence} If they are one, write them alike; if they are two, add what tells them apart.\n`);
    expect(said).toContain('1 thing');
  });

  it('that are the same letters in another form of Unicode are one, and that is said', async () => {
    expect(await told(`${head}Caf\u00e9,X,Ann,craft,7\nCafe\u0301,X,Bo,craft,8\n`)).toBe(
      'Letters and accents written apart in b.csv (first in row 3) are read as one letter, so a name written both ways is one name.',
    );
  });

  it('with controls or changes of direction are refused, and never printed raw', async () => {
    const said = await told(`${head}\u001b[31mRed,X,Ann,craft,7\nA\u202eB,X,Bo\u0007,craft,8\n"Two\nlines",X,Cy,craft,8\n`);
    expect(said.match(/row (\d+), column “(\w+)”: .* \((U\+[0-9A-F]{4})\)/g)?.length).toBe(4);
    expect(said.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    const cell = await told(`${head}A,X,Ann,craft,\u001b[2J9\n`);
    expect(cell).toContain('“⟨U+001B⟩[2J9” is not a number');
    const named = await told(`${head}A,X,Ann,craft,nine\n`, {}, 'a\u001b[31m.csv');
    expect(named).toContain('a⟨U+001B⟩[31m.csv, row 2');
    const wide = await told('entry,judge,craft,Com\u001b[31mments\nA,Ann,7,fine\nB,Ann,7,\n');
    expect(wide).toContain('Passed over in b.csv, as they hold no marks: Com⟨U+001B⟩[31mments.');
    const ballots = [file('a\u001b[31m.csv', head + rows(usual))];
    const tallied = await tallyFiles({ ballots });
    if (!tallied.ok) throw new Error(refusalText(tallied.refusals));
    const written = [reportPage(tallied.value, wordsFor('en')), ...resultLines(tallied.value)].join('');
    expect(written.includes('a⟨U+001B⟩[31m.csv')).toBe(true);
    expect([...written].filter((character) => /\p{Cc}|[\u202a-\u202e]/u.test(character) && !'\n\t'.includes(character))).toEqual([]);
  });

  it('in rules with such characters are refused with line and column', async () => {
    const rules = file('r.yaml', 'title: "Best \\e[31mof"\ncriteria: { "cra\\u202eft": 1 }\n');
    const said = await told(head + rows(usual), { rules });
    expect(said).toContain('r.yaml, line 1, column 8: “Best ⟨U+001B⟩[31mof” holds');
    expect(said).toContain('r.yaml, line 2, column 13: “cra⟨U+202E⟩ft” holds');
  });

  it('that every object has are names like others', async () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const content = odd.flatMap((entry) => odd.map((judge) => `${entry},${entry},${judge},${judge},7\n`)).join('');
    const tallied = await tallyFiles({ ballots: [file('b.csv', head + content)], minJudges: '1' });
    if (!tallied.ok) throw new Error(refusalText(tallied.refusals));
    const { verdict } = tallied.value;
    expect(verdict.categories.map(({ category, entries: [first] }) => [category, first?.entry])).toEqual(
      [...odd].sort().map((name) => [name, name]),
    );
    expect(verdict.fit.judges.map(({ judge }) => judge)).toEqual([...odd].sort());
    expect(verdict.rules.criteria.map(({ id }) => id)).toEqual([...odd].sort());
    const bundle = join(folder, 'odd.zip');
    const answer = await tallyFiles({ ballots: [join(folder, 'b.csv')], minJudges: '1', bundle });
    for (const { file: name, content } of answer.ok ? answer.value.bundles : []) {
      if (content instanceof Uint8Array) writeFileSync(name, content);
      expect(recount(readBundle(name), recompute, { trusted: [], hash: nativeHash }).findings).toEqual([]);
    }
    expect(answer.ok && answer.value.bundles.length).toBe(2);
  });

  it('are refused where they are as long as a comment', async () => {
    expect(await told(`${head}${'word '.repeat(80)}end,X,Ann,craft,7\n`)).toMatch(
      /row 2, column “entry”: the name that begins “word .*” has 403 characters, and 300 is the most/,
    );
  });
});

describe('what is not to be passed over', () => {
  it('rounds nobody declared: one alone is said, two are refused', async () => {
    const withRound = (round: (row: number) => string) =>
      `entry,category,judge,criterion,mark,round\n${rows(usual)
        .trimEnd()
        .split('\n')
        .map((row, i) => `${row},${round(i)}\n`)
        .join('')}`;
    expect(await told(withRound(() => 'first'))).toContain(
      'b.csv has a column “round” that always says “first”; the rules declare no rounds',
    );
    const said = await told(withRound((row) => (row < 10 ? 'first' : 'final')));
    expect(said).toContain('b.csv, row 12: the column “round” says “final” here and “first” further up, but the rules declare no rounds');
    const wide = 'entry,judge,round,craft\nA,Ann,one,7\nB,Ann,two,7\n';
    expect(await told(wide)).toContain('b.csv, row 3: the column “round” says “two”');
  });

  it('the same file given twice, by whatever name', async () => {
    const first = file('b.csv', head + rows(usual));
    const [symbolic, hard] = [join(folder, 'symbolic.csv'), join(folder, 'hard.csv')];
    symlinkSync(first, symbolic);
    linkSync(first, hard);
    for (const again of [first, `${folder}/./b.csv`, symbolic, hard]) {
      const tallied = await tallyFiles({ ballots: [first, again] });
      expect(tallied.ok ? [] : tallied.refusals.map(({ code, facts }) => [code, facts.first])).toEqual([['tally.ballots-twice', first]]);
    }
  });

  it('a metric of the rules among the marks', async () => {
    const rules = file('r.yaml', 'scale: 1-10\nmetrics:\n  speed: { weight: 20, breakpoints: { 60: 1, 95: 10 } }\n');
    const said = await told(`${head}${rows(usual)}A,X,Ann,speed,82.5\nB,X,Ann,speed,90\n`, { rules });
    expect(said).toContain('1 thing');
    expect(said).toContain('b.csv, row 22, column “mark”: “speed” is a metric of the rules, and here it stands among the marks of Ann.');
  });
});
