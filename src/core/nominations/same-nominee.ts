/** Whether two nominees of one category may be one, and what speaks for it. People decide; this only asks them. */
import type { NomineeKind } from '../categories/shape.ts';
import { askedFrom, blockingKeys, type Evidence, mayBeOne, type Profile, profileOf } from '../names/duplicates.ts';
import { normalName } from '../names/normal.ts';

export type Proposed = {
  readonly id: string;
  readonly kind: NomineeKind;
  readonly name: string;
  /** The company a person, a team or a technology belongs to; '' where nobody said. */
  readonly worksFor: string;
  readonly email: string;
  /** `mailboxOf` the address; '' without one. */
  readonly mailbox: string;
};

export type Reason = Evidence | { readonly kind: 'same-mailbox' | 'same-company' };

/** 0 to 1000; from `askedFrom` on somebody is asked. */
export type Likeness = { readonly score: number; readonly evidence: readonly Reason[] };

/** A domain says whose a company is, and nothing of which of its people or teams is meant. */
const byDomain = ({ kind }: Proposed): boolean => kind === 'organisation';

const profile = (of: Proposed): Profile => profileOf({ names: [of.name], domains: byDomain(of) ? [of.email] : [] });

/** Of the same words, whatever their form: names of companies that stand beside a nominee only speak for it. */
function sameCompany(a: Proposed, b: Proposed): boolean {
  const [x, y] = [normalName(a.worksFor).joined, normalName(b.worksFor).joined];
  return x !== '' && x === y;
}

/**
 * The likeness of their names across scripts and spellings; of organisations also by registered domain, in which addresses that are open to
 * everybody say nothing. The same mailbox closes all that is missing of people, and nine tenths of others: a team may share its leader's.
 * Nominees of different kinds are never one.
 */
export function sameNominee(a: Proposed, b: Proposed): Likeness {
  if (a.kind !== b.kind) return { score: 0, evidence: [] };
  const { score, evidence } = mayBeOne(profile(a), profile(b));
  const mailbox = a.mailbox !== '' && a.mailbox === b.mailbox;
  const sure = a.kind === 'person' ? 1000 : 1000 - Math.floor((1000 - score) / 10);
  return {
    score: mailbox ? sure : score,
    evidence: [
      ...(mailbox ? [{ kind: 'same-mailbox' } as const] : []),
      ...evidence,
      ...(sameCompany(a, b) ? [{ kind: 'same-company' } as const] : []),
    ],
  };
}

/** What two of them share at least, so that nobody compares everybody with everybody. */
const keysOf = (one: Proposed): string[] => [...blockingKeys(profile(one)), ...(one.mailbox === '' ? [] : [`m:${one.mailbox}`])];

export type Pair = Likeness & { readonly first: string; readonly second: string };

/** Every two of a category that somebody should look at, the most alike first; of equal ones in the order of their ids. */
export function likelyPairs(proposed: readonly Proposed[]): readonly Pair[] {
  const blocks = new Map<string, Proposed[]>();
  for (const one of proposed) for (const key of keysOf(one)) blocks.set(key, [...(blocks.get(key) ?? []), one]);
  const seen = new Map<string, Pair>();
  for (const block of blocks.values()) {
    for (const [i, a] of block.entries()) {
      for (const b of block.slice(i + 1)) {
        const [first, second] = a.id < b.id ? [a, b] : [b, a];
        const key = `${first.id} ${second.id}`;
        if (!seen.has(key)) seen.set(key, { first: first.id, second: second.id, ...sameNominee(first, second) });
      }
    }
  }
  return [...seen.values()]
    .filter(({ score }) => score >= askedFrom)
    .sort((a, b) => b.score - a.score || (a.first + a.second < b.first + b.second ? -1 : 1));
}
