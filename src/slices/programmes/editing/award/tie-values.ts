/** The tie ladder as the lines of its form, and back. A rung is one choice with what it asks, so that it works without scripts. */
import type { AwardRules } from '#core/awarding/shape.ts';
import { filled, numberFrom, type Sent, textIn, type Values } from '../sent.ts';

type Rung = AwardRules['ties'][number];

/** As many rungs as a ladder may have. */
const mostRungs = 20;
const spareRungs = 1;

/** `criterion:craft`, `source:judges`, or the rung's name alone. Which marks are high stands in a field beside it. */
function rungChoice(rung: Rung): string {
  if (rung.by === 'criterion') return `criterion:${rung.criterion}`;
  return rung.by === 'source' ? `source:${rung.source}` : rung.by;
}

export const tieValues = (ties: AwardRules['ties']): Values =>
  Object.fromEntries(
    ties.flatMap((rung, i) => [
      [`ties.${i}.by`, rungChoice(rung)],
      [`ties.${i}.from`, rung.by === 'high-marks' ? String(rung.from) : ''],
    ]),
  );

const writtenLines = (values: Values): number[] =>
  Array.from({ length: mostRungs }, (_, i) => i).filter((i) => textIn(values, `ties.${i}.by`) !== '');

export const rungRows = (values: Values): number =>
  Math.min(mostRungs, Math.max(0, ...writtenLines(values).map((at) => at + 1)) + spareRungs);

function rungFrom(choice: string, from: number | string | undefined): Sent {
  const [, by, name] = /^(criterion|source):(.*)$/s.exec(choice) ?? [];
  if (by !== undefined && name !== undefined) return { by, [by]: name };
  return filled({ by: choice, from: choice === 'high-marks' ? from : undefined });
}

/** The ladder as it was written, without lines of nothing; `move` is the button that was pressed: `1.up`, `1.away`. */
export function tiesFrom(values: Values) {
  const [, pressed = '-1', way] = /^(\d+)\.(up|down|away)$/.exec(values.move ?? '') ?? [];
  const moved = Number(pressed);
  const all = writtenLines(values).filter((i) => way !== 'away' || i !== moved);
  const from = all.indexOf(moved);
  const lines = from < 0 ? all : all.toSpliced(from, 1).toSpliced(Math.max(0, from + (way === 'up' ? -1 : 1)), 0, moved);
  const ties = lines.map((i) => rungFrom(textIn(values, `ties.${i}.by`), numberFrom(values[`ties.${i}.from`])));
  const fieldOf = (path: string): string => {
    const [, i, name] = /^ties\.(\d+)(?:\.(\w+))?$/.exec(path) ?? [];
    return i === undefined ? path : `ties.${lines[Number(i)] ?? i}.${name === 'from' ? 'from' : 'by'}`;
  };
  return { ties, fieldOf };
}
