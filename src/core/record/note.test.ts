import { createHash, generateKeyPairSync, sign as nativeSign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { checkpointText, readCheckpoint } from './checkpoint.ts';
import { checkSignature, cosignatureLine, keyIdOf, keyText, type NoteKey, noteOf, readKey, readNote, signatureLine } from './note.ts';

/** The example of c2sp.org/signed-note. */
const published = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: 'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};

function newKey(name: string, kind: 'log' | 'witness') {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const key: NoteKey = { name, kind, publicKey };
  return { key, sign: (message: Uint8Array) => new Uint8Array(nativeSign(null, message, pair.privateKey)) };
}

const checkpoint = {
  origin: 'handbell-awards.example/2027',
  size: 1840,
  root: new Uint8Array(createHash('sha256').update('root').digest()),
  extension: ['plaudit closing'],
};

describe('a signed note', () => {
  it('of the published example holds under its published key, and its key is written as published', () => {
    const key = readKey(published.key);
    const note = readNote(published.note);
    if (!key || !note) throw new Error('the example was not read');
    expect(note.text).toBe('This is an example message.\n');
    expect(keyIdOf(key)).toBe('530d903a');
    expect(keyText(key)).toBe(published.key);
    expect(checkSignature(note, key)).toEqual({ state: 'good', at: null });
    expect(checkSignature({ ...note, text: 'This is an example message!\n' }, key)).toEqual({ state: 'bad', at: null });
  });

  it('carries the log and its witnesses, each vouching for itself', () => {
    const log = newKey('handbell-awards.example/log', 'log');
    const witness = newKey('the-gazette.example/witness', 'witness');
    const stranger = newKey('stranger.example', 'witness');
    const text = checkpointText(checkpoint);
    const lines = [signatureLine(text, log.key, log.sign), cosignatureLine(text, witness.key, 1_805_475_600, witness.sign)];
    const note = readNote(noteOf(text, lines));
    if (!note) throw new Error('the note was not read');
    expect(readCheckpoint(note.text)).toEqual(checkpoint);
    expect(checkSignature(note, log.key)).toEqual({ state: 'good', at: null });
    expect(checkSignature(note, witness.key)).toEqual({ state: 'good', at: 1_805_475_600 });
    expect(checkSignature(note, stranger.key)).toEqual({ state: 'absent', at: null });
    // A witness's line does not vouch for another instant than it signed.
    const later = note.signatures.map((one) =>
      one.signature.length === 72 ? { ...one, signature: one.signature.with(7, (one.signature[7] ?? 0) ^ 1) } : one,
    );
    expect(checkSignature({ ...note, signatures: later }, witness.key)).toEqual({ state: 'bad', at: null });
  });

  it('never holds once a byte of text or signature is another', () => {
    const { key, sign } = newKey('log.example', 'log');
    const text = checkpointText(checkpoint);
    const note = noteOf(text, [signatureLine(text, key, sign)]);
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 33, max: 126 }), (at, code) => {
        const changed = note.slice(0, at) + String.fromCharCode(code) + note.slice(at + 1);
        fc.pre(changed !== note);
        const read = readNote(changed);
        expect(read && checkSignature(read, key).state).not.toBe('good');
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no signature', 'text\n\n'],
    ['no empty line', 'text\n\u2014 a AAAAAAAA\n'],
    ['a hyphen for the dash', 'text\n\n- a AAAAAAAA\n'],
    ['no line break at the end', 'text\n\n\u2014 a AAAAAAAA'],
    ['a signature that is not base64', 'text\n\n\u2014 a AA=A\n'],
    ['a carriage return', 'text\r\n\n\u2014 a AAAAAAAA\n'],
  ])('is not one with %s', (_, note) => {
    expect(readNote(note)).toBeUndefined();
  });

  it.each(['', 'name', 'name+00000000+AA==', `${published.key}x`, published.key.replace('530d903a', '530d903b'), `a b${published.key}`])(
    'knows no key in %j',
    (text) => {
      expect(readKey(text)).toBeUndefined();
    },
  );
});

it.each(['origin\n1\nAAAA\n', 'origin\n01\n', `origin\n-1\n${encodeBase64(checkpoint.root)}\n`, `\n1\n${encodeBase64(checkpoint.root)}\n`])(
  'reads no checkpoint in %j',
  (text) => {
    expect(readCheckpoint(text)).toBeUndefined();
  },
);

it('writes base64 as the platform does, and reads only what it would write', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(encodeBase64(bytes)).toBe(text);
      expect(decodeBase64(text)).toEqual(bytes);
    }),
  );
  expect(['AA', 'AB==', 'A A=', 'AAA=A', 'AAAA=', '_-=='].map(decodeBase64)).toEqual(Array.from({ length: 6 }, () => undefined));
});
