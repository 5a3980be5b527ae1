/** Text as people paste it, made into the one form that is kept, compared and counted: on every machine the same. */

const lineEnds = /\r\n?|[\u0085\u2028\u2029]|\p{Cc}(?<=[\v\f])/gu;

/** Controls that mean nothing in a text; tab and line feed mean something. The database keeps no U+0000 at all. */
const controls = /\p{Cc}(?<![\t\n])/gu;

/**
 * Text of several lines: composed (NFC), line ends as one line feed, no controls but tab and line feed, half characters as U+FFFD,
 * nothing at its ends nor at the end of a line. Applying it again changes nothing.
 */
export function plainText(text: string): string {
  const clean = text.toWellFormed().replace(lineEnds, '\n').replace(controls, '').normalize('NFC');
  return clean
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Text of one line: as above, with every run of white space a single space. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/gu, ' ');
}

/** How long a text is to people and to limits: in code points, so that an emoji of one code point counts once. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
