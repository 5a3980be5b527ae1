/** Reviews as HotCRP exports them: marks with their meaning, letters, drafts, reviewers and what is asked of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '#words/index.ts';
import { refusalText } from '../../tally.ts';
import { type Tallied, tallyFiles } from '../run.ts';

const { tally: say } = wordsFor('en');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reviews-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function tally(content: string, rules?: string): Promise<Tallied> {
  const ballots = [file('reviews.csv', content)];
  const tallied = await tallyFiles({ ballots, ...(rules === undefined ? { minJudges: '1' } : { rules: file('rules.yaml', rules) }) });
  if (!tallied.ok) throw new Error(refusalText(tallied.refusals).replaceAll(`${folder}/`, ''));
  return tallied.value;
}

const raw = ({ verdict }: Tallied) => verdict.categories[0]?.entries.map((entry) => [entry.entry, entry.raw?.fraction]);
const judges = ({ verdict }: Tallied) => verdict.fit.judges.map(({ judge }) => judge);
const criteria = ({ verdict }: Tallied) => verdict.rules.criteria.map(({ id }) => id);
const notes = ({ source }: Tallied) => source.notes.map((note) => say.note(note).replaceAll(`${folder}/`, ''));

const head = 'paper,title,review,reviewername,email,Overall merit,Reviewer expertise,Novelty,Comments for authors\n';
const reviews = `${head}1,Loom,1A,Ann Lee,ann@a.example,4. Accept,3. Knowledgeable,5,Good
1,Loom,1B,Bo Li,bo@a.example,2. Weak reject,1. None,3,"Hm, well"
2,Kiln,2A,Ann Lee,ann@a.example,5. Strong accept,4. Expert,4,Fine
2,Kiln,2B,Bo Li,bo@a.example,3 – Borderline,2. Some,4,Fine
3,Forge,3A,Ann Lee,ann@a.example,1 (Reject),2. Some,2,No
3,Forge,3B,Bo Li,bo@a.example,2. Weak reject,2. Some,2,No
`;

describe('reviews of HotCRP', () => {
  it('with the meaning beside each mark are read by their numbers, and that is said', async () => {
    const tallied = await tally(reviews);
    expect(raw(tallied)).toEqual([
      ['2 Kiln', '4'],
      ['1 Loom', '7/2'],
      ['3 Forge', '7/4'],
    ]);
    expect(notes(tallied)).toEqual([
      'Passed over in reviews.csv, as they hold no marks: Comments for authors.',
      'Not counted in reviews.csv, as they tell of the reviewer and not of the entry: Reviewer expertise (name them under criteria in the rules to count them).',
      'Marks with words beside them in reviews.csv: the number counts (Overall merit).',
      'reviews.csv has no column “category”: all its entries compete with each other.',
    ]);
  });

  it('count what is asked of the reviewer only where the rules name it', async () => {
    expect(criteria(await tally(reviews))).toEqual(['Novelty', 'Overall merit']);
    const named = await tally(reviews, 'scale: 1-5\nminimumPanel: 1\ncriteria: { Overall merit: 1, Novelty: 1, Reviewer expertise: 1 }\n');
    expect(criteria(named)).toEqual(['Overall merit', 'Novelty', 'Reviewer expertise']);
  });

  it('call reviewers by their names, and by their addresses where two have one name or none is there', async () => {
    expect(judges(await tally(reviews))).toEqual(['Ann Lee', 'Bo Li']);
    const alike =
      'paper,title,reviewername,email,c\n1,P,Ann Lee,a@x.example,4\n1,P,Ann Lee,b@x.example,3\n2,Q,,c@x.example,3\n2,Q,Ann Lee,a@x.example,3\n';
    expect(judges(await tally(alike))).toEqual(['Ann Lee (a@x.example)', 'Ann Lee (b@x.example)', 'c@x.example']);
  });

  it.each<[string, string]>([
    [
      'by a status',
      reviews.replace(head, head.replace('review,', 'review,status,')).replace(/^(\d),(\w+),(\w+),/gm, '$1,$2,$3,submitted,') +
        '1,Loom,,in progress,Cy,cy@a.example,5. Strong accept,1. None,5,\n',
    ],
    [
      'by a column that says whether it was submitted',
      reviews.replace(head, head.replace('review,', 'review,submitted,')).replace(/^(\d),(\w+),(\w+),/gm, '$1,$2,$3,yes,') +
        '1,Loom,1C,no,Cy,cy@a.example,5. Strong accept,1. None,5,\n',
    ],
    ['by the number that only submitted ones have', `${reviews}1,Loom,,Cy,cy@a.example,5. Strong accept,1. None,5,\n`],
  ])('leave out a draft, told %s, and say which row', async (_how, content) => {
    const tallied = await tally(content);
    expect(raw(tallied)).toEqual(raw(await tally(reviews)));
    expect(judges(tallied)).toEqual(['Ann Lee', 'Bo Li']);
    expect(notes(tallied)).toContain('Not counted in reviews.csv, as the review was not submitted: row 8.');
  });

  it('in letters are counted once the rules say what each is worth, and refused with how to say it before', async () => {
    const letters = reviews.replace(/(\d)(?=(?:\.| –| \() ?\w+[^,]*,\d\. )/g, (digit) => 'EDCBA'[Number(digit) - 1] ?? '');
    expect(letters).toContain('B. Accept');
    await expect(tally(letters)).rejects.toThrow(
      'reviews.csv, row 2, column “Overall merit”: “B. Accept” is no number, and what such a letter or word is worth is not for us to guess. Say it in the rules: criteria: { Overall merit: { marks: { A: 5, B: 4, C: 3, D: 2, E: 1 } } }.',
    );
    const rules = (marks: string) =>
      `scale: 1-5\nminimumPanel: 1\ncriteria:\n  Overall merit: { weight: 1, marks: ${marks} }\n  Novelty: 1\n`;
    expect(raw(await tally(letters, rules('{ A: 5, B: 4, C: 3, D: 2, E: 1 }')))).toEqual(raw(await tally(reviews)));
    await expect(tally(letters, rules('{ A: 5, B: 4, C: 3, E: 1 }'))).rejects.toThrow('row 3, column “Overall merit”: “D” is not a number');
  });
});

describe('other tables with one row a ballot', () => {
  it('may say beside a number what it means, as forms on the web do', async () => {
    const form = 'entry,judge,craft,reach\nA,Ann,5 - Excellent,4\nA,Bo,4 - Good,4\nB,Ann,3 - Fair,2\nB,Bo,1 - Poor,2\n';
    const tallied = await tally(form);
    expect(raw(tallied)).toEqual([
      ['A', '17/4'],
      ['B', '2'],
    ]);
    expect(notes(tallied)[0]).toBe('Marks with words beside them in reviews.csv: the number counts (craft).');
  });

  it('may hold words where the rules say what they are worth', async () => {
    const tallied = await tally(
      'entry,judge,fit\nA,Ann,Yes\nA,Bo,partly\nB,Ann,No\nB,Bo,Yes\n',
      'scale: 0-2\nminimumPanel: 1\ncriteria: { fit: { weight: 1, marks: { yes: 2, partly: 1, no: 0 } } }\n',
    );
    expect(raw(tallied)).toEqual([
      ['A', '3/2'],
      ['B', '1'],
    ]);
  });
});
