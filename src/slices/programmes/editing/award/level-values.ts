/** Levels as the forms of their page, and back: one is added, changed, moved or taken away; the others stay as they are. */
import type { AwardRules } from '#core/awarding/shape.ts';
import { atLine, filled, numberFrom, plain, type Sent, textIn, type Values } from '../sent.ts';

type Level = AwardRules['levels'][number];

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

export function levelValues({ level, atLeast, below, floors = [], top, percentile, highest, margin, points }: Level): Values {
  const rows = floors.flatMap((floor, i) => [
    [`floors.${i}.criterion`, floor.criterion],
    [`floors.${i}.atLeast`, floor.atLeast],
  ]);
  return {
    level,
    highest: highest ? 'on' : '',
    atLeast: atLeast ?? '',
    below: below ?? '',
    top: shown(top),
    percentile: shown(percentile),
    margin: margin ?? '',
    points: points ?? '',
    ...Object.fromEntries(rows),
  };
}

const written = (values: Values, name: string): string | undefined => textIn(values, name) || undefined;

const floorField = /^floors\.(\d+)\.(?:criterion|atLeast)$/;

/** Floors somebody wrote something in, and which line of the form each is. */
function floorsFrom(values: Values) {
  const lines = Object.entries(values).flatMap(([name, said]) => (said.trim() === '' ? [] : (floorField.exec(name)?.[1] ?? [])));
  const at = [...new Set(lines.map(Number))].toSorted((a, b) => a - b).slice(0, 50);
  return {
    rows: at.map((i) => plain({ criterion: textIn(values, `floors.${i}.criterion`), atLeast: textIn(values, `floors.${i}.atLeast`) })),
    at,
  };
}

/** Lines of floors the form of a level has: one more than are written. */
export const floorRows = (values: Values): number => Math.max(0, ...floorsFrom(values).at.map((at) => at + 1)) + 1;

function levelFrom(values: Values) {
  const floors = floorsFrom(values);
  const sent = filled({
    level: textIn(values, 'level'),
    highest: written(values, 'highest') && true,
    atLeast: written(values, 'atLeast'),
    below: written(values, 'below'),
    floors: floors.rows.length > 0 ? floors.rows : undefined,
    top: numberFrom(values.top),
    percentile: numberFrom(values.percentile),
    margin: written(values, 'margin'),
    points: written(values, 'points'),
  });
  return { sent, fieldOf: (path: string) => atLine('floors', floors.at, path) };
}

/** Levels as a form made them; `at`: where the one stands that it was about. */
export type LevelsMade = { readonly levels: readonly Sent[]; readonly fieldOf: (path: string) => string; readonly at?: number };

const same = (path: string): string => path;

/** The written level among the others: where the form says, or where it was, or behind them all. */
function withLevel(others: readonly Sent[], values: Values, was = others.length): LevelsMade {
  const { sent, fieldOf } = levelFrom(values);
  const place = numberFrom(values.place);
  const at = typeof place === 'number' && Number.isInteger(place) && place >= 0 ? Math.min(place, others.length) : was;
  const own = `levels.${at}`;
  const levels = others.toSpliced(at, 0, sent);
  return {
    levels,
    at,
    fieldOf: (path) => (path === own ? 'level' : path.startsWith(`${own}.`) ? fieldOf(path.slice(own.length + 1)) : path),
  };
}

/** `do` is which form it was; `move` the button that was pressed in the list: `1.up`. */
export function levelsFrom(values: Values, was: AwardRules['levels']): LevelsMade {
  const levels = was.map(plain);
  const at = Number.parseInt(textIn(values, 'at'), 10);
  const others = levels.filter((_, i) => i !== at);
  if (values.do === 'level.add') return withLevel(levels, values);
  if (values.do === 'level.change' && at < levels.length) return withLevel(others, values, at);
  if (values.do === 'level.drop') return { levels: others, fieldOf: same };
  const [, moved = '-1', way] = /^(\d+)\.(up|down)$/.exec(values.move ?? '') ?? [];
  const level = levels[Number(moved)];
  if (level === undefined) return { levels, fieldOf: same };
  const next = Math.max(0, Number(moved) + (way === 'up' ? -1 : 1));
  return { levels: levels.toSpliced(Number(moved), 1).toSpliced(next, 0, level), fieldOf: same };
}
