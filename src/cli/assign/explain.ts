import type { Numbered } from '#core/assignment/demand.ts';
import { explainInfeasible, type Member } from '#core/assignment/explain/infeasible.ts';
import { type Making, type Why, whyPair } from '#core/assignment/explain/why.ts';
import type { PlanResult } from '#core/assignment/plan.ts';
import type { Refusal } from '#core/problems/refusal.ts';
import { wordsFor } from '#words/index.ts';

const { assign: say } = wordsFor('en');

const ofKind = <K extends Member['kind']>(members: readonly Member[], kind: K) =>
  members.filter((member): member is Extract<Member, { kind: K }> => member.kind === kind);

/** A set of which no member can be left out, in a sentence; before it the sum of all, where that alone shows why. */
function whyImpossible({ entries, judges }: Numbered, { seating, flow }: Extract<PlanResult, { kind: 'impossible' }>): string {
  const { members, minimal } = explainInfeasible(seating, flow);
  const asking = ofKind(members, 'entry').map(({ entry }) => entry);
  const judge = (j: number) => judges[j]?.judge ?? '';
  const pairs = Map.groupBy(ofKind(members, 'pair'), ({ reason }) => reason);
  const sum = {
    needed: seating.need.reduce((all, need) => all + need, 0),
    allowed: seating.most.reduce((all, most) => all + Math.min(most, seating.entries), 0),
  };
  return say.impossible({
    sum: sum.needed > sum.allowed ? sum : null,
    entries: asking.map((e) => entries[e]?.entry ?? ''),
    seats: asking.reduce((sum, e) => sum + (seating.need[e] ?? 0), 0),
    loads: ofKind(members, 'load').map(({ judge: j }) => ({ judge: judge(j), most: seating.most[j] ?? 0 })),
    pairs: [...pairs].map(([reason, of]) => ({ reason, count: of.length, judges: [...new Set(of.map(({ judge: j }) => judge(j)))] })),
    rules: ofKind(members, 'rule').map(({ rule }) => rule),
    judges: judges.length,
    minimal,
  });
}

/** Why there is no assignment. */
export function refusalOf(numbered: Numbered, result: Exclude<PlanResult, { kind: 'planned' }>): Refusal {
  if (result.kind === 'impossible') return { code: 'assign.impossible', facts: { why: whyImpossible(numbered, result) } };
  const entry = numbered.entries[result.faults[0]?.entry ?? 0]?.entry ?? '';
  return { code: 'assign.panels-not-found', facts: { entry, proven: result.exhausted } };
}

function sentence(why: Why, entry: string, judge: string, name: (j: number) => string): string {
  if (why.kind === 'forbidden') return say.why.forbidden(entry, judge, why.reason);
  if (why.kind === 'kept') return say.why.kept(entry, judge);
  if (why.kind === 'needed') return why.seated ? say.why.onlyWay(entry, judge) : say.why.noWay(entry, judge);
  const others = (list: readonly number[]) => list.map(name).filter((other) => other !== judge);
  const difference = why.otherwise - why.cost;
  const told = why.seated
    ? say.why.seated(entry, judge, others(why.coming), difference, why.moved)
    : say.why.unseated(entry, judge, others(why.going), difference, why.moved);
  return [
    told,
    ...(why.onePanel === null ? [] : [say.why.onePanel(why.onePanel)]),
    ...(why.shortfall > 0 ? [say.why.shortfall(why.shortfall)] : []),
  ].join(' ');
}

type Asked = { readonly entry: number; readonly judge: number };

/** The explanation of one pair as a value for JSON; the sentence stands under `words`. */
export function explainPair(numbered: Numbered, making: Making, held: readonly number[], { entry: e, judge: j }: Asked) {
  const why = whyPair(numbered, making, held, e * numbered.judges.length + j);
  const name = (at: number) => numbered.judges[at]?.judge ?? '';
  const [entry, judge] = [numbered.entries[e]?.entry ?? '', name(j)];
  const words = sentence(why, entry, judge, name);
  if (why.kind !== 'weighed') return { entry, judge, ...why, words };
  const { coming, going, ...rest } = why;
  return { entry, judge, ...rest, difference: why.otherwise - why.cost, coming: coming.map(name), going: going.map(name), words };
}
