import { createHash } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentOf, eventText, firstSeal, type Hash, makeEvent, type RecordEvent, sealOf } from './event.ts';
import { type ChainFault, chainStart, type RecordRow, verifyChain, verifyRow } from './verify.ts';

const native: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const saltOf = (n: number) => new Uint8Array(32).fill(n);

function chainOf(length: number): RecordRow[] {
  const rows: RecordRow[] = [];
  let seal = firstSeal;
  for (let seq = 1; seq <= length; seq += 1) {
    const facts = {
      id: `0198-${seq}`,
      organisation: 'örg-1',
      programme: 'prog-1',
      kind: 'judging.ballot-submitted',
      subject: { kind: 'ballot', id: `ballot-${seq}` },
      at: '2026-03-01T09:30:00.000Z',
    };
    const salt = saltOf(seq);
    const { event, text, body } = makeEvent(facts, { judge: 'Renée Ōtani', marks: [seq, 8, 9] }, salt);
    seal = sealOf(seal, text);
    rows.push({ seq, event, text, seal, body, salt, erasedReason: null });
  }
  return rows;
}

function faultOf(rows: readonly RecordRow[], head?: { seq: number; seal: Uint8Array }): ChainFault | undefined {
  const { faults } = verifyChain(rows, head ? { head } : {});
  // One thing was changed, so one thing is named.
  expect(faults.length).toBeLessThanOrEqual(1);
  return faults[0];
}

function altered(rows: readonly RecordRow[], seq: number, change: (row: RecordRow) => Partial<RecordRow>): RecordRow[] {
  return rows.map((row) => (row.seq === seq ? { ...row, ...change(row) } : row));
}

describe('commitments and seals', () => {
  it('are the plain SHA-256 of tag, salt or previous seal, and text, so that anybody can recompute them', () => {
    const { event, text, body } = makeEvent(
      { id: 'e', organisation: 'o', programme: null, kind: 'k', subject: { kind: 's', id: 'i' }, at: '2026-01-01T00:00:00.000Z' },
      { b: 1, a: 'é' },
      saltOf(7),
    );
    expect(body).toBe('{"a":"é","b":1}');
    const commitment = createHash('sha256').update('plaudit.commitment.v1\0').update(saltOf(7)).update(body).digest('hex');
    expect(event.commitment).toBe(commitment);
    expect(text).toBe(
      `{"at":"2026-01-01T00:00:00.000Z","commitment":"${commitment}","id":"e","kind":"k","organisation":"o","programme":null,"subject":{"id":"i","kind":"s"},"v":1}`,
    );
    expect(bytesToHex(sealOf(firstSeal, text))).toBe(
      createHash('sha256').update('plaudit.seal.v1\0').update(new Uint8Array(32)).update(text).digest('hex'),
    );
  });

  it('do not depend on which SHA-256 is used', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (text, bytes) => {
        expect(commitmentOf(text, bytes, native)).toBe(commitmentOf(text, bytes));
        expect(bytesToHex(sealOf(bytes, text, native))).toBe(bytesToHex(sealOf(bytes, text)));
        expect(commitmentOf(text, bytes)).not.toBe(bytesToHex(sealOf(bytes, text)));
      }),
    );
  });

  it('refuse a salt or a previous seal that is not 32 bytes', () => {
    expect(() => commitmentOf('{}', new Uint8Array(31))).toThrow(RangeError);
    expect(() => sealOf(new Uint8Array(33), '{}')).toThrow(RangeError);
  });

  it('write only the fields of an event, whatever else the object carries', () => {
    const [row] = chainOf(1);
    expect(eventText({ ...row?.event, extra: 'Renée' } as unknown as RecordEvent)).toBe(row?.text);
  });
});

describe('a chain of events', () => {
  const rows = chainOf(5);

  it('verifies when untouched, row by row and as a whole, and an empty one too', () => {
    const last = rows.at(-1);
    expect(faultOf(rows, last && { seq: 5, seal: last.seal })).toBeUndefined();
    expect(verifyChain([])).toEqual({ state: chainStart, faults: [] });
    expect(verifyChain(rows, { hash: native })).toEqual(verifyChain(rows));
  });

  it('verifies when a body was erased with its salt and a reason was left', () => {
    expect(faultOf(altered(rows, 3, () => ({ body: null, salt: null, erasedReason: 'request of the person' })))).toBeUndefined();
  });

  const text = rows[2]?.text ?? '';
  const byteBefore = (part: string, more: number) => new TextEncoder().encode(text.slice(0, text.indexOf(part))).length + more;
  const event = (row: RecordRow, change: Partial<RecordEvent>) => ({ event: { ...row.event, ...change } });
  const cases: [string, (row: RecordRow) => Partial<RecordRow>, object][] = [
    [
      'a byte of the event text',
      (r) => ({ text: r.text.replace('ballot-3', 'ballot-9') }),
      { part: 'event-text', column: 'subject', byteOffset: byteBefore('ballot-3', 7) },
    ],
    [
      'white space after the event text',
      (r) => ({ text: `${r.text} ` }),
      { part: 'event-text', column: 'end', byteOffset: byteBefore('"v":1}', 6) },
    ],
    [
      'the kind in its column',
      (r) => event(r, { kind: 'judging.ballot-reopened' }),
      { part: 'column', column: 'kind', byteOffset: byteBefore('submitted', 0) },
    ],
    [
      'the instant in its column',
      (r) => event(r, { at: '2026-03-01T09:30:00.001Z' }),
      { part: 'column', column: 'at', byteOffset: byteBefore('000Z', 2) },
    ],
    [
      'the programme in its column',
      (r) => event(r, { programme: null }),
      { part: 'column', column: 'programme', byteOffset: byteBefore('"prog-1"', 0) },
    ],
    ['the seal', (r) => ({ seal: r.seal.with(0, (r.seal[0] ?? 0) ^ 1) }), { part: 'seal' }],
    ['a mark in the body', (r) => ({ body: (r.body ?? '').replace('[3,8,9]', '[9,8,9]') }), { part: 'body', why: 'changed' }],
    ['the salt', (r) => ({ salt: r.salt?.with(31, 9) ?? null }), { part: 'body', why: 'changed' }],
    ['the length of the salt', () => ({ salt: new Uint8Array(16) }), { part: 'body', why: 'changed' }],
    ['a body removed without a reason', () => ({ body: null, salt: null }), { part: 'body', why: 'missing-without-reason' }],
    ['a body removed and its salt left', () => ({ body: null, erasedReason: 'asked' }), { part: 'body', why: 'half-erased' }],
    ['a reason beside a body still there', () => ({ erasedReason: 'asked' }), { part: 'body', why: 'half-erased' }],
  ];
  it.each(cases)('names the event and the part when someone changes %s', (_what, change, fault) => {
    expect(faultOf(altered(rows, 3, change))).toEqual({ seq: 3, eventId: '0198-3', ...fault });
  });

  it('names a number in the sequence that is another, and that the next does not follow it', () => {
    const { faults } = verifyChain(altered(rows, 3, () => ({ seq: 7 })));
    expect(faults.map(({ seq, part }) => [seq, part])).toEqual([
      [7, 'sequence'],
      [4, 'sequence'],
    ]);
  });

  it('names every independent break, and none because of another', () => {
    const seal = (row: RecordRow) => ({ seal: row.seal.with(0, (row.seal[0] ?? 0) ^ 1) });
    const body = (row: RecordRow) => ({ body: (row.body ?? '').replace('8,9', '9,9') });
    const kind = (row: RecordRow) => event(row, { kind: 'judging.ballot-reopened' });
    const byte = (row: RecordRow) => ({ text: row.text.replace('ballot-5', 'ballot-9') });
    const broken = altered(altered(altered(altered(rows, 1, seal), 2, body), 4, kind), 5, byte);
    const last = rows.at(-1);
    expect(verifyChain(broken, last ? { head: last } : {}).faults.map(({ seq, part }) => [seq, part])).toEqual([
      [1, 'seal'],
      [2, 'body'],
      [4, 'column'],
      [5, 'event-text'],
    ]);
    const both = altered(rows, 3, (row) => ({ ...kind(row), ...body(row) }));
    expect(verifyChain(both).faults.map(({ part }) => part)).toEqual(['column', 'body']);
  });

  it('goes on after a gap, and says of the row behind it only what can be known without the seal before', () => {
    const broken = altered(rows, 3, (row) => ({ ...event(row, { kind: 'judging.ballot-reopened' }) })).filter(({ seq }) => seq !== 2);
    const rest = altered(broken, 5, (row) => ({ body: (row.body ?? '').replace('8,9', '9,9') }));
    expect(verifyChain(rest).faults.map(({ seq, part }) => [seq, part])).toEqual([
      [3, 'sequence'],
      [3, 'undecided'],
      [5, 'body'],
    ]);
  });

  it('names the gap when a row is taken out, and the end when rows are cut off', () => {
    expect(faultOf(rows.filter((row) => row.seq !== 3))).toEqual({ seq: 4, eventId: '0198-4', part: 'sequence', expectedSeq: 3 });
    const last = rows.at(-1);
    expect(faultOf(rows.slice(0, 4))).toBeUndefined();
    expect(faultOf(rows.slice(0, 4), last)).toEqual({ seq: 4, eventId: '0198-4', part: 'end', expectedSeq: 5 });
  });

  it('finds an event rewritten with everything that hangs on it, at the seal that follows', () => {
    const forged = altered(rows, 3, (row) => {
      const made = makeEvent(row.event, { judge: 'Renée Ōtani', marks: [9, 9, 9] }, saltOf(3));
      return { ...made, seal: sealOf(rows[1]?.seal ?? firstSeal, made.text) };
    });
    expect(faultOf(forged)).toEqual({ seq: 4, eventId: '0198-4', part: 'seal' });
  });

  it('can be taken up where it was left', () => {
    let state = chainStart;
    for (const row of rows.slice(0, 3)) {
      ({ state } = verifyRow(state, row));
    }
    expect(state).toEqual({ seq: 3, seals: [rows[2]?.seal], eventId: '0198-3' });
  });

  it('never verifies after one character anywhere in text, body or seal was changed', () => {
    fc.assert(
      fc.property(fc.constantFrom('text', 'body', 'seal'), fc.nat({ max: 4 }), fc.nat(), (where, index, place) => {
        const changed = altered(rows, index + 1, (row) => {
          if (where === 'seal') return { seal: row.seal.with(place % 32, (row.seal[place % 32] ?? 0) ^ 4) };
          const text = (where === 'text' ? row.text : row.body) ?? '';
          const at = place % text.length;
          return { [where]: `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}` };
        });
        expect(faultOf(changed)).toMatchObject({ seq: index + 1, part: where === 'text' ? 'event-text' : where });
      }),
    );
  });

  it('ends in the seal a second implementation, in Python, found for the same five events', () => {
    expect(bytesToHex(rows[4]?.seal ?? firstSeal)).toBe('e72bfb8ccaee7ddd05a3012ad449e7b7077c4cbb33f5c1226a9494db2fc9c6a7');
  });
});
