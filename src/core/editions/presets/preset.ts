import type { z } from 'zod';
import { movedBy } from '../../season/timeline/local-instant.ts';
import type { editionDocument } from '../document.ts';
import type { partShapes } from '../parts.ts';

type Written = Omit<z.input<typeof editionDocument>, 'plaudit' | 'edition'>;

/** In the order they are offered. */
export const presetKeys = [
  'stevie-sales-customer-service',
  'sspa-star',
  'asp-ten-best',
  'cx-excellence',
  'industry-awards',
  'ukccf',
  'public-blend',
] as const;
export type PresetKey = (typeof presetKeys)[number];

export const isPreset = (key: string): key is PresetKey => (presetKeys as readonly string[]).includes(key);

/** The rules of a real award as a whole edition. Awards change their rules: compare with the sources before use. */
export type EditionPreset = {
  /** `opening`: the day it opens, `2026-03-01`. Dates, and years in its rules, follow from it. */
  readonly from: (opening: string) => Written;
};

/** So many days after the opening, on the wall clock. */
export const after = (opening: string, days: number, time = '17:00'): string => movedBy(`${opening}T${time}`, { days });

export const yearOf = (opening: string): number => Number(opening.slice(0, 4));

type Criterion = z.input<typeof partShapes.scorecards>[string]['criteria'][number];
type Scale = Extract<Criterion, { kind: 'judged' }>['scale'];

export const oneToTen: Scale = { min: 1, max: 10 };

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Criteria of one group, marked alike, each weighing the same. */
export const equally = (group: string, names: readonly string[], scale: Scale = oneToTen): Criterion[] =>
  names.map((name): Criterion => ({ kind: 'judged', key: `${group}-${keyOf(name)}`, name, group, weight: 1, scale }));

/** Criteria of one group with so many points each; on a card without weights marks are points. */
export const worth = (group: string, points: number, names: readonly string[]): Criterion[] =>
  names.map((name): Criterion => ({ kind: 'judged', key: `${group}-${keyOf(name)}`, name, group, scale: { min: 0, max: points } }));
