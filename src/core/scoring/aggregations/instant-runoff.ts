import { fraction, toText } from '../../numeric/fraction.ts';
import type { DerivationLine, SetAside, Standing } from '../standing.ts';
import { eliminate, mostVotes, type Stage } from './elimination.ts';
import type { MethodInput, Outcome } from './method.ts';
import { rankings } from './rankings.ts';

/** What is told of every entry alike. */
type Told = { readonly unit: bigint; readonly judges: number; readonly rounds: number; readonly name: (panel: number) => string };

/** What one stage says of an entry; nothing once it is out. */
function lineOf(stage: Stage, at: number, panel: number, { unit, judges, rounds, name }: Told): DerivationLine[] {
  const own = stage.votes.get(panel);
  if (own === undefined) return [];
  const round = at + 1;
  const votes = toText(fraction(own, unit));
  if (stage.kind === 'round') {
    const out = stage.out.includes(panel);
    const together = out && stage.out.length > 1 ? { together: stage.out.length } : {};
    return [{ key: 'round', facts: { round, votes, judges, out, rounds, ...together } }];
  }
  const level = stage.level.map(name).join(', ');
  if (!stage.followed) return [{ key: 'orders-beyond', facts: { round, votes, judges, level, most: mostVotes, left: stage.best.size } }];
  const first = [...stage.best.values()].filter((place) => place === 1).length;
  return [{ key: 'orders', facts: { round, votes, judges, level, place: stage.best.get(panel) ?? null, first } }];
}

/**
 * Instant run-off: in each round every judge's vote goes to the best entry left on the judge's ranking, and the entry with the fewest
 * votes goes out; the later, the higher it stands. Several that are exactly level for the fewest go out together, and stay tied, only where
 * their votes together are below the next entry's: their order then changes nothing for the others. Else every order is followed
 * (`eliminate`), and an entry has the best place any of them gives it: one that stays to the end in all of them is first, several that do
 * so in some share the first place, and the derivation says which. Only judges who marked every entry of the category (that has its panel)
 * vote, as an entry a judge may not mark would else stand last with that judge; the others are set aside. Orders without scores.
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
  const { stages, unit, best } = eliminate(full, panels.length);
  const name = (panel: number): string => table.entries[panels[panel]?.entry ?? -1]?.name ?? '';
  const told: Told = { unit, judges: full.length, rounds: stages.length, name };
  const standings = panels.map((_, panel): Standing => {
    const lines = stages.flatMap((stage, at) => lineOf(stage, at, panel, told));
    return { score: null, layer: best[panel] ?? 1, lines, setAside: setAside[panel] ?? [] };
  });
  return { ...order, standings };
}
