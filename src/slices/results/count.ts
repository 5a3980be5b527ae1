/** Counting the ballots as they are now: once by core, exactly. */
import { createHash } from 'node:crypto';
import { toText } from '#core/numeric/fraction.ts';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson, type Json } from '#core/record/canonical.ts';
import { type EntryTally, tally } from '#core/scoring/tally.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { acceptedEntries } from '#slices/entries/index.ts';
import { marksForCount } from '#slices/judging/index.ts';
import { type CriterionView, criteriaOf } from '#slices/programmes/index.ts';

/** One ballot's part in a score: `sum` = Σ weight·mark and `mean` = sum / Σ weights, as exact texts. */
export type CountedBallot = {
  readonly judge: string;
  readonly sum: string;
  readonly mean: string;
  readonly marks: Readonly<Record<string, number>>;
};

/** `score` is total / (ballots · weightTotal) in lowest terms; null, like `rank`, below the minimum panel. */
export type CountedEntry = {
  readonly category: string;
  readonly entry: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly score: string | null;
  readonly total: string;
  readonly ballots: readonly CountedBallot[];
};

/** What a tally stores: everything that is needed to follow each figure by hand. */
export type TallyResult = {
  readonly v: 1;
  readonly minimumPanel: number;
  readonly weightTotal: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly name: string;
    readonly weight: number;
    readonly min: number;
    readonly max: number;
  }[];
  readonly entries: readonly CountedEntry[];
};

export type Count = { readonly result: TallyResult; readonly ballots: number; readonly ballotsHash: Buffer; readonly resultHash: Buffer };

const sha256 = (value: Json): Buffer => createHash('sha256').update(canonicalJson(value)).digest();

function countedEntry(entry: EntryTally): CountedEntry {
  const ranked = entry.status === 'ranked' ? entry : undefined;
  return {
    category: entry.category,
    entry: entry.entry,
    rank: ranked?.rank ?? null,
    tied: ranked?.tied ?? false,
    score: ranked ? toText(ranked.score) : null,
    total: entry.total.toString(),
    ballots: entry.ballots.map(({ judge, sum, mean, terms }) => ({
      judge,
      sum: sum.toString(),
      mean: toText(mean),
      marks: Object.fromEntries(terms.map(({ criterion, mark }) => [criterion, mark])),
    })),
  };
}

const rulesOf = (criteria: readonly CriterionView[]) =>
  criteria.map(({ id, name, weight, scaleMin: min, scaleMax: max }) => ({ id, name, weight, min, max }));

/** The tally of all submitted ballots. Needs the scope `ballots`. @throws Problem naming the first mark that cannot be counted */
export async function countBallots(ctx: Ctx, edition: { readonly id: EditionId; readonly minimumPanel: number }): Promise<Count> {
  const { minimumPanel } = edition;
  const rules = rulesOf(await criteriaOf(ctx, edition.id));
  const entries = (await acceptedEntries(ctx, edition.id)).map(({ id, category }) => ({ entry: id, category }));
  const marks = await marksForCount(ctx, edition.id);
  const criteria = rules.map(({ id, weight, min, max }) => ({ id, weight, scale: { min, max } }));
  const counted = tally({ criteria, marks, minimumPanel, entries });
  if (!counted.ok) {
    const [first] = counted.refusals;
    throw first ? problem(first.code, first.facts) : new Error('a refusal without a reason');
  }
  const weightTotal = rules.reduce((sum, { weight }) => sum + BigInt(weight), 0n).toString();
  const result: TallyResult = {
    v: 1,
    minimumPanel,
    weightTotal,
    criteria: rules,
    entries: counted.value.flatMap((category) => category.entries.map(countedEntry)),
  };
  const ballots = result.entries.reduce((sum, entry) => sum + entry.ballots.length, 0);
  return { result, ballots, ballotsHash: sha256({ minimumPanel, criteria: rules, entries, marks }), resultHash: sha256(result) };
}
