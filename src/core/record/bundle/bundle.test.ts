import { createHash, generateKeyPairSync, sign as nativeSign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../../numeric/fraction.ts';
import { ballotTable } from '../../scoring/collect-marks.ts';
import type { Criterion } from '../../scoring/criteria.ts';
import { tally } from '../../scoring/tally.ts';
import type { TallyRules } from '../../verdict/rules.ts';
import { canonicalJson } from '../canonical.ts';
import { type NoteKey, noteOf, signatureLine } from '../note.ts';
import { type BundleFiles, bundleFiles } from './files.ts';
import type { Finding } from './finding.ts';
import { type Recompute, recount } from './recount.ts';
import { type BundleKind, recordTally } from './tally-record.ts';

const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (files: BundleFiles, name: string): string => new TextDecoder().decode(files.get(name));
const criteria: readonly Criterion[] = ['craft', 'impact', 'care'].map((id, i) => ({ id, weight: 3 - i, scale: { min: 1, max: 10 } }));

const rules: TallyRules = {
  version: 1,
  criteria,
  aggregation: { kind: 'mean' },
  official: 'raw',
  minimumPanel: 1,
  ties: [],
  levels: [],
  seats: 1,
  seed: '',
  draws: 0,
  priors: null,
  seatsAtRandom: false,
};

/** Five judges on four entries, each judge leaving one entry out. */
const rows = ['Tern', 'Wren', 'Lark', 'Rook'].flatMap((entry, e) =>
  ['Ann Ahern', 'Bea Bryce', 'Cy Colm', 'Di Dunne', 'Ed Egan'].flatMap((judge, j) =>
    j % 4 === e
      ? []
      : criteria.map(({ id }, c) => ({ category: 'Team', entry, judge, criterion: id, mark: 1 + ((3 * e + 2 * j + c) % 10) })),
  ),
);

/** The exact tally under the names of the bundle: what a public bundle claims. */
const recompute: Recompute = ({ ballots, seed }) => {
  const marks = ballots.flatMap(({ category, entry, judge, marks: said }) =>
    Object.entries(said).map(([criterion, mark]) => ({ category, entry, judge, criterion, mark: Number(mark) })),
  );
  const counted = tally({ criteria, marks, minimumPanel: 1 });
  if (!counted.ok) return counted;
  const places = counted.value.flatMap(({ entries }) =>
    entries.flatMap((one) => (one.status === 'ranked' ? [{ entry: one.entry, rank: one.rank, score: toText(one.score) }] : [])),
  );
  return { ok: true, text: canonicalJson({ seed, places }) };
};

function newSigner(name: string) {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const key: NoteKey = { name, kind: 'log', publicKey };
  return { key, sign: (message: Uint8Array) => new Uint8Array(nativeSign(null, message, pair.privateKey)) };
}

const signer = newSigner('handbell-awards.example/log');
const secret = (what: string): Uint8Array => hash(bytes(what));

function bundle(kind: BundleKind, given = rows, use: TallyRules = rules): BundleFiles {
  const table = ballotTable(criteria, given);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const secrets = { pseudonyms: secret('who'), salts: secret('salts'), seed: secret('seed') };
  const record = recordTally({
    sources: { rounds: [table.value], values: [], votes: [] },
    rules: use,
    at: '2027-03-19T18:12:00.000Z',
    origin: 'handbell/2027',
    secrets,
    signer,
  });
  const results = { auditor: '', public: '' };
  for (const one of ['auditor', 'public'] as const) {
    const ballots = record.ballots.map((ballot) => ({
      ...ballot,
      judge: one === 'public' ? ballot.judgeHere : ballot.judge,
      salt: '',
      at: null,
    }));
    const counted = recompute({ kind: one, rules: null, seed: record.seed, entries: [], ballots, values: [], votes: [], overrides: [] });
    if (counted.ok) results[one] = counted.text;
  }
  record.close(results);
  return bundleFiles(record, results[kind], { kind, origin: 'handbell/2027', software: 'plaudit 0', keys: [signer.key], readme: '' });
}

/** The bundle with one file rewritten, and listed with its new hash as somebody who knows what he does would. */
function forged(files: BundleFiles, name: string, change: (text: string) => string): BundleFiles {
  const changed = bytes(change(text(files, name)));
  const manifest = JSON.parse(text(files, 'manifest.json')) as { files: Record<string, string> };
  manifest.files[name] = Buffer.from(hash(changed)).toString('hex');
  return new Map([...files, [name, changed], ['manifest.json', bytes(canonicalJson(manifest))]]);
}

const brief = ({ check, key, facts }: Finding) => [check, key, ...Object.values(facts).filter((fact) => fact !== null)];

describe.each(['public', 'auditor'] as const)('the %s bundle', (kind) => {
  const files = bundle(kind);

  it('recounts to what it states, signed by its own key, the same with either hash', () => {
    const counted = recount(files, recompute);
    expect(counted.findings).toEqual([]);
    expect(counted).toMatchObject({ kind, origin: 'handbell/2027', agrees: true, ballots: 15, result: text(files, 'result.json') });
    expect(counted.signatures.map(({ checkpoint, trusted }) => [checkpoint, trusted])).toEqual([
      ['rules', false],
      ['closing', false],
      ['result', false],
    ]);
    expect(recount(files, recompute, { hash, trusted: [signer.key] }).signatures.map(({ trusted }) => trusted)).toEqual([true, true, true]);
  });

  it('tells nobody who the judges are', () => {
    const all = [...files.values()].map((content) => new TextDecoder().decode(content)).join('\n');
    expect(['Ann', 'Bea', 'Cy Colm', 'Dunne', 'Egan'].filter((name) => all.includes(name))).toEqual([]);
  });

  it('names one flipped mark by file, line, ballot, entry, judge and criterion, however well the forger hides it', () => {
    const [first = ''] = text(files, 'ballots.jsonl').split('\n');
    const ballot = JSON.parse(first) as { seq: number; entry: string; judge: string; marks: { craft: string } };
    const flipped = forged(files, 'ballots.jsonl', (all) =>
      all.replace(`"craft":"${ballot.marks.craft}"`, `"craft":"${ballot.marks.craft === '9' ? '8' : '9'}"`),
    );
    const { findings, agrees } = recount(flipped, recompute);
    expect(agrees).toBe(false);
    expect(findings[0]).toEqual({
      check: 'ballots',
      key: 'mark-differs',
      facts: {
        file: 'ballots.jsonl',
        row: 1,
        ballot: ballot.seq,
        entry: ballot.entry,
        judge: ballot.judge,
        criterion: 'craft',
        mark: ballot.marks.craft === '9' ? '8' : '9',
        cast: ballot.marks.craft,
      },
    });
    expect(new Set(findings.map(({ check, key }) => `${check} ${key}`))).toEqual(
      new Set(['ballots mark-differs', 'result result-differs']),
    );
  });

  it.each<[string, (files: BundleFiles) => BundleFiles, (string | number)[][]]>([
    ['a file changed', (all) => new Map([...all, ['README.txt', bytes('x')]]), [['files', 'file-changed', 'README.txt']]],
    ['a file added', (all) => new Map([...all, ['more.txt', bytes('x')]]), [['files', 'file-unlisted', 'more.txt']]],
    ['a file gone', (all) => new Map([...all].filter(([name]) => name !== 'design.jsonl')), [['files', 'file-missing', 'design.jsonl']]],
    [
      'a place changed in the result',
      (all) => forged(all, 'result.json', (json) => json.replace('"rank":1', '"rank":2')),
      [
        ['result', 'result-not-in-log', 'result.json'],
        ['result', 'result-differs', 'result.json', '/places/0/rank', '2', '1', 'places/0/rank'],
      ],
    ],
    [
      'the rules changed',
      (all) => forged(all, 'rules.json', (json) => json.replace('"minimumPanel":1', '"minimumPanel":2')),
      [['rules', 'rules-differ', 'rules.json']],
    ],
    [
      'a checkpoint of somebody else',
      (all) =>
        forged(all, 'checkpoints/closing.txt', (note) => {
          const head = `${note.slice(0, note.indexOf('\n\n') + 1)}`;
          const other = newSigner(signer.key.name);
          return noteOf(head, [signatureLine(head, other.key, other.sign)]);
        }),
      [['signatures', 'signature-missing', 'checkpoints/closing.txt', 'handbell-awards.example/log']],
    ],
    ['nothing at all', () => new Map(), [['files', 'no-manifest', 'manifest.json']]],
  ])('names %s', (_, change, expected) => {
    expect(recount(change(files), recompute).findings.map(brief)).toEqual(expected);
  });

  it('finds a ballot taken out with its line in the log', () => {
    const without = forged(
      forged(files, 'log.jsonl', (log) => log.split('\n').toSpliced(3, 1).join('\n')),
      'ballots.jsonl',
      (all) => all.split('\n').toSpliced(2, 1).join('\n'),
    );
    const found = new Set(recount(without, recompute).findings.map(({ check, key }) => `${check} ${key}`));
    expect(found.has('log out-of-order')).toBe(true);
    expect(found.has('checkpoints size-differs')).toBe(true);
    expect(found.has('seed seed-differs')).toBe(true);
  });

  it('never throws and never agrees under the same fingerprint when any byte of it is another', () => {
    const names = [...files.keys()];
    const { fingerprint } = recount(files, recompute, { hash });
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(255), (name, at, byte) => {
        const content = files.get(name) ?? new Uint8Array();
        fc.pre(content.length > 0 && content[at % content.length] !== byte);
        const changed = content.with(at % content.length, byte);
        const counted = recount(new Map([...files, [name, changed]]), recompute, { hash });
        // Nothing but the fingerprint covers what the manifest says of itself, such as the software that wrote it.
        const same = counted.agrees && counted.fingerprint === fingerprint;
        expect([same, name === 'manifest.json' || !counted.agrees]).toEqual([false, true]);
      }),
      { numRuns: 60 },
    );
  });
});

it('links the ballots of a judge for the auditor, and for the public only where the rules compare them', () => {
  const judges = (files: BundleFiles) => {
    const lines = text(files, 'ballots.jsonl').trim().split('\n');
    return new Set(lines.map((line) => (JSON.parse(line) as { judge: string }).judge)).size;
  };
  expect(judges(bundle('auditor'))).toBe(5);
  // Four judges an entry at most: the fifth name appears nowhere.
  expect(judges(bundle('public'))).toBe(4);
  expect(judges(bundle('public', rows, { ...rules, ties: [{ by: 'head-to-head' }] }))).toBe(5);
});

it('binds the seed to the ballots: one mark more is another seed', () => {
  const seedOf = (files: BundleFiles) => JSON.parse(text(files, 'seed.json')) as { seed: string; commitment: string };
  const [one, other] = [
    bundle('public'),
    bundle(
      'public',
      rows.map((row, i) => (i === 0 ? { ...row, mark: 10 } : row)),
    ),
  ].map(seedOf);
  expect(one?.commitment).toBe(other?.commitment);
  expect(one?.seed).not.toBe(other?.seed);
});

it.each<[string, (line: string) => string]>([
  ['with a space', (line) => line.replace(',"prev"', ', "prev"')],
  ['with a key moved', (line) => line.replace(/^\{("at":"[^"]+"),(.*)\}$/, '{$2,$1}')],
  ['with a key of its body moved', (line) => line.replace(/"body":\{("category":"[^"]+"),("entry":"[^"]+")/, '"body":{$2,$1')],
  ['with a letter written as its code', (line) => line.replace('"Team"', '"\\u0054eam"')],
  ['with half of a pair', (line) => line.replace('"Team"', '"\\ud83d"')],
  ['with a number in other words', (line) => line.replace('"v":1', '"v":1.0')],
])('finds a line of the log that is not canonical: %s', (_, change) => {
  const changed = forged(bundle('public'), 'log.jsonl', (log) => log.replace(/^.*"type":"ballot".*$/m, change));
  expect(recount(changed, recompute).findings.map(({ key, facts }) => [key, facts.row])[0]).toEqual(['line-not-canonical', 2]);
});
