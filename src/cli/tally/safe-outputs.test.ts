/** No command that writes takes the place of what it read, by whatever name, and what fails leaves everything as it was. */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '#core/problems/problem.ts';
import { makeBundles } from '#tests/support/tally/bundles.ts';
import { register as registerAssign } from '../assign.ts';
import { register as registerRecount } from '../recount.ts';
import { register as registerTally } from '../tally.ts';
import { writeAll } from './outputs.ts';

const root = resolve(import.meta.dirname, '../../..');
const examples = join(root, 'docs/examples');

let folder: string;
let before: string;
beforeEach(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'safe-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = undefined;
});

/** Every file here with its bytes: what has to be the same afterwards. */
const everything = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')]),
  );

/** A command in this process: what it says where it refuses. */
async function command(...words: string[]): Promise<string> {
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((piece) => {
    said += String(piece);
    return true;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const program = new Command().exitOverride();
  for (const register of [registerTally, registerAssign, registerRecount]) register(program);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code;
  } finally {
    vi.restoreAllMocks();
  }
  return process.exitCode ? said : 'done';
}

const rules =
  'criteria: { c: 1 }\nscale: 0-10\nminimumPanel: 2\nmetrics: { hours: { weight: 1, breakpoints: { 0: 10, 9: 1 } } }\nvotes: { each: 0.001 }\n';
const inputs: Readonly<Record<string, string>> = {
  'ballots.csv': `entry,category,judge,criterion,mark\n${['A', 'B', 'C'].flatMap((entry) => ['J', 'K'].map((judge) => `${entry},X,${judge},c,7\n`)).join('')}`,
  'rules.yaml': rules,
  'metrics.csv': 'entry,category,metric,value\nA,X,hours,1\nB,X,hours,2\nC,X,hours,3\n',
  'votes.csv': 'entry,category,votes\nA,X,1\nB,X,2\nC,X,3\n',
  'overrides.csv': 'entry,category,judge,criterion,mark,who,why\nA,X,J,c,8,the chair,slip\n',
};
const read = [
  '--ballots',
  'ballots.csv',
  '--rules',
  'rules.yaml',
  '--metrics',
  'metrics.csv',
  '--votes',
  'votes.csv',
  '--overrides',
  'overrides.csv',
];

function layInputs(): void {
  for (const [name, text] of Object.entries(inputs)) writeFileSync(name, text);
}

describe('a tally', () => {
  const written = ['--out', '--report', '--workbook', '--bundle'];
  it.each(Object.keys(inputs).flatMap((input) => written.map((option) => [option, input] as const)))(
    'writes no %s in the place of %s',
    async (option, input) => {
      layInputs();
      const whole = everything();
      expect(await command('tally', ...read, option, input)).toContain(
        `${input} would take the place of what was read. Nothing was written.`,
      );
      expect(everything()).toEqual(whole);
    },
  );

  it('writes no public bundle in the place of a file it read either', async () => {
    layInputs();
    copyFileSync('ballots.csv', 'award.public.zip');
    const whole = everything();
    const words = read.map((word) => (word === 'ballots.csv' ? 'award.public.zip' : word));
    expect(await command('tally', ...words, '--bundle', 'award.zip')).toContain('award.public.zip would take the place');
    expect(everything()).toEqual(whole);
  });

  it.each<[string, (name: string) => void]>([
    ['./x/../ballots.csv', () => mkdirSync('x')],
    ['a link to it', (name) => symlinkSync('ballots.csv', name)],
    ['another name of the same file', (name) => linkSync('ballots.csv', name)],
    [
      'a linked folder/ballots.csv',
      () => {
        symlinkSync('.', 'a linked folder');
      },
    ],
  ])('is not deceived by %s', async (name, make) => {
    layInputs();
    make(name);
    const whole = everything();
    expect(await command('tally', ...read, '--out', name)).toContain('would take the place of ballots.csv, which was read');
    expect(everything()).toEqual(whole);
  });

  it('writes no two results into one file, spelt in two ways or through a link', async () => {
    layInputs();
    symlinkSync('.', 'here');
    const whole = everything();
    expect(await command('tally', ...read, '--out', 'r', '--report', './r')).toContain('r is named for two results');
    expect(await command('tally', ...read, '--out', 'r', '--report', 'here/r')).toContain(
      'here/r is named for two results (r is the same file)',
    );
    expect(await command('tally', ...read, '--workbook', 'b.public.zip', '--bundle', 'b.zip')).toContain(
      'b.public.zip is named for two results',
    );
    expect(everything()).toEqual(whole);
  });

  it('writes no template in the place of its entries or rules, and no key is lost to a result', async () => {
    layInputs();
    writeFileSync('entries.csv', 'entry,category\nA,X\n');
    const whole = everything();
    expect(await command('tally', '--template', 'entries.csv', '--entries', 'entries.csv')).toContain('entries.csv would take the place');
    expect(await command('tally', '--template', 'rules.yaml', '--rules', 'rules.yaml')).toContain('rules.yaml would take the place');
    writeFileSync('key.pem', generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
    expect(await command('tally', ...read, '--bundle', 'b.zip', '--sign', 'key.pem', '--out', 'key.pem')).toContain(
      'key.pem would take the place',
    );
    rmSync('key.pem', { force: true });
    expect(everything()).toEqual(whole);
  });

  it('replaces the file a link leads to, and keeps the link', async () => {
    layInputs();
    writeFileSync('real.json', 'old');
    symlinkSync('real.json', 'link.json');
    expect(await command('tally', ...read, '--out', 'link.json')).toBe('done');
    expect([readlinkSync('link.json'), readFileSync('real.json', 'utf8').slice(0, 2)]).toEqual(['real.json', '{\n']);
  });
});

it('seats take the place of no table they were made from', async () => {
  for (const name of ['entries.csv', 'judges.csv', 'pairs.csv']) copyFileSync(join(examples, name), name);
  copyFileSync('pairs.csv', 'kept.csv');
  symlinkSync('pairs.csv', 'link.csv');
  const whole = everything();
  const given = [
    '--entries',
    'entries.csv',
    '--judges',
    'judges.csv',
    '--pairs',
    'pairs.csv',
    '--keep',
    'kept.csv',
    '--per-entry',
    '3',
    '--seed',
    '1',
  ];
  for (const out of ['entries.csv', 'judges.csv', 'pairs.csv', 'kept.csv', './judges.csv', 'link.csv']) {
    expect(await command('assign', ...given, '--out', out)).toContain(`${out} would take the place of`);
  }
  expect(everything()).toEqual(whole);
});

it('a recount writes neither result nor page over the bundle', async () => {
  const { auditor } = await makeBundles(folder, { signed: false });
  symlinkSync(auditor, 'link.zip');
  const whole = everything();
  expect(await command('recount', auditor, '--result', 'link.zip')).toBe('tally.output-is-input');
  expect(await command('recount', 'link.zip', '--page', auditor)).toBe('tally.output-is-input');
  expect(everything()).toEqual(whole);
});

describe('what cannot be written whole', () => {
  it('leaves the first result as it was when the second cannot take its name', () => {
    // Nobody but its owner may replace a file in a folder such as /tmp: there the last step fails, when the first file has taken its name.
    mkdirSync('sticky');
    for (const name of ['a.json', 'sticky/b.json']) writeFileSync(name, 'old');
    chmodSync('sticky', 0o1777);
    chmodSync('.', 0o777);
    const other = process.getuid?.() === 0 ? 65534 : undefined;
    if (other === undefined) return;
    chownSync('a.json', other, other);
    const code = `import { writeAll } from ${JSON.stringify(join(root, 'src/cli/tally/outputs.ts'))};
      console.log(JSON.stringify(writeAll([{ file: 'a.json', content: ['new'] }, { file: 'n.json', content: ['new'] }, { file: 'sticky/b.json', content: ['new'] }])));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: folder,
      encoding: 'utf8',
      uid: other,
      gid: other,
    });
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      refusals: [{ code: 'tally.file-not-writable', facts: { file: 'sticky/b.json', reason: 'EPERM' } }],
    });
    const left = Object.entries(everything()).map(([name, text]) => [name.slice(folder.length + 1), text] as const);
    expect(Object.fromEntries(left)).toEqual({ 'a.json': 'old', 'sticky/b.json': 'old' });
  });

  it('leaves nothing in a folder nobody may write to, and nothing of what outgrew the disk', () => {
    mkdirSync('closed');
    chmodSync('closed', 0o555);
    const refused = (file: string, limit: string) => {
      const code = `import { writeAll } from ${JSON.stringify(join(root, 'src/cli/tally/outputs.ts'))};
        console.log(writeAll([{ file: 'small', content: ['x'] }, { file: ${JSON.stringify(file)}, content: ['x'.repeat(200000)] }]).refusals?.[0]?.facts.reason);`;
      const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      return spawnSync('bash', ['-c', `trap '' XFSZ; ${limit} exec "$0" --input-type=module -e "$1"`, process.execPath, code], {
        cwd: folder,
        encoding: 'utf8',
        ...user,
      }).stdout.trim();
    };
    chmodSync('.', 0o777);
    expect(refused('closed/out', '')).toBe('EACCES');
    expect(refused('out', 'ulimit -f 100;')).toBe('EFBIG');
    expect(everything()).toEqual({});
  });

  it('writes to no device, which would be replaced by a file', () => {
    expect(writeAll([{ file: '/dev/null', content: ['x'] }])).toMatchObject({ ok: false, refusals: [{ facts: { reason: 'ENOTSUP' } }] });
  });
});
