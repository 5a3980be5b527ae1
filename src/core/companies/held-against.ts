/** What somebody states of a company beside what the register knows of it. */
import type { FactValue, KnownFacts } from '../rules/facts.ts';

/** The same fact twice, and the two cannot both be right. */
export type Contradiction = { readonly fact: string; readonly stated: FactValue; readonly known: FactValue };

type Range = { readonly least: number; readonly most: number };

function rangeOf(value: FactValue): Range | undefined {
  if (typeof value === 'number') return { least: value, most: value };
  if (typeof value !== 'object' || value === null || !('least' in value)) return undefined;
  return { least: value.least, most: value.most ?? Number.POSITIVE_INFINITY };
}

function agree(stated: FactValue, known: FactValue): boolean {
  const [one, other] = [rangeOf(stated), rangeOf(known)];
  if (one && other) return one.least <= other.most && other.least <= one.most;
  return JSON.stringify(stated) === JSON.stringify(known);
}

/** At least so many, and nobody knows how many more: a statement that agrees says more. */
const openEnded = (value: FactValue): boolean => rangeOf(value)?.most === Number.POSITIVE_INFINITY;

/** The facts that count: the register's where it knows, what is stated elsewhere. Where they contradict each other, both are told. */
export function heldAgainst(
  stated: KnownFacts,
  known: KnownFacts,
): { readonly facts: KnownFacts; readonly contradictions: readonly Contradiction[] } {
  const both = Object.entries(known).map(([fact, value]) => ({ fact, known: value, stated: stated[fact] ?? null }));
  const counting = both.filter((each) => each.stated === null || !openEnded(each.known) || !agree(each.stated, each.known));
  return {
    facts: { ...stated, ...Object.fromEntries(counting.map(({ fact, known: value }) => [fact, value])) },
    contradictions: both.filter((each) => each.stated !== null && !agree(each.stated, each.known)),
  };
}
