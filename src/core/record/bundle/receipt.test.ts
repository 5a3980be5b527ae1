import { createHash, generateKeyPairSync, sign as nativeSign } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ballotTable } from '../../scoring/collect-marks.ts';
import type { TallyRules } from '../../verdict/rules.ts';
import type { NoteKey } from '../note.ts';
import { type BundleFiles, bundleFiles } from './files.ts';
import { checkReceipt, receiptOf } from './receipt.ts';
import { recordTally } from './tally-record.ts';

const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const secret = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const criteria = ['craft', 'impact'].map((id) => ({ id, weight: 1, scale: { min: 1, max: 10 } }));
const rules = { version: 1, criteria, aggregation: { kind: 'mean' }, official: 'raw', minimumPanel: 1, ties: [] } as unknown as TallyRules;

function newSigner(name: string) {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const key: NoteKey = { name, kind: 'log', publicKey };
  return { key, sign: (message: Uint8Array) => new Uint8Array(nativeSign(null, message, pair.privateKey)) };
}

const signer = newSigner('handbell/2027');

/** Seven entries before five judges; ballots are numbers 1 to 35. */
function bundle(): BundleFiles {
  const rows = ['Tern', 'Wren', 'Lark', 'Rook', 'Kite', 'Swift', 'Finch'].flatMap((entry, e) =>
    ['Ann', 'Bea', 'Cy', 'Di', 'Ed'].flatMap((judge, j) =>
      criteria.map(({ id }, c) => ({ category: 'Team', entry, judge, criterion: id, mark: 1 + ((3 * e + 2 * j + c) % 10) })),
    ),
  );
  const table = ballotTable(criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const secrets = { pseudonyms: secret(1), salts: secret(2), seed: secret(3) };
  const record = recordTally({
    sources: { rounds: [table.value], values: [], votes: [] },
    rules,
    at: '2027-03-19T18:12:00.000Z',
    origin: 'handbell/2027',
    secrets,
    signer,
  });
  record.close({ auditor: '{}', public: '{}' });
  return bundleFiles(record, '{}', { kind: 'public', origin: 'handbell/2027', software: 'plaudit 0', keys: [signer.key], readme: '' });
}

const files = bundle();
const textOf = (seq: number): string => JSON.stringify(receiptOf(files, seq));

it('holds for every ballot by itself, signed by the key of the log, the same with either hash', () => {
  for (let seq = 1; seq <= 35; seq += 1) {
    const answer = checkReceipt(textOf(seq), [signer.key]);
    expect(answer).toMatchObject({ holds: true, ballot: seq, origin: 'handbell/2027', signed: true });
    expect(checkReceipt(JSON.stringify(receiptOf(files, seq, hash)), [signer.key], hash)).toEqual(answer);
  }
});

it('holds as many hashes as the tree is high, and no other ballot', () => {
  const receipt = receiptOf(files, 12);
  // 37 events until closing: 2⁵ < 37 ≤ 2⁶.
  expect(receipt?.proof.length).toBe(6);
  expect(JSON.stringify(receipt).length).toBeLessThan(2_000);
});

it('is not signed for somebody who knows another key, and says so', () => {
  const answer = checkReceipt(textOf(3), [newSigner('handbell/2027').key]);
  expect(answer).toMatchObject({ holds: true, signed: false });
});

it.each<[string, (receipt: Record<string, unknown>) => Record<string, unknown>, string]>([
  ['another mark', (receipt) => ({ ...receipt, marks: { craft: '10', impact: '10' } }), 'marks-differ'],
  ['a mark left out', (receipt) => ({ ...receipt, marks: { craft: '10' } }), 'marks-differ'],
  ['no marks at all', (receipt) => ({ ...receipt, marks: {} }), 'marks-differ'],
  ['the proof of another ballot', (receipt) => ({ ...receipt, proof: receiptOf(files, 4)?.proof }), 'not-in-log'],
  ['the event of another ballot', (receipt) => ({ ...receipt, event: receiptOf(files, 4)?.event }), 'not-in-log'],
  [
    'a head before the ballot',
    (receipt) => ({ ...receipt, checkpoint: new TextDecoder().decode(files.get('checkpoints/rules.txt')) }),
    'not-in-log',
  ],
  ['something added', (receipt) => ({ ...receipt, note: 'trust me' }), 'unreadable'],
])('does not hold with %s', (_, change, why) => {
  expect(checkReceipt(JSON.stringify(change(JSON.parse(textOf(1)) as Record<string, unknown>)), [signer.key])).toEqual({
    holds: false,
    why,
  });
});

it('never throws, and never holds under the key of the log once a letter of it is another', () => {
  const whole = textOf(20);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.constantFrom('0', 'a', '9', 'f', '"', '{', ' ', 'A', '='), (at, letter) => {
      fc.pre(whole[at] !== letter);
      const answer = checkReceipt(`${whole.slice(0, at)}${letter}${whole.slice(at + 1)}`, [signer.key]);
      expect(answer.holds && answer.signed).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it('is not given for what is no ballot, nor from a bundle without its log', () => {
  expect([0, 36, 37, 99, -1, 1.5].map((seq) => receiptOf(files, seq))).toEqual(Array(6).fill(undefined));
  expect(receiptOf(new Map([...files].filter(([name]) => name !== 'log.jsonl')), 1)).toBeUndefined();
});
