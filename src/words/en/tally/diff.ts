import type { Cause, Change, Standing } from '#core/verdict/compare.ts';

/** What `./plaudit tally diff` says. */
const list = new Intl.ListFormat('en');
const named = (names: readonly string[]): string => (names.length === 0 ? 'nobody' : list.format(names));
const place = (rank: number | null): string => (rank === null ? 'no place' : `place ${rank}`);
const chance = (share: number | null): string => (share === null ? 'none given' : `${Math.round(share * 100)} %`);

function standing(before: Standing, after: Standing): string {
  const parts = [
    before.rank === after.rank ? '' : `${place(before.rank)} → ${place(after.rank)}`,
    before.score === after.score ? '' : `score ${before.score ?? 'none'} → ${after.score ?? 'none'}`,
    before.level === after.level ? '' : `${before.level ?? 'no level'} → ${after.level ?? 'no level'}`,
    before.corrected === after.corrected
      ? ''
      : `corrected ${before.corrected?.toFixed(2) ?? 'none'} → ${after.corrected?.toFixed(2) ?? 'none'}`,
    before.pFirst === after.pFirst ? '' : `chance of first ${chance(before.pFirst)} → ${chance(after.pFirst)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

export const tallyDiff = {
  about: 'compare two results of a tally: what changed, and why',
  same: 'Nothing changed: same rules, same ballots, same places.',
  more: (n: number): string => `and ${n} more`,
  what: (n: number): string => (n === 0 ? 'No place, score or chance changed.' : 'What changed:'),
  why: (n: number): string => (n === 0 ? 'Rules, counts and every ballot are the same.' : 'Why:'),
  change: (change: Change): string => {
    const { category } = change;
    switch (change.kind) {
      case 'winners':
        return `${category}: first ${named(change.before)} → ${named(change.after)}`;
      case 'category-new':
        return `${category}: a new category`;
      case 'category-gone':
        return `${category}: no longer there`;
      case 'entry-new':
        return `${category}, ${change.entry}: new`;
      case 'entry-gone':
        return `${category}, ${change.entry}: no longer there`;
      case 'entry':
        return `${category}, ${change.entry}: ${standing(change.before, change.after)}`;
    }
  },
  cause: (cause: Cause): string => {
    switch (cause.kind) {
      case 'rule':
        return `rule ${cause.rule}: ${cause.before} → ${cause.after}`;
      case 'counted':
        return `${cause.what}: ${cause.before} → ${cause.after}`;
      case 'ballot':
        return `the ballot of ${cause.judge} on ${cause.entry} (${cause.category}): ${cause.before ?? 'not counted'} → ${cause.after ?? 'not counted'}`;
    }
  },
};
