import { add, compare, type Fraction, fraction, toText } from '../../numeric/fraction.ts';
import type { DerivationLine, SetAside, Standing } from '../standing.ts';
import type { MethodInput, Outcome } from './method.ts';
import { type Ranking, rankings } from './rankings.ts';

/** Votes of those still in: each ranking's vote goes to its best entry left, in equal parts where several are equal. */
function firstVotes(orders: readonly Ranking[], left: ReadonlySet<number>): Map<number, Fraction> {
  const votes = new Map([...left].map((panel) => [panel, fraction(0)]));
  for (const { groups } of orders) {
    const best = groups.map((group) => group.filter((panel) => left.has(panel))).find((group) => group.length > 0) ?? [];
    for (const panel of best) votes.set(panel, add(votes.get(panel) ?? fraction(0), fraction(1, best.length)));
  }
  return votes;
}

/** By place in `panels`: the round it went out in, counted from the last (0: stayed to the end), and its votes in every round. */
function runOff(orders: readonly Ranking[], n: number) {
  const rounds: { readonly votes: ReadonlyMap<number, Fraction>; readonly out: readonly number[] }[] = [];
  const left = new Set(Array.from({ length: n }, (_, i) => i));
  while (left.size > 0) {
    const votes = firstVotes(orders, left);
    const fewest = [...votes.values()].reduce((a, b) => (compare(b, a) < 0 ? b : a));
    const out = [...left].filter((panel) => compare(votes.get(panel) ?? fewest, fewest) === 0);
    rounds.push({ votes, out });
    for (const panel of out) left.delete(panel);
  }
  const layer = Array.from({ length: n }, () => 0);
  rounds.forEach(({ out }, round) => {
    for (const panel of out) layer[panel] = rounds.length - 1 - round;
  });
  return { rounds, layer };
}

/**
 * Instant run-off: in each round every judge's vote goes to the best entry left on the judge's ranking, and the entry with the fewest
 * votes goes out; the later, the higher it stands. Entries that are exactly equal for the fewest go out together and stay tied: nothing
 * breaks the tie. Only judges who marked every entry of the category (that has its panel) vote, as an entry a judge may not mark would
 * else stand last with that judge; the others are set aside. Orders without scores.
 */
export function instantRunoff({ table, panels, minimumPanel }: MethodInput): Outcome {
  const all = rankings({ table, panels });
  const full = all.filter(({ entries }) => entries === panels.length);
  const voting = new Set(full.map(({ judge }) => judge));
  const setAside = panels.map(({ ballots }) =>
    ballots
      .filter((ballot) => !voting.has(table.ballotJudge[ballot] ?? 0))
      .map((ballot): SetAside => ({ ballot, reason: 'ranks-not-all' })),
  );
  const order = { unit: 'order', better: null, exact: true } as const;
  if (full.length < minimumPanel) {
    const noPlace = { key: 'panel-too-small', facts: { ballots: full.length, needed: minimumPanel } } as const;
    return { ...order, standings: panels.map((_, i): Standing => ({ score: null, lines: [], setAside: setAside[i] ?? [], noPlace })) };
  }
  const { rounds, layer } = runOff(full, panels.length);
  const standings = panels.map((_, i): Standing => {
    const lines = rounds.flatMap(({ votes, out }, round): DerivationLine[] => {
      const own = votes.get(i);
      return own
        ? [
            {
              key: 'round',
              facts: { round: round + 1, votes: toText(own), judges: full.length, out: out.includes(i), rounds: rounds.length },
            },
          ]
        : [];
    });
    return { score: null, layer: layer[i] ?? 0, lines, setAside: setAside[i] ?? [] };
  });
  return { ...order, standings };
}
