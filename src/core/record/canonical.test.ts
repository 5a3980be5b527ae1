import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json, NotCanonical } from './canonical.ts';

const utf8 = new TextEncoder();

/** A double from the 16 hex digits of its IEEE 754 bits, as RFC 8785 appendix B lists them. */
function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 4 }).filter((v) => JSON.stringify(v).isWellFormed()) as fc.Arbitrary<Json>;

describe('canonical JSON', () => {
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s as %s (RFC 8785 appendix B)', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  it('writes the example of RFC 8785 §3.2.2 with its number formats, escapes and literals', () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as Json;
    const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalJson(value)).toBe(expected);
    const hex = [...utf8.encode(canonicalJson(value))].map((b) => b.toString(16).padStart(2, '0')).join('');
    expect(hex).toMatch(
      /^7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e33333333333333/,
    );
  });

  it('orders keys by UTF-16 code units, not by code points or bytes (RFC 8785 §3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = Object.values(JSON.parse(canonicalJson(value)) as Record<string, string>);
    // `1` comes first in any JavaScript object, here in the text as well as below: compare positions in the text itself.
    expect(canonicalJson(value).match(/(Carriage Return|One|Control|Latin|Euro|Emoji|Hebrew)/g)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin',
      'Euro',
      'Emoji',
      'Hebrew',
    ]);
    expect(order).toHaveLength(7);
  });

  const circle: Record<string, unknown> = { name: 'round' };
  circle.self = circle;
  const hole: unknown[] = [1, 2, 3];
  Reflect.deleteProperty(hole, 1);
  it.each([
    ['NaN', { a: [1, Number.NaN] }, '/a/1'],
    ['Infinity', Number.POSITIVE_INFINITY, ''],
    ['a lone surrogate in a string', { a: '\ud800' }, '/a'],
    ['a lone surrogate in a key', { '\udc00': 1 }, '/\udc00'],
    ['undefined', { 'a/b~c': undefined }, '/a~1b~0c'],
    ['a bigint', [1n], '/0'],
    ['a function', () => 1, ''],
    ['a date', { at: new Date(0) }, '/at'],
    ['a map', new Map(), ''],
    ['a hole in an array', hole, '/1'],
    ['a circle', circle, '/self'],
  ])('refuses %s and says where it is', (_what, value, path) => {
    let caught: unknown;
    try {
      canonicalJson(value as Json);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(NotCanonical);
    expect((caught as NotCanonical).path).toBe(path);
  });

  it('is the same text for the same value however its keys were put in, and reads back as that value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key }), (members) => {
        const forward = Object.fromEntries(members);
        const backward = Object.fromEntries([...members].reverse());
        expect(canonicalJson(backward)).toBe(canonicalJson(forward));
      }),
    );
  });
});
