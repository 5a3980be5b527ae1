import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presets } from '#core/ranking/presets/presets.ts';
import type { Verdict } from '#core/verdict/verdict.ts';
import { tallyAnswer } from '../../tally.ts';
import type { TallyOptions } from '../options.ts';
import { presetsText } from './presets-text.ts';

const plain = { heading: (text: string) => text, winner: (text: string) => text };
const preset = 'stevie-sales-customer-service';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'presets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Marks of five judges on each entry. */
function ballots(marks: Readonly<Record<string, readonly number[]>>): string {
  const rows = Object.entries(marks).flatMap(([entry, given]) => given.map((mark, judge) => `${entry},X,J${judge},c,${mark}`));
  return file('ballots.csv', `entry,category,judge,criterion,mark\n${rows.join('\n')}\n`);
}

async function run(options: Partial<TallyOptions>) {
  const result = await tallyAnswer({ ballots: [], ...options }, plain);
  if (!result.ok) return result.refusals.map(({ code, facts: { row, column, option } }) => ({ code, row, column, option }));
  return [...result.value.text].join('');
}

async function verdict(options: Partial<TallyOptions>): Promise<Verdict> {
  const text = await run({ ...options, json: true });
  if (typeof text !== 'string') throw new Error(JSON.stringify(text));
  return JSON.parse(text) as Verdict;
}

const won = ({ categories }: Verdict) => categories.flatMap(({ entries }) => entries.map(({ entry, level }) => [entry, level]));

describe('a tally by a preset', () => {
  // 39/5 = 7.8, 31/4 = 7.75 of four judges alone, 38/5 = 7.6.
  const field = { A: [8, 8, 8, 8, 7], B: [8, 8, 8, 7], C: [8, 8, 8, 7, 7] };

  it('takes its scale, panel and levels: 7.8 is Gold, 7.6 nothing, four judges no panel of five', async () => {
    const { rules, categories, ...rest } = await verdict({ ballots: [ballots({ ...field, D: [6, 6, 6, 6, 6] })], preset });
    expect(won({ rules, categories, ...rest })).toEqual([
      ['A', 'Gold'],
      ['C', null],
      ['D', null],
      ['B', null],
    ]);
    expect([rules.minimumPanel, rules.criteria[0]?.scale, categories[0]?.entries[3]?.status]).toEqual([
      5,
      { min: 1, max: 10 },
      'insufficient',
    ]);
  });

  it('gives way to what the file of rules says beside it, key by key', async () => {
    const rules = file('beside.yaml', `preset: ${preset}\nminimumPanel: 4\nlevels: [{ level: Top, atLeast: 7.75 }]\n`);
    const found = await verdict({ ballots: [ballots(field)], rules });
    expect([won(found), found.rules.criteria[0]?.scale]).toEqual([
      [
        ['A', 'Top'],
        ['B', 'Top'],
        ['C', null],
      ],
      { min: 1, max: 10 },
    ]);
  });

  it('gives way to options, and may stand beside a file that names none', async () => {
    const bare = file('bare.yaml', 'minimumPanel: 4\n');
    const [byOption, byFile] = [{ minJudges: '4' }, { rules: bare }];
    expect(won(await verdict({ ballots: [ballots(field)], preset, ...byOption }))).toEqual([
      ['A', 'Gold'],
      ['B', 'Stevie'],
      ['C', null],
    ]);
    expect((await verdict({ ballots: [ballots(field)], preset, ...byFile })).rules.minimumPanel).toBe(4);
  });

  it('adds points to levels of the file by their names: 3 for Gold, 1.5 for Bronze', async () => {
    const rules = file(
      'points.yaml',
      'preset: stevie-great-employers\nvotes: null\nminimumPanel: 1\nlevels: [{ level: Gold, top: 1 }, { level: Bronze, atLeast: 7, points: 2 }, { level: Own }]\n',
    );
    const found = await verdict({ ballots: [ballots(field)], rules });
    expect(found.rules.levels.map(({ points }) => points)).toEqual(['3', '2', undefined]);
  });

  it('says whose rules they are and what their source leaves open', async () => {
    const text = await run({ ballots: [ballots(field)], preset });
    expect(
      text,
    ).toContain(`Rules of Stevie Awards for Sales & Customer Service, as sales.stevieawards.com/ru/judges/judging-awards-process had them; what the rules or options say beside them holds.
The source leaves open which criteria there are, what each weighs, what breaks a tie, and what the level between the thresholds is called: of these the rules, the options or the defaults shown here decide.
`);
  });

  it.each<[string, Partial<TallyOptions>, object[]]>([
    ['in a file', { rules: 'preset: stevie-sale\n' }, [{ code: 'rules.unknown-preset', row: 1, column: 9 }]],
    ['by option', { preset: 'stevie-sale' }, [{ code: 'rules.unknown-preset' }]],
    ['twice', { rules: `preset: ${preset}\n`, preset }, [{ code: 'tally.option-beside-rules', option: 'preset' }]],
    ['that is no name', { rules: 'preset: 7\n' }, [{ code: 'rules.not-valid', row: 1, column: 9 }]],
  ])('is refused for a preset named wrongly: %s', async (_what, { rules, ...options }, refusals) => {
    const named = rules === undefined ? {} : { rules: file('wrong.yaml', rules) };
    expect(await run({ ballots: [ballots(field)], ...options, ...named })).toMatchObject(refusals);
  });
});

describe('the list of presets', () => {
  it('names each with what it says and leaves open', () => {
    const blocks = presetsText().trimEnd().split('\n\n');
    expect(blocks.map((block) => block.split('\n')[0])).toEqual(presets.map(({ id }) => id));
    expect(blocks[1]).toBe(`stevie-technology
  Stevie Awards for Technology Excellence (stevies-tech.secure-platform.com/site/page/the-awards/awards-process)
  Gold: the highest
  Silver: 8.25 or more
  Bronze: 7.75 or more
  Left open: which criteria there are, what each weighs, the scale of marks, how ballots become a score, how many judges an entry needs, what breaks a tie, and whether the highest needs a minimum to be Gold`);
  });
});
