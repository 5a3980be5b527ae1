/**
 * The doors through which a person's data are counted, given, taken and moved across all slices. People and privacy ask; each slice answers for
 * its own tables. The acts themselves are announced (`people.person-erased`, `people.accounts-merged`) and handled like every event.
 */
import type { Problem } from '#core/problems/problem.ts';
import type { Json } from '#core/record/canonical.ts';
import type { Ctx } from '../context.ts';
import type { PersonId, ProgrammeId } from '../ids.ts';

/** Something of a person that will go, stay or move, counted; `what` is a key of the words. */
export type Counted = { readonly what: string; readonly count: number };

export type Erasing = { readonly goes: readonly Counted[]; readonly stays: readonly Counted[]; readonly blocks: readonly Problem[] };

export type Merging = { readonly moves: readonly Counted[]; readonly blocks: readonly Problem[] };

export type Part = {
  /** Name of the file in the archive. */
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, Json>>[];
  /** What there is and is not given, with a key of the words that say why. */
  readonly leftOut?: readonly Counted[];
  readonly files?: readonly { readonly name: string; readonly sha256: string }[];
};

export type Pair = { readonly from: PersonId; readonly into: PersonId };

/** What is due: counted to be looked at, or let go; `before` is the instant whose data are old enough, by programme where they belong to one. */
export type Due = { readonly cutoff: (programme: ProgrammeId | null) => Date; readonly heldPeople: readonly PersonId[] };

export type Timer = {
  readonly name: string;
  /** Days it is kept unless somebody says otherwise. */
  readonly days: number;
  /** Whether a programme may have its own. */
  readonly perProgramme: boolean;
  readonly count: (ctx: Ctx, due: Due) => Promise<number>;
  readonly apply: (ctx: Ctx, due: Due) => Promise<number>;
};

export type Holder = {
  readonly slice: string;
  /** All accounts and addresses of the person are asked of people; `ctx` has opened the secret scopes. */
  readonly erasing?: (ctx: Ctx, person: PersonId) => Promise<Erasing>;
  readonly exporting?: (ctx: Ctx, person: PersonId) => Promise<readonly Part[]>;
  readonly merging?: (ctx: Ctx, pair: Pair) => Promise<Merging>;
  readonly timers?: readonly Timer[];
};

const holders = new Map<string, Holder>();

/** Called once a process by each slice that knows something of people. */
export function declareHolder(holder: Holder): void {
  if (holders.has(holder.slice)) throw new Error(`${holder.slice} holds twice`);
  holders.set(holder.slice, holder);
}

export async function erasingOf(ctx: Ctx, person: PersonId): Promise<Erasing> {
  const all: Erasing[] = [];
  for (const { erasing } of holders.values()) if (erasing) all.push(await erasing(ctx, person));
  return {
    goes: counted(all.flatMap(({ goes }) => goes)),
    stays: counted(all.flatMap(({ stays }) => stays)),
    blocks: all.flatMap(({ blocks }) => blocks),
  };
}

export async function partsOf(ctx: Ctx, person: PersonId): Promise<Part[]> {
  const all: Part[] = [];
  for (const { exporting } of holders.values()) if (exporting) all.push(...(await exporting(ctx, person)));
  return all;
}

export async function mergingOf(ctx: Ctx, pair: Pair): Promise<Merging> {
  const all: Merging[] = [];
  for (const { merging } of holders.values()) if (merging) all.push(await merging(ctx, pair));
  return { moves: counted(all.flatMap(({ moves }) => moves)), blocks: all.flatMap(({ blocks }) => blocks) };
}

export function allTimers(): readonly Timer[] {
  return [...holders.values()].flatMap(({ timers = [] }) => timers);
}

const counted = (lines: readonly Counted[]) => lines.filter(({ count }) => count > 0);
