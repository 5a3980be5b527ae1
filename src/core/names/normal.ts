/** The normal form of a name: what stays of it whoever wrote it down, in whatever script. */
import { type Parted, withoutForms, withoutGluedForms } from './legal-forms.ts';
import { isCommon, isJoining, writtenOut } from './lexicon.ts';
import { isLatin, romanise } from './scripts.ts';

export type Word = {
  /** As compared: folded, written out. */
  readonly text: string;
  /** As people are told of it. */
  readonly said: string;
  /** 1000 for what tells companies apart, less for what many are called. */
  readonly weight: number;
  /** Was written short, by a full stop. */
  readonly short: boolean;
};

export type NormalName = {
  readonly words: readonly Word[];
  /** The words with a space between them: for searching and sorting. */
  readonly text: string;
  /** The words without any space. */
  readonly joined: string;
  /** First letters of all that was written, legal form aside. */
  readonly initials: string;
  readonly countries: readonly string[];
  readonly form: string | undefined;
  readonly latin: boolean;
};

/** Letters that are written one way or another in the same word: ü and ue, đ and dj, iy and y. */
function folded(word: string): string {
  if (word.length < 4) return word;
  return word
    .replaceAll(/([aou])e/g, '$1')
    .replaceAll('dj', 'd')
    .replace(/(?:iy|yi|ii|yy|y)$/, 'i');
}

/** Full stops and apostrophes join (S.A., Penny's), a slash does between single letters (A/S), and so does co-op; all else parts. */
function writtenWords(text: string): { readonly text: string; readonly short: boolean }[] {
  const joined = romanise(withoutGluedForms(text))
    .replaceAll(/(?<=\b\p{L})\/(?=\p{L}\b)/gu, '')
    .replaceAll(/['’‘`´]/g, '')
    .replaceAll(/\bco-(?=op)/g, 'co')
    .replaceAll(/\b(\p{L})\. (?=\p{L}\.)/gu, '$1.')
    .replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '');
  return [...joined.matchAll(/([\p{L}\p{N}]+)(\.?)/gu)].map(([, word = '', stop]) => ({ text: word, short: stop === '.' }));
}

function initialsOf(words: readonly string[]): string {
  const whole = words.map((word) => word.slice(0, 1)).join('');
  return whole.length > 1 ? whole : '';
}

const commonWeight = 350;

/**
 * Rule: lower case and Latin letters where a script can be read letter by letter; accents, punctuation, legal forms, articles and "and"
 * in eight languages are gone; common abbreviations are written out. Never empty for a text that holds a letter or a figure.
 */
export function normalName(text: string): NormalName {
  const written = writtenWords(text);
  const shorts = new Set(written.filter(({ short }) => short).map((word) => word.text));
  const parted: Parted = withoutForms(written.map((word) => word.text));
  const kept = parted.words.filter((word) => !isJoining(word));
  const telling = kept.length > 0 ? kept : parted.words;
  const words = telling.map((word): Word => {
    const out = writtenOut(word);
    return { text: folded(out), said: word, weight: isCommon(out) ? commonWeight : 1000, short: shorts.has(word) };
  });
  return {
    words,
    text: words.map((word) => word.text).join(' '),
    joined: words.map((word) => word.text).join(''),
    initials: initialsOf(telling),
    countries: parted.countries,
    form: parted.form,
    latin: isLatin(text),
  };
}

/**
 * How a word sounds, roughly: consonants alone, those that scripts do not tell apart as one. Only for names of which one was written in
 * another script.
 */
export function soundOf(word: string): string {
  const sounds = word
    .replaceAll(/shch|sch|sh|ts|tz|zh|z/g, 's')
    .replaceAll(/kh|gh/g, 'h')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('ch', 'C')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll(/[cqk]+/g, 'k')
    .replaceAll('x', 'ks')
    .replaceAll('l', 'r')
    .replaceAll(/[vw]/g, 'b');
  return sounds.replaceAll(/(?<=.)h|[aeiouyj]/g, '').replaceAll(/(.)\1+/g, '$1');
}
