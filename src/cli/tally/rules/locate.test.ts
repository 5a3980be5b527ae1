/** Refusals that come from the rules name the file, the line and the column, and blame no option nobody gave. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalText } from '../../tally.ts';
import { tallyFiles } from '../run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function refused(rules: string): Promise<string> {
  const [ballots, file] = [join(folder, 'b.csv'), join(folder, 'r.yaml')];
  writeFileSync(ballots, 'entry,category,judge,criterion,mark\nA,X,Ann,craft,7\nA,X,Ann,reach,8\n');
  writeFileSync(file, rules);
  const tallied = await tallyFiles({ ballots: [ballots], rules: file });
  return tallied.ok ? '' : refusalText(tallied.refusals).replaceAll(`${folder}/`, '');
}

describe('a refusal of the rules', () => {
  it.each<[string, string, string]>([
    [
      'a criterion nobody marked',
      'title: x\ncriteria:\n  craft: 1\n  reach: 1\n  crafd: 1\n',
      'r.yaml, line 5, column 10: the rules name “crafd”, but the ballots hold marks for: craft, reach.',
    ],
    [
      'a criterion they leave out',
      'title: x\ncriteria:\n  craft: 1\n',
      'r.yaml, line 3, column 3: the ballots hold marks for “reach”, but the criteria of the rules do not name it.',
    ],
    [
      'a scale upside down',
      'title: x\nscale: 10-1\n',
      'r.yaml, line 2, column 8: “scale” needs the lowest and the highest mark, whole numbers with the lowest first, such as 1-10',
    ],
    [
      'a criterion’s scale upside down',
      'criteria:\n  - { id: craft, scale: { min: 5, max: 1 } }\n  - { id: reach }\n',
      'r.yaml, line 2, column 25: “criteria[1].scale” needs the lowest and the highest mark',
    ],
    [
      'a step that is none',
      'scale: 1-10\nstep: 0.3\n',
      'r.yaml, line 2, column 7: “step” needs how far marks lie apart: 1, or a whole part of it such as 0.5; there is 0.3.',
    ],
    ['a list', '- craft\n- reach\n', 'r.yaml, line 1, column 1: rules are keys with values, a line each'],
    ['a word', 'craft\n', 'r.yaml, line 1, column 1: rules are keys with values'],
  ])('names its line for %s', async (_what, rules, sentence) => {
    const said = await refused(rules);
    expect(said).toContain(`  ${sentence}`);
    expect(said).not.toContain('--weights');
  });
});
