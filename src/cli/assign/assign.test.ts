import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitToSeed } from '#core/assignment/seed-commitment.ts';
import { wordsFor } from '#words/index.ts';
import type { explainPair } from './explain.ts';
import type { AssignOptions } from './options.ts';
import { assignFiles } from './run.ts';
import type { summaryOf } from './summary.ts';

const root = resolve(import.meta.dirname, '../../..');
const example = (name: string) => join(root, 'docs/examples', name);
const shipped = { entries: example('entries.csv'), judges: example('judges.csv'), pairs: example('pairs.csv') };
const { problems } = wordsFor('en');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assign-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const usual = {
  perEntry: '3',
  minLoad: '2',
  maxLoad: '5',
  seed: '2026',
  onePanel: '0',
  firstYearShare: '40',
  loadCost: '0',
  floor: '0',
  bridge: true,
};

async function answer(options: Partial<AssignOptions>) {
  const result = await assignFiles({ ...shipped, ...usual, ...options });
  if (!result.ok) throw new Error(result.refusals.map(({ code, facts }) => problems[code].detail(facts)).join('\n'));
  return { summary: result.value.json as ReturnType<typeof summaryOf>, csv: result.value.seats?.csv ?? '', json: result.value.json };
}

async function refusals(options: Partial<AssignOptions>): Promise<string[]> {
  const result = await assignFiles({ ...shipped, ...usual, ...options });
  return result.ok
    ? []
    : result.refusals.map(({ code, facts }) =>
        `${code} ${[facts.row, facts.column].filter((fact) => fact !== undefined).join(' ')}`.trim(),
      );
}

const panels = (csv: string) =>
  Map.groupBy(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')),
    ([entry]) => entry ?? '',
  );

describe('an assignment of the example', () => {
  it('is proven the cheapest, with three judges each, a lead, and nobody where a conflict is', async () => {
    const { summary, csv } = await answer({});
    expect(summary).toMatchObject({
      entries: 8,
      judges: 8,
      seats: 24,
      cost: 3350,
      proof: { optimal: true, bound: 3350, gap: 0, pairsPriced: 56 },
    });
    expect(summary.loads).toMatchObject({ least: 2, most: 5, shortfall: 0 });
    const leads = new Set(['Amara Osei', 'Ben Whitlock', 'Carmen Ruiz', 'Mei Tanaka']);
    for (const seats of panels(csv).values()) {
      expect(seats.length).toBe(3);
      expect(seats.some(([, judge]) => leads.has(judge ?? ''))).toBe(true);
    }
    const forbidden = [
      'Orchard Street Bank,Grace Tan',
      'Pelham Mutual,Mei Tanaka',
      'Northfield Rail,Ben Whitlock',
      'Brightwell Energy,Farid Haddad',
      'Tern Valley Buses,Eva Lindqvist',
    ];
    for (const pair of forbidden) expect(csv).not.toContain(pair);
  });

  it('is the same however the rows of all files lie', async () => {
    const turned = Object.fromEntries(
      Object.entries(shipped).map(([name, path]) => {
        const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
        return [name, file(`turned-${name}.csv`, [head, ...rows.reverse()].join('\r\n'))];
      }),
    );
    for (const onePanel of ['0', '15']) expect((await answer({ ...turned, onePanel })).csv).toBe((await answer({ onePanel })).csv);
  });

  it('keeps every other seat when a judge drops out', async () => {
    const first = (await answer({})).csv;
    const seats = file('first.csv', first);
    const { csv, summary } = await answer({ keep: seats, dropOut: ['Dilip Rao'], minLoad: '0' });
    const kept = first
      .trim()
      .split('\n')
      .filter((line) => !line.includes(',Dilip Rao,'));
    for (const line of kept) expect(csv.split('\n')).toContain(line);
    expect(csv).not.toContain('Dilip Rao');
    expect([summary.seats, summary.kept, summary.released.map(({ judge }) => judge)]).toEqual([24, 22, ['Dilip Rao', 'Dilip Rao']]);
  });

  it('releases a kept seat whose judge has declared a conflict since', async () => {
    const seats = file('before.csv', (await answer({})).csv);
    const pairs = file('since.csv', 'entry,judge,affinity\nTern Valley Buses,Grace Tan,conflict\n');
    const { csv, summary } = await answer({ keep: seats, pairs });
    expect(summary.released).toEqual([{ entry: 'Tern Valley Buses', judge: 'Grace Tan', row: expect.any(Number) }]);
    expect(csv).not.toContain('Tern Valley Buses,Grace Tan');
    expect(panels(csv).get('Tern Valley Buses')).toHaveLength(3);
  });

  it('explains a pair by what the other way would cost', async () => {
    expect((await answer({ why: 'Calder Housing,Grace Tan' })).json).toMatchObject({
      kind: 'weighed',
      seated: false,
      cost: 3350,
      otherwise: 3850,
      difference: 500,
      going: ['Ben Whitlock'],
    });
    expect((await answer({ why: 'Pelham Mutual,Mei Tanaka' })).json).toMatchObject({ kind: 'forbidden', reason: 'conflict' });
  });

  it('says in words what was made, who has nothing to read, and what whole panels cost', async () => {
    const tight = await assignFiles({ ...shipped, ...usual, onePanel: '15' });
    expect(tight.ok && tight.value.words).toEqual([
      '24 seats: 3 judges an entry, 2 to 5 entries a judge.',
      'One panel for all entries of Complaint handling: whoever is harsh there is harsh to all. Loads and conflicts leave none for Contact centre of the year.',
      'It costs 6250, 87 % above the 3350 that no assignment can go below. That is the price of whole panels; --one-panel 0 does without them.',
      'Least well served is Calder Housing: its judges’ affinity is 500 of 1000, the mean 740.',
      'Efficiency is 0.50, under 0.90: so much is left to tell entries apart by once the judges’ harshness is estimated. No design of as many entries, judges and seats has more than 0.76.',
      'No seats were exchanged to better it: with so few entries a judge no exchange brings it to 0.90. Fewer judges in all, or more on an entry, can.',
    ]);
    const { maxLoad: _, ...unlimited } = usual;
    const idle = await assignFiles({ ...shipped, ...unlimited, minLoad: '0', seed: '1', onePanel: '15' });
    expect(idle.ok && idle.value.words.slice(1, 4)).toEqual([
      'Nothing to read for Ben Whitlock, Farid Haddad, and Grace Tan. --min-load gives each judge so many entries, as far as that can be.',
      'One panel for all entries of Complaint handling and Contact centre of the year: whoever is harsh there is harsh to all.',
      'It costs 5000, 49 % above the 3350 that no assignment can go below. That is the price of whole panels; --one-panel 0 does without them.',
    ]);
    const proven = await assignFiles({ ...shipped, ...usual });
    expect(proven.ok && proven.value.words[1]).toBe('It costs 3350, and none under these rules can cost less: proven.');
  });

  it.each(['15', '0'])('explains every pair of the assignment that is made, with one panel up to %s entries', async (onePanel) => {
    const { csv, summary } = await answer({ onePanel });
    for (const [entry, seats] of panels(csv)) {
      for (const judge of Object.keys(summary.loads.byJudge)) {
        const sits = seats.some(([, seated]) => seated === judge);
        const { json } = await answer({ onePanel, why: `${entry},${judge}` });
        const why = json as ReturnType<typeof explainPair>;
        const told = 'seated' in why && why.seated;
        const cost = 'cost' in why ? why.cost : summary.objective;
        expect([told, cost]).toEqual([sits, summary.objective]);
      }
    }
    const panelled = (await answer({ onePanel, why: 'Quayside Clinics,Carmen Ruiz' })).json as { readonly words: string };
    expect(panelled.words.includes('“Complaint handling” has one panel for all its entries')).toBe(onePanel === '15');
  });

  it('explains a pair beside the seats that are kept', async () => {
    const keep = file('kept.csv', (await answer({})).csv);
    expect((await answer({ keep, why: 'Pelham Mutual,Dilip Rao' })).json).toMatchObject({
      kind: 'kept',
      words: 'Dilip Rao sat on Pelham Mutual before, and seats that stood stay (--keep).',
    });
  });

  it('is refused under another seed than the one committed to', async () => {
    expect(await refusals({ commitment: commitToSeed('2025') })).toEqual(['assign.seed-not-committed']);
    expect(await refusals({ commitment: commitToSeed('2026') })).toEqual([]);
  });
});

describe('bad input is named with its place', () => {
  const entries = (rows: string) => file('bad-entries.csv', rows);
  const judges = (rows: string) => file('bad-judges.csv', rows);
  const pairs = (rows: string) => file('bad-pairs.csv', `entry,judge,affinity\n${rows}`);

  it.each<[string, () => Partial<AssignOptions>, string[]]>([
    ['an empty file', () => ({ entries: entries('') }), ['csv.empty']],
    ['a header alone', () => ({ judges: judges('judge\n') }), ['csv.no-rows']],
    ['bars', () => ({ entries: entries('entry|category\nE1|a\n') }), ['csv.wrong-delimiter 1']],
    [
      'a list of topics without quotes in a file of semicolons',
      () => ({ entries: entries('entry;topics\nE1;a;b\n') }),
      ['csv.row-shape 2'],
    ],
    ['no column of names', () => ({ judges: judges('name\nAnn\n') }), ['csv.missing-column 1 judge']],
    ['a name left empty', () => ({ entries: entries('entry,category\nE1,a\n,b\n') }), ['csv.cell-empty 3 entry']],
    [
      'an entry twice',
      () => ({ entries: entries('entry,category\nE1,Complaint handling\nE2,Contact centre of the year\nE1,Complaint handling\n') }),
      ['assign.name-twice 4 entry'],
    ],
    ['a judge twice', () => ({ judges: judges('judge\nAnn\nAnn\n') }), ['assign.name-twice 3 judge']],
    ['a lead that is perhaps one', () => ({ judges: judges('judge,lead\nAnn,perhaps\n') }), ['assign.flag-not-readable 2 lead']],
    ['a limit that is no number', () => ({ judges: judges('judge,max_load\nAnn,few\n') }), ['csv.bad-number 2 max_load']],
    ['a limit under nought', () => ({ judges: judges('judge,max_load\nAnn,-1\n') }), ['csv.bad-number 2 max_load']],
    ['an affinity over 1000', () => ({ pairs: pairs('Pelham Mutual,Grace Tan,1001\n') }), ['assign.affinity-not-readable 2 affinity']],
    ['an affinity with decimals', () => ({ pairs: pairs('Pelham Mutual,Grace Tan,0.5\n') }), ['assign.affinity-not-readable 2 affinity']],
    [
      'an affinity that is not a number',
      () => ({ pairs: pairs('Pelham Mutual,Grace Tan,NaN\n') }),
      ['assign.affinity-not-readable 2 affinity'],
    ],
    ['a pair of nobody', () => ({ pairs: pairs('Pelham Mutual,Nobody,5\n') }), ['assign.unknown-name 2 judge']],
    ['a pair twice', () => ({ pairs: pairs('Pelham Mutual,Grace Tan,5\nPelham Mutual,Grace Tan,6\n') }), ['assign.pair-twice 3']],
    ['a file that is not there', () => ({ entries: join(folder, 'absent.csv') }), ['csv.unreadable-file']],
    ['least above most', () => ({ minLoad: '6' }), ['assign.loads-crossed']],
    ['numbers in words', () => ({ perEntry: 'three', seed: '1' }), ['assign.option-not-readable']],
    ['a drop-out nobody knows', () => ({ dropOut: ['Nobody'] }), ['assign.unknown-name judge']],
    ['a question about nobody', () => ({ why: 'Pelham Mutual,Nobody' }), ['assign.unknown-name judge']],
    ['more seats than there are judges', () => ({ perEntry: '9' }), ['assign.impossible']],
    [
      'everyone in conflict',
      () => ({
        pairs: pairs(
          readFileSync(shipped.judges, 'utf8')
            .trim()
            .split('\n')
            .slice(1)
            .map((row) => `Pelham Mutual,${row.split(',')[0]},conflict\n`)
            .join(''),
        ),
      }),
      ['assign.impossible'],
    ],
  ])('%s', async (_, options, expected) => {
    expect(await refusals(options())).toEqual(expected);
  });

  it('reads a byte order mark and UTF-16 as what they say', async () => {
    const text = readFileSync(shipped.entries, 'utf8');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const bytes of [Buffer.from(`\ufeff${text}`), utf16])
      expect((await answer({ entries: file('marked.csv', bytes) })).summary.cost).toBe(3350);
  });

  it('an impossible demand is told by the entry, its conflicts and what remains', async () => {
    const names = readFileSync(shipped.judges, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[0]);
    const conflicts = names.slice(0, 6).map((name) => `Pelham Mutual,${name},conflict\n`);
    const result = await assignFiles({ ...shipped, ...usual, pairs: pairs(conflicts.join('')) });
    const told = result.ok ? '' : result.refusals.map(({ code, facts }) => problems[code].detail(facts)).join();
    expect(told).toContain('Pelham Mutual needs 3 seats. 6 pairs are kept out by a declared conflict');
    expect(told).toContain('There are 8 judges in all.');
  });
});

describe('the command', () => {
  const run = (...words: string[]) =>
    spawnSync(
      process.execPath,
      [join(root, 'src/cli/main.ts'), 'assign', '--entries', shipped.entries, '--judges', shipped.judges, '--seed', '1', ...words],
      { encoding: 'utf8', cwd: folder },
    );

  it('writes the seats whole and the summary as JSON', () => {
    const out = join(folder, 'seats.csv');
    const { status, stdout } = run('--per-entry', '3', '--out', out);
    expect([status, (JSON.parse(stdout) as { seats: number }).seats]).toEqual([0, 24]);
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(26);
  });

  it('leaves what was there, prints nothing and ends with 1 when the demand is refused', () => {
    const out = join(folder, 'standing.csv');
    writeFileSync(out, 'as it was');
    const before = readdirSync(folder);
    const { status, stdout, stderr } = run('--per-entry', '9', '--out', out);
    expect([status, stdout, readFileSync(out, 'utf8'), readdirSync(folder)]).toEqual([1, '', 'as it was', before]);
    expect(stderr).toContain('No assignment can meet this demand.');
  });

  it('makes a seed with the commitment it opens', () => {
    const { stdout } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'assign', 'new-seed'], { encoding: 'utf8' });
    const { seed, commitment } = JSON.parse(stdout) as { seed: string; commitment: string };
    expect([seed.length, commitToSeed(seed)]).toEqual([64, commitment]);
  });

  it('ends with 1 where the seats cannot be written, and with 2 where it was not understood', () => {
    const out = join(folder, 'nowhere', 'seats.csv');
    expect([run('--per-entry', '3', '--out', out).status, existsSync(out)]).toEqual([1, false]);
    expect([run('--per-entry', '3', '--tallest').status, run().status]).toEqual([2, 2]);
  });
});
