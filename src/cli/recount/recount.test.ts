import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Problem } from '#core/problems/problem.ts';
import { type Bundles, bomb, flipped, forge, makeBundles, readFiles, writeFiles } from '#tests/support/tally/bundles.ts';
import { register } from '../recount.ts';

const root = resolve(import.meta.dirname, '../../..');

let folder: string;
let bundles: Bundles;
let other: Bundles;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recount-'));
  bundles = await makeBundles(folder);
  other = await makeBundles(mkdtempSync(join(folder, 'other-')), { signed: false });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const at = (name: string): string => join(folder, name);

/** The command in this process: what it prints and the code it ends with, or the code of the refusal it throws. */
async function command(...words: string[]): Promise<{ text: string; code: number | string }> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  const program = new Command().exitOverride();
  register(program);
  try {
    await program.parseAsync(['recount', ...words], { from: 'user' });
  } catch (error) {
    if (error instanceof Problem) return { text, code: error.code };
    throw error;
  } finally {
    vi.restoreAllMocks();
  }
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  return { text, code };
}

const told = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('  ') && /\.(jsonl|json|txt)\b/.test(line));

describe.each(['auditor', 'public'] as const)('the %s bundle', (kind) => {
  it('recounts to the result it states, the same to the letter a second time', async () => {
    const first = await command(bundles[kind], '--key', bundles.key, '--result', at('here.json'));
    expect(first.code).toBe(0);
    expect(first.text).toContain(`Recount of lantern.example/2027: ${kind} bundle`);
    expect(first.text).toContain('Signed by lantern.example/2027, the key you gave: rules, closing, result');
    expect(first.text).toContain('     1  Orchard Street Bank      8.3400  417/50');
    expect(first.text.endsWith('\nThe recount agrees.\n')).toBe(true);
    expect(readFileSync(at('here.json'), 'utf8')).toBe(readFiles(bundles[kind]).get('result.json'));
    expect(await command(bundles[kind], '--key', bundles.key)).toEqual(first);
  });

  it('names one flipped mark by file, line, ballot, judge, entry and criterion, though the forger listed the changed file', async () => {
    const file = forge(bundles[kind], at(`flipped-${kind}.zip`), 'ballots.jsonl', flipped);
    const { text, code } = await command(file, '--result', at('flipped.json'));
    expect(code).toBe(1);
    const ballot =
      /ballots\.jsonl, line 1: ballot 1 \(Judge \d on Ashdown Borough Council\): the mark for empathy, [89], is not the one that was cast: that was \d+\./;
    expect(told(text)[0]).toMatch(ballot);
    // Of the result it says entry by entry what is another, in words; the paths are for programs.
    expect(told(text)).toContainEqual(
      expect.stringMatching(/^ {2}result\.json, Ashdown Borough Council \([^)]+\): .*score [\d.]+ → [\d.]+.* \(stated → recounted\)\.$/),
    );
    expect(text).not.toContain('/categories/');
    expect(text).toMatch(/The recount does NOT agree: \d+ things to explain\.\n$/);
    // What it comes to with the forged mark is there to be looked at.
    expect(readFileSync(at('flipped.json'), 'utf8')).not.toBe(readFiles(file).get('result.json'));
  });
});

it('tells everything it found as JSON too', async () => {
  const { text, code } = await command(forge(bundles.public, at('json.zip'), 'ballots.jsonl', flipped), '--json');
  const { agrees, findings } = JSON.parse(text) as { agrees: boolean; findings: { key: string; facts: object }[] };
  expect([code, agrees]).toEqual([1, false]);
  expect(findings[0]).toMatchObject({ key: 'mark-differs', facts: { file: 'ballots.jsonl', row: 1, ballot: 1, criterion: 'empathy' } });
  const differing = findings.filter(({ key }) => key === 'result-differs').map(({ facts }) => facts);
  expect(differing).toContainEqual(
    expect.objectContaining({
      path: expect.stringMatching(/^\/categories\/\d\/entries\/\d+\/raw\/decimal$/),
      entry: 'Ashdown Borough Council',
    }),
  );
});

describe('a bundle that somebody put together anew', () => {
  it('is whole in itself when all of it is another tally, and unmasked by the key known from elsewhere alone', async () => {
    const forgery = await makeBundles(mkdtempSync(join(folder, 'forgery-')));
    expect((await command(forgery.public)).text).toContain('a key from the bundle itself (compare it with the one published)');
    const { text, code } = await command(forgery.public, '--key', bundles.key);
    expect([code, told(text)]).toEqual([
      1,
      ['rules', 'closing', 'result'].map((name) => `  checkpoints/${name}.txt is not signed by lantern.example/2027.`),
    ]);
  });

  it('is told apart when it is of two tallies', async () => {
    const mixed = new Map([...readFiles(bundles.public), ['ballots.jsonl', readFiles(other.public).get('ballots.jsonl') ?? '']]);
    const { text, code } = await command(writeFiles(at('mixed.zip'), mixed));
    expect(code).toBe(1);
    expect(told(text)[0]).toBe('  ballots.jsonl is not the file the manifest lists: it was changed after the bundle was made.');
    expect(told(text).filter((line) => line.includes('was cast by another judge')).length).toBeGreaterThan(0);
  });

  it('says so where nobody signed it', async () => {
    const { text, code } = await command(other.public);
    expect(code).toBe(0);
    expect(text).toContain('Not signed: whoever made this bundle could have made another.');
    expect(text).toMatch(/\n {2}Signatures hold +none to check\n/);
    const held = await command(other.public, '--key', bundles.key);
    expect([held.code, held.text]).toEqual([1, expect.stringMatching(/\n {2}Signatures hold +NO \(3\)\n/)]);
  });

  it('agrees when it was unzipped and zipped again with its folders, as nothing in it changed', async () => {
    expect((await command(writeFiles(at('again.zip'), new Map([['checkpoints/', ''], ...readFiles(bundles.public)])))).code).toBe(0);
  });
});

it('names field and values, or what is missing, where a ballot was dropped', async () => {
  const dropped = forge(bundles.auditor, at('dropped.zip'), 'ballots.jsonl', (all) => all.split('\n').slice(1).join('\n'));
  const { text, code } = await command(dropped);
  const lines = told(text).filter((line) => line.includes('(stated → recounted)'));
  expect([code, lines.length > 0]).toEqual([1, true]);
  expect(lines.filter((line) => !/: .*(\S → \S|is missing)/.test(line))).toEqual([]);
  expect(text).toMatch(/ballot of Judge \d+: .*the ballot counted \{.+ → is missing/);
});

describe('what is no bundle is refused in words before anything is counted:', () => {
  const whole = () => readFileSync(bundles.public);
  it.each<[string, string, () => Uint8Array | null]>([
    ['a file that is not there', 'recount.unreadable', () => null],
    ['an empty file', 'recount.not-a-bundle', () => new Uint8Array(0)],
    ['a text', 'recount.not-a-bundle', () => Buffer.from('entry,category,judge,criterion,mark\n')],
    ['a bundle cut short', 'recount.not-a-bundle', () => whole().subarray(0, -100)],
    ['a bundle with a byte changed in it', 'recount.not-a-bundle', () => whole().with(5000, (whole()[5000] ?? 0) ^ 1)],
    ['an archive that unpacks to 501 MB', 'recount.too-large', () => bomb(501)],
  ])('%s', async (what, code, bytes) => {
    const file = at(`${what}.zip`);
    const content = bytes();
    if (content) writeFileSync(file, content);
    expect(await command(file)).toEqual({ text: '', code });
  });

  it('a key that was not copied whole, and no bundle at all', async () => {
    expect((await command(bundles.public, '--key', bundles.key.slice(0, -3))).code).toBe('recount.key-not-readable');
    expect((await command()).code).toBe('recount.no-bundle');
  });

  it('another zip is found to be no bundle', async () => {
    const { text, code } = await command(writeFiles(at('other.zip'), new Map([['a.txt', 'b']])));
    expect([code, told(text)]).toEqual([
      1,
      ['  manifest.json is missing or is not a manifest of a recount bundle: this is no bundle, or a part of one.'],
    ]);
  });
});

describe('the receipt of one ballot', () => {
  it('holds by itself, with the marks and nothing of any other ballot', async () => {
    const { text } = await command(bundles.auditor, '--receipt', '12');
    writeFileSync(at('mine.json'), text);
    const { text: answer, code } = await command('--check-receipt', at('mine.json'), '--key', bundles.key);
    expect([code, answer]).toEqual([0, expect.stringContaining('Ballot 12 stood in the log of lantern.example/2027 at closing')]);
    expect(answer).toContain('Signed by a key you gave.');
    writeFileSync(
      at('not-mine.json'),
      text.replace(/("empathy": ")(\d+)/, (_, key: string, mark: string) => `${key}${Number(mark) - 1}`),
    );
    expect(await command('--check-receipt', at('not-mine.json'))).toEqual({
      text: 'The receipt does NOT hold: these marks are not the ones that stood in the log.\n',
      code: 1,
    });
  });

  it('is refused for what is no ballot', async () => {
    expect((await command(bundles.auditor, '--receipt', '0')).code).toBe('recount.no-such-ballot');
    expect((await command(bundles.auditor, '--receipt', 'first')).code).toBe('recount.no-such-ballot');
  });
});

describe('the program', () => {
  const program = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const ballots = join(root, 'docs/examples/ballots.csv');

  it('makes both bundles of a tally, which recount with exit code 0 and, once a mark is flipped, 1', () => {
    const made = program('tally', '--ballots', ballots, '--bundle', 'made.zip', '--origin', 'lantern.example/2028', '--sign', bundles.pem);
    const names =
      'In made.public.zip a judge’s name holds within one entry: which ballots of other entries are the same judge’s is not told.';
    expect([made.status, made.stderr]).toEqual([0, `Wrote made.zip.\nWrote made.public.zip.\n${names}\n`]);
    expect(program('recount', 'made.public.zip').status).toBe(0);
    forge(at('made.zip'), at('forged.zip'), 'ballots.jsonl', flipped);
    expect(program('recount', 'forged.zip')).toMatchObject({ status: 1, stderr: '' });
    expect(program('recount', 'nowhere.zip')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('cannot be read (ENOENT)'),
    });
  });

  it('tells on the terminal and in the bundle across which entries a judge’s ballots can be linked, and is recounted in both languages', () => {
    const marks = { A: [7, 7, 7, 2, 7], B: [6, 6, 6, 6, 6], C: [9, 8, 9, 8, 9] };
    const rows = Object.entries(marks).flatMap(([entry, own]) => own.map((mark, j) => `${entry},X,Judge ${'PQRST'[j]},c,${mark}`));
    writeFileSync(at('tied.csv'), `entry,category,judge,criterion,mark\n${rows.join('\n')}\n`);
    writeFileSync(at('tied.yaml'), 'scale: 1-10\nties: [head-to-head]\n');
    const made = program('tally', '--ballots', 'tied.csv', '--rules', 'tied.yaml', '--bundle', 'tied.zip');
    expect([made.status, made.stderr]).toEqual([0, expect.stringContaining('can be linked across 2 entries')]);
    expect(made.stderr).toContain('where the rules compare them: A, B (X). Elsewhere a name holds within one entry.');
    const files = readFiles(at('tied.public.zip'));
    expect(files.get('README.txt')).toContain('Across 2 entries it is the same');
    expect(files.get('README.txt')).toContain('\n  A, B (X)\n');
    expect(program('recount', 'tied.public.zip').status).toBe(0);
    expect(spawnSync('python3', [join(root, 'docs/recount/recount.py'), at('tied.public.zip')]).status).toBe(0);
  });

  it.each([
    ['the public bundle cannot take its place', ['--bundle', 'taken.zip']],
    ['the report has no folder', ['--bundle', 'fresh.zip', '--report', 'no/such/folder.html']],
    ['the key signs nothing', ['--bundle', 'fresh.zip', '--sign', ballots]],
    ['the log has a name of two words', ['--bundle', 'fresh.zip', '--origin', 'two words']],
  ])('leaves no file behind when %s', (_, words) => {
    const here = mkdtempSync(join(folder, 'none-'));
    // A folder stands where the second archive would go.
    writeFileSync(join(here, 'ballots.csv'), readFileSync(ballots));
    spawnSync('mkdir', [join(here, 'taken.public.zip')]);
    const before = readdirSync(here);
    const { status } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'tally', '--ballots', 'ballots.csv', ...words], {
      cwd: here,
    });
    expect([status, readdirSync(here)]).toEqual([1, before]);
  });
});
