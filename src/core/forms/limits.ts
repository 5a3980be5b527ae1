/** What the limits of a field say about an answer to it; the sentences name the limit and what was given, both. */
import { lengthOf } from '../languages/plain-text.ts';
import type { AnswerOf } from './answer-shapes.ts';
import { claimProblems } from './claims/claim.ts';
import type { FieldOf } from './fields.ts';
import { counted, type Found } from './found.ts';
import type { Answered } from './reading.ts';
import { countWords } from './words.ts';

const millionths = 1_000_000;

/** Steps are compared in millionths, which is exact for what fields allow; larger numbers are not looked at that closely. */
function betweenSteps(value: number, from: number, step: number): boolean {
  const [distance, apart] = [Math.round((value - from) * millionths), Math.round(step * millionths)];
  return (
    Number.isSafeInteger(distance) && (distance % apart !== 0 || Math.abs(value * millionths - Math.round(value * millionths)) > 0.001)
  );
}

function numberLimits(field: FieldOf<'number'>, value: number): Found[] {
  if (field.min !== undefined && value < field.min)
    return [{ code: 'answers.too-low', facts: { what: 'number', limit: field.min, value } }];
  if (field.max !== undefined && value > field.max)
    return [{ code: 'answers.too-high', facts: { what: 'number', limit: field.max, value } }];
  if (!betweenSteps(value, field.min ?? 0, field.step)) return [];
  return [{ code: 'answers.between-steps', facts: { step: field.step, value } }];
}

function moneyLimits(field: FieldOf<'money'>, { currency, minor }: AnswerOf<'money'>): Found[] {
  if (!field.currencies.includes(currency)) {
    return [{ code: 'answers.currency-not-taken', facts: { currency, taken: field.currencies.join(', ') } }];
  }
  const facts = { what: 'money', value: minor, currency };
  if (field.min !== undefined && minor < field.min) return [{ code: 'answers.too-low', facts: { ...facts, limit: field.min } }];
  return field.max !== undefined && minor > field.max ? [{ code: 'answers.too-high', facts: { ...facts, limit: field.max } }] : [];
}

function dateLimits(field: FieldOf<'date'>, value: string): Found[] {
  if (field.from !== undefined && value < field.from)
    return [{ code: 'answers.too-low', facts: { what: 'date', limit: field.from, value } }];
  return field.to !== undefined && value > field.to ? [{ code: 'answers.too-high', facts: { what: 'date', limit: field.to, value } }] : [];
}

function choiceLimits(field: FieldOf<'choice'>, { options, other }: AnswerOf<'choice'>): Found[] {
  const known = new Set(field.options.map(({ key }) => key));
  const unknown = options.find((key) => !known.has(key));
  if (unknown !== undefined) return [{ code: 'answers.unknown-option', facts: { option: unknown } }];
  if (other !== undefined && !field.other) return [{ code: 'answers.other-not-offered', facts: {} }];
  return counted('options', options.length + (other === undefined ? 0 : 1), field.choose.min, field.choose.max);
}

const tooLarge = (name: string, size: number, limit: number): Found[] =>
  size > limit ? [{ code: 'answers.file-too-large', facts: { name, size, limit } }] : [];

/** A begun second is not counted: what encoders add at the end of five minutes is not a sixth of a second too long. */
function videoLimits(field: FieldOf<'video'>, video: AnswerOf<'video'>): Found[] {
  if (video.seconds === null) return [{ code: 'answers.video-length-unknown', facts: { name: video.name, limit: field.seconds } }];
  const length = Math.floor(video.seconds);
  const long: Found[] = length > field.seconds ? [{ code: 'answers.video-too-long', facts: { limit: field.seconds, length } }] : [];
  return [...long, ...tooLarge(video.name, video.bytes, field.bytes)];
}

function fileLimits(field: FieldOf<'files'>, files: AnswerOf<'files'>): Found[] {
  const each = files.flatMap(({ name, bytes, group }, i): Found[] => {
    const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
    const taken =
      (field.groups.length === 0 || field.groups.includes(group)) && (field.extensions.length === 0 || field.extensions.includes(ending));
    const kind: Found = {
      code: 'answers.file-not-taken',
      facts: { name, group, groups: field.groups.join(','), extensions: field.extensions.join(', ') },
    };
    return [...(taken ? [] : [kind]), ...tooLarge(name, bytes, field.bytes)].map((one) => ({ ...one, at: String(i) }));
  });
  return [...counted('files', files.length, field.count.min, field.count.max), ...each];
}

/** An address of the web that a person can open: a host with a name, no other schemes, no names and passwords. Nothing is fetched. */
const webAddress = /^https?:\/\/(?:[^\s/?#:.@\\]+\.)+(?!\d+(?:[:/?#]|$))[^\s/?#:.@\\]{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

function addressLimits(field: FieldOf<'web-addresses'>, addresses: readonly string[]): Found[] {
  const each = addresses.flatMap((address, i): Found[] =>
    webAddress.test(address) ? [] : [{ code: 'answers.no-web-address', facts: { address }, at: String(i) }],
  );
  return [...counted('addresses', addresses.length, field.count.min, field.count.max), ...each];
}

export function limitsOf(given: Answered): Found[] {
  switch (given.kind) {
    case 'short-text':
      return counted('characters', lengthOf(given.answer), given.field.characters.min, given.field.characters.max);
    case 'long-text':
      return counted('words', countWords(given.answer), given.field.words.min, given.field.words.max);
    case 'choice':
      return choiceLimits(given.field, given.answer);
    case 'number':
      return numberLimits(given.field, given.answer);
    case 'money':
      return moneyLimits(given.field, given.answer);
    case 'date':
      return dateLimits(given.field, given.answer);
    case 'video':
      return videoLimits(given.field, given.answer);
    case 'files':
      return fileLimits(given.field, given.answer);
    case 'web-addresses':
      return addressLimits(given.field, given.answer);
    case 'reference':
      if (given.field.to === 'either' || given.field.to === given.answer.kind) return [];
      return [{ code: 'answers.other-reference', facts: { kind: given.answer.kind, wanted: given.field.to } }];
    case 'consent':
      return [];
    case 'metric':
      return claimProblems(given.field, given.answer);
  }
}
