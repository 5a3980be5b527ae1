/** Marks that turn the direction of what follows, or end such a turn. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * What somebody wrote, inside a sentence of ours: whatever its direction, the sentence around it keeps its own (Unicode Standard
 * Annex 9, first strong isolate). Marks of its own are left out, because one without its end would reach beyond ours.
 */
export function isolated(text: string): string {
  return `\u2068${text.replaceAll(turns, '')}\u2069`;
}
