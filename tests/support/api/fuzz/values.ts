/** Values for a JSON Schema: such as it describes, and such as somebody sends who wishes us ill. */
import fc from 'fast-check';

export type Schema = { readonly [key: string]: unknown };

/** What has broken servers before: SQL, controls, halves of characters, prototypes, numbers at the edge of machines. */
const hostileTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  "'; drop table plaudit.entries; --",
  '%',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '\ud800',
  '\u202e',
  'İ',
  'x'.repeat(10_000),
  '=1+1',
  '{"$gt":""}',
  '__proto__',
  'null',
  'NaN',
  '1e309',
  '2026-02-30T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'WyJ4IiwiMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwIl0',
];
const hostileNumbers = [-1, 0, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, Number.MAX_SAFE_INTEGER];

/** JSON has no Infinity, and no undefined: what is drawn is what is sent. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(null, true, false, [], {}, [[]], { ['__proto__']: { admin: true } }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Texts for addresses and queries. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts.filter((text) => text.isWellFormed())),
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.isWellFormed()),
);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const count = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);

/** Texts the patterns of our descriptions ask for, tried one after the other. */
const samples = ['handbell', 'A1', 'a'.repeat(43), `${'A'.repeat(43)}=`, 'Europe/Dublin', 'https://example.org/hook'];

function textFor(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern } = schema;
  if (format === 'uuid') return fc.uuid({ version: 4 });
  if (format === 'email') return fc.stringMatching(/^[a-z]{1,10}@[a-z]{1,10}\.example$/);
  if (format === 'date-time')
    return fc.date({ noInvalidDate: true, min: new Date('2026-01-01'), max: new Date('2027-01-01') }).map((at) => at.toISOString());
  if (format === 'date')
    return fc
      .date({ noInvalidDate: true, min: new Date('2026-01-01'), max: new Date('2027-01-01') })
      .map((at) => at.toISOString().slice(0, 10));
  if (typeof pattern === 'string') {
    const fits = samples.filter((sample) => new RegExp(pattern).test(sample));
    return fits.length > 0 ? fc.constantFrom(...fits) : fc.stringMatching(new RegExp(pattern));
  }
  const [minLength, maxLength] = [count(schema.minLength, 0), Math.min(count(schema.maxLength, 60), 60)];
  return fc
    .string({ minLength, maxLength: Math.max(minLength, maxLength), unit: 'grapheme' })
    .map((text) => (minLength > 0 && text.trim() === '' ? 'x' : text));
}

function objectFor(schema: Schema, of: (schema: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const required = list(schema.required).map(String);
  return fc.record(Object.fromEntries(properties.map(([name, member]) => [name, of(member)])), {
    requiredKeys: required,
    noNullPrototype: true,
  });
}

/** Such as the schema describes. `resolve` follows references. */
export function valid(schema: Schema, resolve: (name: string) => Schema): fc.Arbitrary<unknown> {
  const of = (inner: Schema): fc.Arbitrary<unknown> => valid(inner, resolve);
  if (typeof schema.$ref === 'string') return of(resolve(schema.$ref));
  if (schema.enum) return fc.constantFrom(...list(schema.enum));
  if ('const' in schema) return fc.constant(schema.const);
  const choices = list(schema.anyOf ?? schema.oneOf) as readonly Schema[];
  if (choices.length > 0) return fc.oneof(...choices.map(of));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type: unknown) => of({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return textFor(schema);
    case 'integer':
      return fc.integer({ min: count(schema.minimum, -1_000), max: count(schema.maximum, 1_000) });
    case 'number':
      return fc.double({ min: count(schema.minimum, -1_000), max: count(schema.maximum, 1_000), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(of((schema.items ?? {}) as Schema), {
        minLength: count(schema.minItems, 0),
        maxLength: Math.min(count(schema.maxItems, 4), 4),
      });
    case 'object':
      return objectFor(schema, of);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

/** Such as the schema describes, but for one place. */
export function bent(schema: Schema, resolve: (name: string) => Schema): fc.Arbitrary<unknown> {
  const fitting = valid(schema, resolve);
  const properties = Object.keys(schema.properties ?? {});
  if (properties.length === 0) return hostile;
  const oneBent = fc
    .tuple(fitting, fc.constantFrom(...properties), hostile)
    .map(([whole, name, value]) => ({ ...(whole as object), [name]: value }));
  const oneGone = fc
    .tuple(fitting, fc.constantFrom(...properties))
    .map(([whole, name]) => Object.fromEntries(Object.entries(whole as object).filter(([key]) => key !== name)));
  return fc.oneof({ arbitrary: oneBent, weight: 4 }, { arbitrary: oneGone, weight: 1 }, { arbitrary: hostile, weight: 1 });
}
