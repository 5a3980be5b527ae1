/** The call as its page tells it: plain values, dates in the programme's zone. */
import type { Phase } from '#core/season/phases.ts';
import type { Ctx } from '#platform/context.ts';
import { type ToldDates, toldDates } from '../edition.ts';
import { type ProgrammeForPublic, programmeForPublic } from './views.ts';

export type Call = {
  readonly programme: {
    readonly slug: string;
    readonly name: string;
    readonly strapline: string;
    readonly summary: string;
    readonly zone: string;
  };
  readonly edition: { readonly slug: string; readonly name: string; readonly phase: Phase; readonly seats: number };
  readonly dates: ToldDates;
  /** Milliseconds from now to the instant that is due next, in whole minutes; negative for one that has passed. */
  readonly away: number;
  readonly categories: readonly { readonly id: string; readonly code: string; readonly name: string; readonly description: string }[];
  /** `share` of all weights, 0 to 1. */
  readonly criteria: readonly { readonly id: string; readonly name: string; readonly question: string; readonly share: number }[];
  readonly scale: { readonly min: number; readonly max: number };
  /** Editions whose winners can be read, newest first. */
  readonly past: readonly { readonly slug: string; readonly name: string }[];
};

function nextInstant({ phase, entriesOpenAt, entriesCloseAt, judgingCloseAt, announcedAt }: ProgrammeForPublic['edition']): Date {
  switch (phase) {
    case 'upcoming':
      return entriesOpenAt;
    case 'entries-open':
      return entriesCloseAt;
    case 'screening':
    case 'judging-open':
    case 'deciding':
      return judgingCloseAt;
    case 'announced':
      return announcedAt ?? judgingCloseAt;
  }
}

const minute = 60_000;

export async function callOf(ctx: Ctx, slug: string, editionSlug?: string): Promise<Call> {
  const { programme, edition, categories, criteria, past } = await programmeForPublic(ctx, slug, editionSlug);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return {
    programme,
    edition: { slug: edition.slug, name: edition.name, phase: edition.phase, seats: edition.seats },
    dates: toldDates(edition),
    // Told no finer, so that the page stays the same for a minute.
    away: Math.trunc((nextInstant(edition).getTime() - ctx.now.getTime()) / minute) * minute,
    categories,
    criteria: criteria.map(({ id, name, question, weight }) => ({ id, name, question, share: weight / total })),
    scale: { min: criteria[0]?.scaleMin ?? 0, max: criteria[0]?.scaleMax ?? 0 },
    past: past.map(({ slug: pastSlug, name }) => ({ slug: pastSlug, name })),
  };
}
