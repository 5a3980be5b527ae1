/**
 * Several people write one entry, field by field. What somebody sends is held against what they began from and what is saved now, so that
 * work in different fields comes together by itself, and two texts for one field are never decided by who came last.
 */

/** How what was sent for one field stands to what is saved: it says the same, is new, was not touched while another wrote, or both wrote. */
export type Standing = 'same' | 'mine' | 'theirs' | 'both';

/** Texts that can be compared whole: an answer in its canonical form. Two who came to the same text agree. */
export type Three = { readonly begun: string; readonly saved: string; readonly sent: string };

export function standingOf({ begun, saved, sent }: Three): Standing {
  if (sent === saved) return 'same';
  if (begun === sent) return 'theirs';
  return begun === saved ? 'mine' : 'both';
}

/** The version each field was known at, by the names of controls: `version`, but for those in `since`. */
export type Known = { readonly version: number; readonly since: Readonly<Record<string, number>> };

/** `title=7 answers.essay=9`, as a form carries it; what is none of that is left out. */
export function sinceIn(text: string): Record<string, number> {
  const known = text.split(/\s+/).flatMap((one): [string, number][] => {
    const found = /^([a-zA-Z][\w.-]{0,119})=([1-9]\d{0,8})$/.exec(one);
    return found?.[1] === undefined ? [] : [[found[1], Number(found[2])]];
  });
  return Object.fromEntries(known.slice(0, mostParts));
}

export const sinceText = (since: Readonly<Record<string, number>>): string =>
  Object.entries(since)
    .map(([part, version]) => `${part}=${version}`)
    .join(' ');

/** As many fields as an entry may have, and a few. */
export const mostParts = 1000;

/** What a control belongs to: `answers.figure` for `answers.figure.before.n`, itself for all that is no answer. */
export function partOf(control: string): string {
  const [first = '', key = ''] = control.split('.');
  return first === 'answers' && key !== '' ? `answers.${key}` : first;
}
