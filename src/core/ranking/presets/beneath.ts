import type { Preset } from './preset.ts';
import { presets } from './presets.ts';

type Written = Readonly<Record<string, unknown>>;

export const presetOf = (id: string): Preset | undefined => presets.find((preset) => preset.id === id);

/** Levels as the rules have them, with the points the preset gives those of the same name and no points of their own. */
function withPoints(levels: unknown, points: NonNullable<Preset['rules']['points']>): unknown {
  if (!Array.isArray(levels)) return levels;
  return levels.map((level: unknown) => {
    const own = points.find((each) => typeof level === 'object' && level !== null && 'level' in level && level.level === each.level);
    return own ? { points: own.points, ...(level as Written) } : level;
  });
}

/** Written rules with a preset beneath them: it fills the keys they do not have, and what they say holds. */
export function beneath({ rules }: Preset, said: Written): Written {
  const { points, blend, eachVote, ...plain } = rules;
  const filled: Written = {
    ...plain,
    ...(blend && { rounds: blend.map(({ id, weight }) => ({ round: id, weight })) }),
    ...(eachVote !== undefined && { votes: { each: eachVote } }),
    ...said,
  };
  return points === undefined ? filled : { ...filled, levels: withPoints(filled.levels, points) };
}
