/**
 * Names people write in more than one way, read as what they mean before anything is compared. Employers go by their normal name, legal
 * form aside: two that are taken for one cost a seat, one that is taken for two seats a colleague. What was taken for one is told.
 */
import { askedFrom, blockingKeys, mayBeOne, type Profile, profileOf } from '#core/names/duplicates.ts';
import { normalName } from '#core/names/normal.ts';
import { slips, spelledAlike } from '#core/names/spelling.ts';
import type { Refusal } from '#core/problems/refusal.ts';
import { withoutHidden } from '#core/problems/visible.ts';
import { look } from '#core/scoring/collecting/alike-names.ts';
import type { DemandEntry, DemandJudge } from './demand.ts';

type Rows = { readonly entries: readonly DemandEntry[]; readonly judges: readonly DemandJudge[] };

export type EmployerSpellings = {
  /** Spellings that were read as one employer, where a judge has one of them. */
  readonly one: readonly (readonly string[])[];
  /** Employers that were read as two and may be one. */
  readonly alike: readonly (readonly [string, string])[];
};

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const employerKey = (name: string): string => normalName(withoutHidden(name)).joined || look(name);

function remembering(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = of(text);
    known.set(text, found);
    return found;
  };
}

/** Spellings by what they mean, each list in the order of code points: the order of rows changes nothing. */
function spellingsOf(names: Iterable<string>, keyOf: (name: string) => string): Map<string, string[]> {
  return Map.groupBy([...new Set(names)].sort(byCodePoint), keyOf);
}

/** Beginnings that so many employers share tell nothing of them. */
const mostInBlock = 100;

/** Pairs that may be one company, of which a judge has at least one. */
function alikeEmployers(employers: ReadonlyMap<string, readonly string[]>, ofJudges: ReadonlySet<string>): (readonly [string, string])[] {
  const profiles = new Map<string, Profile>();
  const blocks = new Map<string, string[]>();
  for (const [key, names] of employers) {
    const profile = profileOf({ names, domains: [] });
    profiles.set(key, profile);
    for (const block of blockingKeys(profile)) blocks.set(block, [...(blocks.get(block) ?? []), key].slice(0, mostInBlock + 1));
  }
  const found = new Map<string, readonly [string, string]>();
  for (const block of blocks.values()) {
    if (block.length > mostInBlock) continue;
    for (const [at, one] of block.entries()) {
      for (const other of block.slice(at + 1)) {
        const [a, b] = [profiles.get(one), profiles.get(other)];
        if (!a || !b || !(ofJudges.has(one) || ofJudges.has(other)) || mayBeOne(a, b).score < askedFrom) continue;
        found.set(`${one}\n${other}`, [employers.get(one)?.[0] ?? one, employers.get(other)?.[0] ?? other]);
      }
    }
  }
  return [...found.values()].sort((p, q) => byCodePoint(p.join('\n'), q.join('\n')));
}

/** The rows with one spelling for each employer, category, topic and language. */
export function withOneSpelling({ entries, judges }: Rows): Rows & { readonly employers: EmployerSpellings } {
  const [keyOf, lookOf] = [remembering(employerKey), remembering(look)];
  const employers = spellingsOf(
    [...entries, ...judges].flatMap((row) => row.employers),
    keyOf,
  );
  const ofJudges = new Set(judges.flatMap((judge) => judge.employers.map(keyOf)));
  const categories = spellingsOf(
    entries.map(({ category }) => category),
    lookOf,
  );
  const category = (name: string) => categories.get(lookOf(name))?.[0] ?? name;
  return {
    entries: entries.map((entry) => ({
      ...entry,
      employers: entry.employers.map(keyOf),
      category: category(entry.category),
      topics: entry.topics.map(lookOf),
      language: lookOf(entry.language),
    })),
    judges: judges.map((judge) => ({
      ...judge,
      employers: judge.employers.map(keyOf),
      categories: judge.categories.map(category),
      optedOut: judge.optedOut.map(category),
      topics: judge.topics.map(lookOf),
      languages: judge.languages.map(lookOf),
    })),
    employers: {
      one: [...employers].filter(([key, names]) => names.length > 1 && ofJudges.has(key)).map(([, names]) => names),
      alike: alikeEmployers(employers, ofJudges),
    },
  };
}

/** Two names a reader would take for one are neither taken for one nor silently for two. */
export function alikeNames({ entries, judges }: Rows): Refusal[] {
  const alike = <T extends DemandEntry | DemandJudge>(rows: readonly T[], column: 'entry' | 'judge', nameOf: (row: T) => string) => {
    const first = new Map<string, T>();
    return rows.flatMap((row): Refusal[] => {
      const key = look(nameOf(row));
      const before = first.get(key);
      if (before === undefined) first.set(key, row);
      if (before === undefined || nameOf(before) === nameOf(row)) return [];
      const { file, row: at } = row;
      return [
        { code: 'assign.names-alike', facts: { file, row: at, column, name: nameOf(row), first: nameOf(before), before: before.row } },
      ];
    });
  };
  return [...alike(entries, 'entry', ({ entry }) => entry), ...alike(judges, 'judge', ({ judge }) => judge)];
}

const named = (entries: Rows['entries']): readonly string[] =>
  [...new Set(entries.map(({ category }) => category).filter((name) => name !== ''))].sort(byCodePoint);

/**
 * Names of categories that keep a plan from being made: an opt-out that names none would keep nobody out, and one a slip away from a
 * category is meant for it. Without any category among the entries, what a judge knows cannot be wrong.
 */
export function unknownCategories({ entries, judges }: Rows): Refusal[] {
  const names = named(entries);
  const known = new Set(names.map(look));
  const nearest = (name: string) => {
    const far = (other: string) => slips(look(name), look(other));
    return names.reduce<string | null>((best, other) => (best === null || far(other) < far(best) ? other : best), null);
  };
  const slipped = (name: string) => names.some((other) => spelledAlike(look(name), look(other)) > 0);
  return judges.flatMap(({ file, row, categories, optedOut }) =>
    [...categories.filter(slipped), ...optedOut]
      .filter((name) => !known.has(look(name)))
      .map((name) => ({
        code: 'assign.unknown-category' as const,
        facts: { file, row, column: 'categories', name, nearest: nearest(name) },
      })),
  );
}

/** Categories some judge knows, no entry is in, and no slip explains: they count for nothing, and are told. */
export function categoriesWithoutEntries({ entries, judges }: Rows): readonly string[] {
  const known = new Set(named(entries).map(look));
  const unmet = judges.flatMap(({ categories }) => categories).filter((name) => known.size > 0 && !known.has(look(name)));
  return [...new Map(unmet.map((name) => [look(name), name])).values()].sort(byCodePoint);
}

/**
 * Employers of judges as numbers, −1 without: judges of one number are colleagues. A judge of two employers is a colleague of both, which
 * makes colleagues of them all: too few may sit together, never too many.
 */
export function numberedEmployers(judges: readonly DemandJudge[]): Int32Array | null {
  const joined = new Map<string, string>();
  const rootOf = (name: string): string => {
    const above = joined.get(name);
    return above === undefined ? name : rootOf(above);
  };
  for (const { employers } of judges) {
    for (const employer of employers.slice(1)) {
      const [one, other] = [rootOf(employers[0] ?? ''), rootOf(employer)];
      if (one !== other) joined.set(one, other);
    }
  }
  const number = new Map<string, number>();
  const numbers = Int32Array.from(judges, ({ employers: [employer] }) => {
    if (employer === undefined) return -1;
    const root = rootOf(employer);
    if (!number.has(root)) number.set(root, number.size);
    return number.get(root) ?? -1;
  });
  return number.size === 0 ? null : numbers;
}
