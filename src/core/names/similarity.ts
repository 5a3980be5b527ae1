/** How alike two names are, and why. */
import { isCommon, isPart } from './lexicon.ts';
import { type NormalName, soundOf, type Word } from './normal.ts';
import { slips, spelledAlike } from './spelling.ts';

/** What was found in two names. `unequal` are words of one that the other has not. */
export type NameReason =
  | { readonly kind: 'same-words' | 'same-letters' | 'sound' | 'initials' }
  | { readonly kind: 'spelling' | 'shortened'; readonly of: readonly [string, string] }
  | { readonly kind: 'unequal'; readonly of: readonly [string, string] };

export type NameLikeness = { readonly score: number; readonly reasons: readonly NameReason[] };

type Match = { readonly score: number; readonly reason?: NameReason };

const nothing: Match = { score: 0 };

/** A word and the beginning of it, where a full stop says so or the word is one that is often shortened. */
function shortens(short: Word, long: Word): boolean {
  if (short.text.length < 2 || short.text.length >= long.text.length || !long.text.startsWith(short.text)) return false;
  return short.short || (short.text.length > 2 && isCommon(long.text));
}

function matchWords(a: Word, b: Word, scripts: boolean): Match {
  if (a.text === b.text) return { score: 1000 };
  const of = [a.said, b.said] as const;
  if (shortens(a, b) || shortens(b, a)) return { score: 900, reason: { kind: 'shortened', of } };
  const spelled = spelledAlike(a.text, b.text);
  if (spelled > 0) return { score: spelled, reason: { kind: 'spelling', of } };
  if (scripts && soundOf(a.text).length > 2 && soundOf(a.text) === soundOf(b.text)) return { score: 920, reason: { kind: 'sound' } };
  return nothing;
}

type Aligned = {
  /** Σ of weight × likeness, both sides. */
  readonly matched: number;
  readonly reasons: readonly NameReason[];
  readonly left: readonly Word[];
  readonly right: readonly Word[];
};

/** Each word takes the most alike that is left; equal words come first, so their order does not matter. */
function align(a: readonly Word[], b: readonly Word[], scripts: boolean): Aligned {
  const right = [...b];
  const left: Word[] = [];
  const reasons: NameReason[] = [];
  let matched = 0;
  const take = (word: Word, floor: number): boolean => {
    const matches = right.map((other) => matchWords(word, other, scripts));
    const best = matches.reduce((at, match, i) => (match.score > (matches[at]?.score ?? 0) ? i : at), 0);
    const [match, other] = [matches[best] ?? nothing, right[best]];
    if (match.score < floor || other === undefined) return false;
    matched += match.score * (word.weight + other.weight);
    if (match.reason) reasons.push(match.reason);
    right.splice(best, 1);
    return true;
  };
  const rest = a.filter((word) => !take(word, 1000));
  for (const word of rest) if (!take(word, 1)) left.push(word);
  return { matched, reasons, left, right };
}

/** B.S. for Building Society: one word of two to five letters on one side, words that begin with them on the other. */
function initialled({ left, right, matched, reasons }: Aligned): Aligned {
  const stands = (short: readonly Word[], long: readonly Word[]) =>
    short.length === 1 && long.length > 1 && long.map((word) => word.text.slice(0, 1)).join('') === short[0]?.text;
  if (!stands(left, right) && !stands(right, left)) return { left, right, matched, reasons };
  const weight = [...left, ...right].reduce((sum, word) => sum + word.weight, 0);
  return { left: [], right: [], matched: matched + 900 * weight, reasons: [...reasons, { kind: 'initials' }] };
}

const weightOf = (words: readonly Word[]) => words.reduce((sum, word) => sum + word.weight, 0);
const textOf = (words: readonly Word[]) => words.map((word) => word.said).join(' ');

/** Words only one has: each side with one speaks of two companies, and so does one that names a part, or tells companies apart. */
function unequal(left: readonly Word[], right: readonly Word[]): number {
  if (left.length > 0 && right.length > 0) return 800;
  const extra = [...left, ...right];
  if (extra.some((word) => isPart(word.text))) return 800;
  return extra.some((word) => word.weight === 1000) ? 850 : 1000;
}

function byWords(a: NormalName, b: NormalName): NameLikeness {
  const scripts = a.latin !== b.latin;
  const aligned = initialled(align(a.words, b.words, scripts));
  const whole = weightOf(a.words) + weightOf(b.words);
  if (whole === 0) return { score: 0, reasons: [] };
  const { left, right, matched, reasons } = aligned;
  const score = Math.floor((Math.floor(matched / whole) * unequal(left, right)) / 1000);
  const same: readonly NameReason[] = reasons.length === 0 && left.length + right.length === 0 ? [{ kind: 'same-words' }] : [];
  const differ: readonly NameReason[] = left.length + right.length > 0 ? [{ kind: 'unequal', of: [textOf(left), textOf(right)] }] : [];
  return { score, reasons: [...same, ...reasons, ...differ] };
}

/** Words parted elsewhere, or not at all, as in scripts that part none. */
function byLetters(a: NormalName, b: NormalName): NameLikeness {
  if (a.joined === b.joined && a.joined.length > 3) return { score: 990, reasons: [{ kind: 'same-letters' }] };
  if (a.latin === b.latin) return { score: 0, reasons: [] };
  const [x, y] = [soundOf(a.joined), soundOf(b.joined)];
  if (Math.min(x.length, y.length) < 4) return { score: 0, reasons: [] };
  const near = x === y ? 920 : Math.min(x.length, y.length) > 5 && slips(x, y) <= 150 ? 880 : 0;
  return { score: near, reasons: near > 0 ? [{ kind: 'sound' }] : [] };
}

/** One name is the first letters of the other: from four letters on; three are too often somebody else's. */
function byInitials(a: NormalName, b: NormalName): NameLikeness {
  const says = (short: NormalName, long: NormalName) =>
    short.words.length === 1 && short.joined.length > 3 && short.joined === long.initials;
  return says(a, b) || says(b, a) ? { score: 870, reasons: [{ kind: 'initials' }] } : { score: 0, reasons: [] };
}

/** 0 to 1000, by whichever of three ways sees most: word for word, letter for letter, first letters. Symmetric but for the order of reasons. */
export function namesAlike(a: NormalName, b: NormalName): NameLikeness {
  return [byWords(a, b), byLetters(a, b), byInitials(a, b)].reduce((best, one) => (one.score > best.score ? one : best));
}
