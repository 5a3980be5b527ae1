/**
 * How words are counted: one rule, one function, in the browser and on the server. What it says to people stands in `words/en/forms.ts`,
 * why it is so in docs/decisions.
 *
 * The rule follows the default word boundaries of Unicode (UAX #29, WB5–WB13b) with the tailoring its §4.1 leaves to the application:
 * - A word is a run of letters and digits with their marks. Joined to one word by what stands singly between two of them: apostrophe,
 *   hyphen, full stop, middle dot, `&`, `@`, low lines; between two digits also `,` `:` `/` `٫` `٬` and a space that does not break.
 * - An address of the web is one word, however long.
 * - Scripts without spaces: each ideograph, each hiragana and katakana is a word (as word processors count them); Thai, Lao, Khmer and
 *   Burmese letters count one word for each four begun, as those are in no list of words here.
 * - Emoji, signs and punctuation by themselves are no words. There is no markup: what looks like it is text. What is not shown (marks of
 *   direction, joiners, soft hyphens) is as if it were not there; a space of no width parts words.
 */

import { plainText } from '../languages/plain-text.ts';

/** A word each: ideographs, and the letters and length marks of both kana. */
const ideograph = String.raw`\p{Ideographic}|(?=\p{L})[\p{sc=Hiragana}\p{sc=Katakana}]|[\u30fc\uff70]`;
/** Written without spaces, several letters a word. */
const unspaced = String.raw`(?=\p{L})[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
/** What goes with the letter before it, half-width sound marks too. */
const marks = String.raw`[\p{M}\uff9e\uff9f]*`;
const spaced = String.raw`(?!${ideograph}|${unspaced})[\p{L}\p{N}]${marks}`;
const joiner = String.raw`['’.&@·\u05f3\u05f4\-\u2010\u2011\u058a\u05be]|\p{Pc}+|(?<=\p{Nd})[,:\/\u066b\u066c\u00a0\u2009\u202f](?=\p{Nd})`;
/** Up to the next space, quote, bracket or ideograph: those are not what an address is glued to by mistake. */
const address = String.raw`(?:https?:\/\/|www\.)(?:(?!${ideograph}|${unspaced})[^\s<>"“”«»])+`;

const word = new RegExp(
  `${address}|(?:${ideograph})${marks}|(?:${unspaced}${marks}){1,4}|(?:${spaced})+(?:(?:${joiner})(?:${spaced})+)*`,
  'giu',
);

const partsWords = /\u200b/gu;
const notShown = /\p{Cf}|[\u034f\u115f\u1160\u3164]/gu;
/** Digits and letters that are drawn as pictures: key caps, and letters followed by the sign that asks for a picture. */
const pictures = /[0-9#*]\ufe0f?\u20e3|(?![0-9#*])\p{Emoji}\ufe0f/gu;

/** How many words a text has; nothing but the text decides. Time grows with its length alone. */
export function countWords(text: string): number {
  const seen = plainText(text).replace(partsWords, ' ').replace(notShown, '').replace(pictures, ' ');
  return seen.match(word)?.length ?? 0;
}
