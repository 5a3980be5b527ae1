/** What people wrote, made harmless where a mail repeats it: no program makes a link, a header or another direction of it. */

/** Characters that steer instead of standing for something; a line break and the marks that scripts need are none of them. */
const steering = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** A space of no width: what looks like an address to a mail program is two words to it, and reads as before. */
const gap = '\u200B';

/** A value as it may stand in the body of a mail. Mail programs make links of bare addresses, so these come apart. */
export function inert(value: string): string {
  return value
    .replaceAll('\t', ' ')
    .replaceAll(steering, (character) => (character === '\n' ? character : ''))
    .replaceAll('://', `:${gap}//`)
    .replaceAll(/(?<=[\p{L}\p{N}-])([.@])(?=[\p{L}\p{N}])/gu, `$1${gap}`)
    .replaceAll(/(mailto|javascript|data|tel):/giu, `$1${gap}:`);
}

/** One line of at most `most` characters: for subjects, names and whatever else becomes a header. */
export function oneLine(value: string, most: number): string {
  const line = value
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(steering, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}

/** Whether something would end a header or turn its reading round, so that a form can refuse it instead of changing it. */
export function steers(value: string): boolean {
  return value.search(steering) >= 0;
}
