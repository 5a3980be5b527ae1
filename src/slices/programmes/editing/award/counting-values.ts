/** How marks become a score, as the fields of its form, and back; and the parts a score is blended from. */
import type { Award, AwardRules } from '#core/awarding/shape.ts';
import { atLine, filled, numberFrom, plain, type Sent, textIn, type Values } from '../sent.ts';

const written = (values: Values, name: string): string | undefined => textIn(values, name) || undefined;

/** Which figures a way of counting goes by. */
const figuresOf: Readonly<Record<string, readonly string[]>> = {
  trimmed: ['percent', 'fallback'],
  drop: ['high', 'low', 'fallback'],
  borda: ['points'],
  approval: ['from'],
  allotment: ['points'],
  'bradley-terry': ['prior'],
};

export function countingValues({ aggregation, minimumPanel, skipped, official, seats }: AwardRules, judges: number): Values {
  const { kind, ...figures } = aggregation;
  const told = Object.entries(figures).flatMap(([name, value]) =>
    value === undefined ? [] : [[`aggregation.${name}`, [value].flat().join(', ')]],
  );
  const numbers = { minimumPanel: String(minimumPanel), seats: String(seats), judges: String(judges) };
  return { 'aggregation.kind': kind, skipped, official, ...numbers, ...Object.fromEntries(told) };
}

function figureFrom(values: Values, kind: string, name: string): Sent | undefined {
  const said = written(values, `aggregation.${name}`);
  if (name === 'fallback') return said;
  if (kind !== 'borda') return numberFrom(said);
  return said?.split(/[\s,;]+/).map((each) => numberFrom(each) ?? each);
}

/** `judges` where the form asks for them: they are the same in all categories. */
export function countingFrom(values: Values) {
  const kind = textIn(values, 'aggregation.kind');
  const figures = (figuresOf[kind] ?? []).map((name) => [name, figureFrom(values, kind, name)] as const);
  const counting = filled({
    judges: numberFrom(values.judges),
    aggregation: filled({ kind, ...Object.fromEntries(figures) }),
    minimumPanel: numberFrom(values.minimumPanel),
    skipped: written(values, 'skipped'),
    official: written(values, 'official'),
    seats: numberFrom(values.seats),
  });
  const fieldOf = (path: string): string => {
    if (path === 'aggregation') return 'aggregation.kind';
    return path.replace(/^aggregation\.points\.\d+$/, 'aggregation.points');
  };
  return { counting, fieldOf };
}

const mostRounds = 20;
const spareRounds = 1;
const roundFields = ['round', 'weight', 'minimumPanel', 'scorecard'] as const;

export function sourceValues({ rounds = [], votes }: Pick<Award, 'rounds' | 'votes'>): Values {
  const lines = rounds.flatMap((round, i) => roundFields.map((name) => [`rounds.${i}.${name}`, String(round[name] ?? '')]));
  return { ...Object.fromEntries(lines), 'votes.each': votes?.each ?? '', 'votes.atMost': votes?.atMost ?? '' };
}

const writtenRounds = (values: Values): number[] =>
  Array.from({ length: mostRounds }, (_, i) => i).filter((i) => roundFields.some((name) => textIn(values, `rounds.${i}.${name}`) !== ''));

export const roundRows = (values: Values): number =>
  Math.min(mostRounds, Math.max(0, ...writtenRounds(values).map((at) => at + 1)) + spareRounds);

/** Rounds and votes; those nobody wrote anything of are left out. */
export function sourcesFrom(values: Values) {
  const at = writtenRounds(values);
  const rounds = at.map((i) =>
    filled({
      round: textIn(values, `rounds.${i}.round`),
      weight: numberFrom(values[`rounds.${i}.weight`]),
      minimumPanel: numberFrom(values[`rounds.${i}.minimumPanel`]),
      scorecard: written(values, `rounds.${i}.scorecard`),
    }),
  );
  const [each, atMost] = [written(values, 'votes.each'), written(values, 'votes.atMost')];
  const votes = each === undefined && atMost === undefined ? undefined : filled({ each: each ?? '', atMost });
  return {
    sources: filled({ rounds: rounds.length > 0 ? plain(rounds) : undefined, votes }),
    fieldOf: (path: string) => (path === 'votes' ? 'votes.each' : atLine('rounds', at, path)),
  };
}
