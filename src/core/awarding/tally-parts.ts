import type { Aggregation, LevelRule } from '../verdict/rules.ts';
import type { AwardRules } from './shape.ts';

type Said<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** Without what nobody said: a setting that is there and undefined is another value to JSON and to types than one that is not. */
function said<T extends object>(part: T): Said<T> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Said<T>;
}

export const levelRule = (level: AwardRules['levels'][number]): LevelRule => said(level);

export const aggregationRule = (aggregation: AwardRules['aggregation']): Aggregation => said(aggregation);
