/** What is refused or named of a workbook's hidden sheets, of decisions with several faults, and of judges called alike. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zip } from '#platform/formats/zip.server.ts';
import { wordsFor } from '#words/index.ts';
import { refusalText } from '../../tally.ts';
import { tallyFiles } from '../run.ts';
import { templateBytes } from '../template.ts';

const { tally: say } = wordsFor('en');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'told-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

type Drawn = { readonly name: string; readonly state?: string; readonly rows: readonly (readonly string[])[] };

/** A workbook some of whose sheets a spreadsheet does not show. */
function book(sheets: readonly Drawn[]): Buffer {
  const part = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`;
  const list = sheets.map(({ name, state }, i) => `<sheet name="${name}"${state ? ` state="${state}"` : ''} r:id="r${i}"/>`);
  return zip([
    part('_rels/.rels', `<Relationships>${relation('r', 'officeDocument', '/xl/workbook.xml')}</Relationships>`),
    part('xl/workbook.xml', `<workbook><sheets>${list.join('')}</sheets></workbook>`),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${sheets.map((_, i) => relation(`r${i}`, 'worksheet', `worksheets/s${i}.xml`)).join('')}</Relationships>`,
    ),
    ...sheets.map(({ rows }, i) => {
      const cells = rows.map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`);
      return part(`xl/worksheets/s${i}.xml`, `<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`);
    }),
  ]);
}

/** What is refused, without the folder; the notes where nothing is. */
async function told(ballots: string, overrides?: string): Promise<string> {
  const tallied = await tallyFiles({ ballots: [ballots], minJudges: '1', scale: '0-10', ...(overrides && { overrides }) });
  const text = tallied.ok ? tallied.value.source.notes.map((note) => say.note(note)).join('\n') : refusalText(tallied.refusals);
  return text.replaceAll(`${folder}/`, '');
}

const head = ['entry', 'category', 'craft'];
const ann = { name: 'Ann', rows: [head, ['A', 'X', '7'], ['B', 'X', '6']] };

describe('a hidden sheet', () => {
  it.each(['hidden', 'veryHidden'])('that holds a judge’s marks is refused by name, with what to do (%s)', async (state) => {
    const bo = { name: 'Bo', state, rows: [head, ['A', 'X', '2'], ['B', 'X', '9']] };
    expect(await told(file('hidden.xlsx', book([ann, bo])))).toBe(`No tally was made. 1 thing must be put right first:
  hidden.xlsx: the sheet “Bo” is hidden and holds marks. If they count, show the sheet (in the spreadsheet: Unhide); if they do not, delete it.
`);
  });

  it('of marks in long form is refused too', async () => {
    const rows = [
      ['entry', 'category', 'judge', 'criterion', 'mark'],
      ['A', 'X', 'Bo', 'craft', '2'],
    ];
    expect(await told(file('long.xlsx', book([ann, { name: 'Old', state: 'hidden', rows }])))).toContain('“Old” is hidden and holds marks');
  });

  it('without marks is named and passed over', async () => {
    const lists = {
      name: 'Lists',
      state: 'hidden',
      rows: [
        ['entry', 'category'],
        ['A', 'X'],
        ['B', 'X'],
      ],
    };
    const notes = { name: 'Notes', state: 'hidden', rows: [['ask Mei about lunch']] };
    expect(await told(file('notes.xlsx', book([ann, lists, notes])))).toBe(
      'Hidden sheets in notes.xlsx, passed over as they hold no marks: Lists and Notes.',
    );
  });
});

it('everything wrong with decisions is told in one go, in order of rows', async () => {
  const ballots = file('b.csv', 'entry,category,judge,criterion,mark\nA,X,Ann,craft,7\nA,X,Bo,craft,8\nB,X,Ann,craft,6\n');
  const overrides = file(
    'o.csv',
    'entry,category,judge,criterion,mark,who,why\nA,X,Ann,craft,8,,slip\nA,X,Nobody,craft,8,Chair,slip\nA,X,Bo,craft,99,Chair,slip\nB,X,Nobody,craft,nine,Chair,slip\nB,X,Someone,craft,77,Chair,slip\n',
  );
  const said = await told(ballots, overrides);
  expect(said.split('\n').flatMap((line) => /^ {2}o\.csv, row (\d+)/.exec(line)?.[1] ?? [])).toEqual(['2', '3', '4', '5', '5', '6', '6']);
  expect(said).toContain('7 things must be put right first');
});

describe('a template', () => {
  const made = async (judges: string): Promise<string> => {
    const bytes = await templateBytes({ ballots: [], template: 't.xlsx', judges });
    return bytes.ok ? 'made' : refusalText(bytes.refusals);
  };

  it('is refused for judges nobody can tell apart, and for one named twice', async () => {
    expect(await made('Ruth, ruth')).toContain(
      'the judge “ruth” looks like “Ruth”; they differ in capitals alone. If they are one, write them alike; if they are two, add what tells them apart.',
    );
    expect(await made('Ruth,Mei,Ruth')).toContain(
      'the judge “Ruth” is named twice. Name it once; if they are two, add what tells them apart.',
    );
    expect(await made('Ruth C,Ruth D')).toBe('made');
  });
});
