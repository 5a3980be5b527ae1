/** What sending in costs by the instant it is done: as pages tell it, and as an entry keeps it. Nothing is charged, and no right is asked. */
import { mainLanguage } from '#core/editions/parts.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { type TierTimes, tierAt, timesAt } from '#core/season/timeline/clock.ts';
import type { Timeline } from '#core/season/timeline/shape.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { newest, storedParts } from '../configuration/read.ts';
import type { Edition } from '../edition.ts';

export type ToldTier = {
  readonly key: string;
  readonly name: string | undefined;
  readonly until: string | null;
  readonly amount: number;
  readonly currency: string;
  /** Whoever sends in now falls into it. */
  readonly now: boolean;
};

type Fees = {
  readonly timeline: Timeline | undefined;
  readonly zone: string;
  readonly say: (text: LocalText) => string;
};

/** Empty where no timeline names fees. `at` undefined: nothing is sent in now. */
export function toldTiers({ timeline, zone, say }: Fees, at: number | undefined): readonly ToldTier[] {
  if (!timeline?.fees) return [];
  const times = timesAt(timeline, zone);
  const due = at === undefined ? undefined : tierAt(times, at)?.key;
  return times.tiers.map(({ key, until, amount, currency }) => {
    const name = timeline.fees?.tiers.find((tier) => tier.key === key)?.name;
    return {
      key,
      name: name === undefined ? undefined : say(name),
      until: until === null ? null : zonedText(until, zone),
      amount,
      currency,
      now: key === due,
    };
  });
}

/** The tiers of an edition, for whoever writes an entry in it. */
export async function tiersOf(ctx: Ctx, { id, zone }: Pick<Edition, 'id' | 'zone'>, at: number | undefined): Promise<readonly ToldTier[]> {
  const stored = await storedParts(ctx, id, newest);
  const main = mainLanguage(stored);
  return toldTiers({ timeline: stored.timeline, zone, say: (text) => inLanguage(text, ctx.language, main) }, at);
}

/** The tier an entry falls into that arrives now; undefined without fees, and where no tier is left. */
export async function tierNow(ctx: Ctx, { id, zone }: Pick<Edition, 'id' | 'zone'>): Promise<TierTimes | undefined> {
  const { timeline } = await storedParts(ctx, id, newest);
  return timeline?.fees && tierAt(timesAt(timeline, zone), ctx.now.getTime());
}
