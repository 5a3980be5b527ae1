/** The limits of a field as a list, so that two versions of it can be compared whatever kind it is. */
import type { Field } from '../fields.ts';

/** `least` is tighter the higher it is, `most` the lower; of what is `taken` each missing one is tighter. */
export type Limit =
  | { readonly name: string; readonly side: 'least' | 'most'; readonly value: number | string | undefined }
  | { readonly name: string; readonly side: 'taken'; readonly value: readonly string[] };

const range = (name: string, least: number | string | undefined, most: number | string | undefined): Limit[] => [
  { name: `${name}.min`, side: 'least', value: least },
  { name: `${name}.max`, side: 'most', value: most },
];

export function limitsOfField(field: Field): Limit[] {
  switch (field.kind) {
    case 'short-text':
      return range('characters', field.characters.min, field.characters.max);
    case 'long-text':
      return range('words', field.words.min, field.words.max);
    case 'choice':
      return [
        ...range('choose', field.choose.min, field.choose.max),
        { name: 'other', side: 'taken', value: field.other ? ['other'] : [] },
      ];
    case 'number':
      return range('number', field.min, field.max);
    case 'money':
      return [...range('money', field.min, field.max), { name: 'currencies', side: 'taken', value: field.currencies }];
    case 'date':
      return range('date', field.from, field.to);
    case 'video':
      return [
        { name: 'seconds', side: 'most', value: field.seconds },
        { name: 'bytes', side: 'most', value: field.bytes },
      ];
    case 'files':
      return [
        ...range('files', field.count.min, field.count.max),
        { name: 'bytes', side: 'most', value: field.bytes },
        { name: 'groups', side: 'taken', value: field.groups },
        { name: 'extensions', side: 'taken', value: field.extensions },
      ];
    case 'web-addresses':
      return range('addresses', field.count.min, field.count.max);
    case 'metric':
      return [{ name: 'metrics', side: 'taken', value: field.metrics }];
    case 'reference':
    case 'consent':
      return [];
  }
}

/** None taken by name means that all are; only whether one's own words are taken is said by being there. */
function takesLess(name: string, was: readonly string[], is: readonly string[]): boolean {
  const all = name !== 'other';
  if (all && is.length === 0) return false;
  return (all && was.length === 0) || was.some((one) => !is.includes(one));
}

/** Whether the second of two values of one limit lets less through than the first. */
export function isTighter(was: Limit, is: Limit): boolean {
  if (was.side === 'taken' || is.side === 'taken') {
    return was.side === 'taken' && is.side === 'taken' && takesLess(is.name, was.value, is.value);
  }
  if (is.value === undefined) return false;
  if (was.value === undefined) return true;
  return is.side === 'most' ? is.value < was.value : is.value > was.value;
}
