/** Years of old lists as people wrote them, `1927/28` or `1998–99` or `2019`, and how many editions ago one was. */

export type Years = { readonly first: number; readonly last: number };

const earliest = 1800;
const latest = 2200;

/** Every dash and slash that stands between two years, and the spaces people leave around it. */
const written = /^(\d{4})(?:\s*[/\-\u2010-\u2015\u2212\u2044]\s*(\d{4}|\d{2}))?$/u;

/**
 * Rule: four figures, or four and then two or four of the year right after it: `1999/00` ends in 2000. Wide figures read as narrow ones.
 * Undefined for everything else; a span of three years names no edition.
 */
export function readYears(text: string): Years | undefined {
  const [, from = '', to] = written.exec(text.normalize('NFKC').trim()) ?? [];
  const first = Number(from);
  if (from === '' || first < earliest || first > latest) return undefined;
  if (to === undefined) return { first, last: first };
  const next = first + 1;
  return Number(to) === (to.length === 4 ? next : next % 100) ? { first, last: next } : undefined;
}

/** The years of an edition that ran here, by its name if that says a year (“2026”, “Spring 2026”, “2026/27”), else the one it opened in. */
export function yearsOfEdition(name: string, opened: number): Years {
  const said = /(?<!\d)\d{4}(?:\s*[/\-\u2010-\u2015\u2212\u2044]\s*(?:\d{4}|\d{2})(?!\d))?(?!\d)/u.exec(name.normalize('NFKC'))?.[0];
  return (said === undefined ? undefined : (readYears(said) ?? readYears(said.slice(0, 4)))) ?? { first: opened, last: opened };
}

/** What rules call the edition of a year: `1927-28` for 1927/28. */
export function editionOfYears({ first, last }: Years): string {
  return first === last ? String(first) : `${first}-${String(last % 100).padStart(2, '0')}`;
}

/**
 * How many editions ago each of these years was, seen from the edition that begins in `now`: 1 for the one before it.
 * `ran` are the years of editions that ran here, of which none is missing; `listed` those of lists, of which some may be. So listed years
 * count as long as they follow each other in the list's own step (the smallest gap in it); beyond a larger gap nobody knows, and the year
 * is left out.
 */
export function editionsAgo(now: number, ran: readonly number[], listed: readonly number[]): ReadonlyMap<number, number> {
  const own = [...new Set(ran)].filter((year) => year < now).sort((a, b) => b - a);
  const oldest = Math.min(now, ...own);
  const before = [...new Set(listed)].filter((year) => year < oldest).sort((a, b) => b - a);
  const ago = new Map(own.map((year, i) => [year, i + 1]));
  const gaps = before.slice(1).map((year, i) => (before[i] ?? year) - year);
  const step = gaps.length > 0 ? Math.min(...gaps) : 1;
  let last = oldest;
  for (const [i, year] of before.entries()) {
    if (last - year !== step) break;
    ago.set(year, own.length + i + 1);
    last = year;
  }
  return ago;
}
