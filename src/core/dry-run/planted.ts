/** Entries nobody wrote: what each is worth on every criterion, as its seed says. */
import { normalQuantile } from '../numeric/normal.ts';
import { random } from '../numeric/random.ts';
import type { CardCriterion } from '../scorecards/shape.ts';
import type { Asked } from './asked.ts';

export type Quality = Pick<Asked, 'typical' | 'spread'>;

export type PlantedEntry = {
  readonly entry: string;
  readonly category: string;
  /** By criterion: where the entry truly lies on its scale, 0 to 1. */
  readonly worth: (criterion: string) => number;
};

export const within = (value: number): number => Math.min(1, Math.max(0, value));

/** A draw of the standard normal distribution that its name alone decides. */
export const drawn = (name: string): number => normalQuantile(random(name).uniform());

/** How much entries differ from criterion to criterion, against how much they differ as a whole. */
const ownOfCriterion = 0.4;

/** The entries of one category. What one is worth on a criterion depends on no other entry and no other criterion. */
export function plant(category: string, count: number, { typical, spread }: Quality, seed: string): readonly PlantedEntry[] {
  return Array.from({ length: count }, (_, i): PlantedEntry => {
    const entry = `${category}-${String(i + 1).padStart(4, '0')}`;
    const whole = typical / 100 + (spread / 100) * drawn(`${seed}/entry/${entry}`);
    const known = new Map<string, number>();
    const worth = (criterion: string): number => {
      const before = known.get(criterion);
      if (before !== undefined) return before;
      const own = within(whole + ownOfCriterion * (spread / 100) * drawn(`${seed}/entry/${entry}/${criterion}`));
      known.set(criterion, own);
      return own;
    };
    return { entry, category, worth };
  });
}

/** Thousandths: as fine as what is measured is written here. */
const thousandths = (value: number): string => {
  const whole = Math.round(Math.abs(value) * 1000);
  const sign = value < 0 && whole > 0 ? '-' : '';
  return `${sign}${Math.floor(whole / 1000)}.${String(whole % 1000).padStart(3, '0')}`;
};

/** What would be measured of an entry worth so much: as far along the breakpoints as the entry lies, from the worst mark to the best. */
export function measured({ breakpoints }: Extract<CardCriterion, { kind: 'metric' }>, worth: number): string {
  const [first, last] = [breakpoints[0], breakpoints.at(-1)];
  const rising = (first?.mark ?? 0) <= (last?.mark ?? 0) ? breakpoints : breakpoints.toReversed();
  const at = worth * (rising.length - 1);
  const [low, high] = [rising[Math.floor(at)], rising[Math.min(rising.length - 1, Math.floor(at) + 1)]];
  const from = Number(low?.value ?? 0);
  return thousandths(from + (Number(high?.value ?? from) - from) * (at - Math.floor(at)));
}

/** Votes or nominations an entry of the highest worth has. An example: nobody can know them before they are cast. */
export const mostVotes = 400;
