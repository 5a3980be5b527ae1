/** Text out of files, made safe to look at: sentences and terminals show what is not shown by its number in Unicode. */

/** Characters that are not shown, or shown as another space: controls, zero width, changes of direction, fillers. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{2800}]|\p{Variation_Selector}|\u{34f}|(?! )\p{Zs}/gu;

/** Those of them that take no room, so that a name with and without them looks the same. */
const without = /[\p{Cc}\p{Cf}\u{115f}\u{1160}\u{3164}]|\p{Variation_Selector}|\u{34f}/gu;

/** Controls, other ends of lines, and changes of direction: what makes a terminal or a page say something else than was written. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u;
const unsafeButLines = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

const numberOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const numbered = (character: string): string => `⟨${numberOf(character)}⟩`;

/** The text without what takes no room in it. */
export const withoutHidden = (text: string): string => text.replace(without, '');

/** The text with every character that is not shown by its number. */
export const shown = (value: unknown): string => String(value).replace(hidden, numbered);

/** The text with what must not reach a terminal raw by its number; lines stay lines. */
export const printable = (text: string): string => text.replace(unsafeButLines, numbered);

/** The number of the first character in a name that may do harm where it is shown; undefined for a good name. */
export function unsafeIn(text: string): string | undefined {
  const found = unsafe.exec(text)?.[0];
  return found === undefined ? undefined : numberOf(found);
}
