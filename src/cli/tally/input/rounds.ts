import { basename } from 'node:path';
import type { Refusal } from '#core/problems/refusal.ts';
import type { WrittenRules } from '#core/verdict/rules-shape.ts';

type WrittenRounds = NonNullable<WrittenRules['rounds']>;

/** Which round a ballot is of: what the rules say of its file, else what its row says. */
export type RoundReading = {
  readonly names: readonly string[];
  readonly roundOf: (file: string, row: number, said: string) => { readonly round: string } | Refusal;
};

/** A sheet is called by its file's name and its own. */
const isOf = (file: string, declared: string): boolean => file === declared || file.startsWith(`${declared}, `);

/** Files that rules name under two rounds. */
export function doubledFiles(rounds: WrittenRounds): Refusal[] {
  const files = [...new Set(rounds.flatMap((round) => round.files ?? []))];
  return files.flatMap((file): Refusal[] => {
    const named = rounds.filter((round) => round.files?.includes(file)).map(({ round }) => round);
    return named.length < 2 ? [] : [{ code: 'blend.file-of-several-rounds', facts: { file, rounds: named.join(', ') } }];
  });
}

/** How rounds are told apart; `rounds` as the rules have them. */
export function roundReading(rounds: WrittenRounds): RoundReading {
  const names = rounds.map(({ round }) => round);
  const ofFile = (file: string): string | undefined =>
    rounds.find((round) => round.files?.some((declared) => isOf(file, declared) || isOf(basename(file), declared)))?.round;
  const known = new Map<string, string | undefined>();
  return {
    names,
    roundOf(file, row, said) {
      if (!known.has(file)) known.set(file, ofFile(file));
      const round = known.get(file) ?? said;
      if (names.includes(round)) return { round };
      const facts = { file, row, rounds: names.join(', ') };
      return round === '' ? { code: 'blend.round-missing', facts } : { code: 'blend.unknown-round', facts: { ...facts, round } };
    },
  };
}
