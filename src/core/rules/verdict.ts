/**
 * What rules come to for one entry: yes, no, or not enough known, and why. The same rules and facts give the same verdict and the same
 * reasons in the same order.
 */
import { type FactValue, factOf, type KnownFacts, type Win } from './facts.ts';
import { type Answer, and, not, or } from './kleene.ts';
import type { Condition, Rule, Rules, Stage, Test } from './shape.ts';
import { type Doubt, weighTest, winsFor } from './weigh-test.ts';

/** One test that decided, with what was found. `answer` has `negated` in it: yes means that the test did what the rule asks. */
export type Reason = {
  /** Where the test stands in its rule: `needs.all.0`. */
  readonly path: string;
  readonly test: Test;
  readonly negated: boolean;
  readonly answer: Answer;
  readonly why?: Doubt;
  /** The value of the fact; undefined where it is not known, or where the test is of several. */
  readonly had?: FactValue;
  /** For years: the day they are counted to. */
  readonly on?: string;
  /** For `won`: the wins that speak for it. For `answers`: the fields that have one. */
  readonly wins?: readonly Win[];
  readonly given?: readonly string[];
  readonly missing: readonly string[];
};

type Held = { readonly answer: Answer; readonly reasons: readonly Reason[] };

function found(test: Test, facts: KnownFacts): Partial<Reason> {
  if ('won' in test) return { wins: (winsFor(test, facts) ?? []).map(([win]) => win) };
  if ('answers' in test)
    return { given: test.answers.filter((key) => weighTest({ fact: `answer.${key}`, given: true }, facts).answer === 'yes') };
  const had = factOf(facts, test.fact);
  const on = 'yearsAtLeast' in test ? (test.on ?? factOf(facts, 'entry.day')) : undefined;
  return { ...(had === undefined ? {} : { had }), ...(typeof on === 'string' ? { on } : {}) };
}

/** Parts that came out as the whole did: of a no those that say no, of a not-known those that are open, of a yes those that say yes. */
function joined(answer: Answer, parts: readonly Held[]): Held {
  return { answer, reasons: parts.filter((part) => part.answer === answer).flatMap(({ reasons }) => reasons) };
}

function weigh(condition: Condition, facts: KnownFacts, path: string, negated = false): Held {
  if ('not' in condition) return weigh(condition.not, facts, `${path}.not`, !negated);
  if ('all' in condition || 'any' in condition) {
    const [name, within] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    const parts = within.map((each, i) => weigh(each, facts, `${path}.${name}.${i}`, negated));
    const answers = parts.map(({ answer }) => answer);
    return joined((name === 'all') === negated ? or(answers) : and(answers), parts);
  }
  const { answer, why, missing } = weighTest(condition, facts, negated);
  const reason: Reason = { path, test: condition, negated, answer, ...(why ? { why } : {}), ...found(condition, facts), missing };
  return { answer, reasons: [reason] };
}

export type RuleVerdict = {
  readonly rule: string;
  readonly decides: Rule['decides'];
  readonly stage: Stage;
  /** Whether `when` holds; yes where there is none. */
  readonly applies: Answer;
  /** Yes where it does not apply. */
  readonly verdict: Answer;
  /** Of `when` where that decided or is open, then of `needs`. */
  readonly reasons: readonly Reason[];
  /** Facts that would have to be known; none unless the verdict is open. */
  readonly missing: readonly string[];
};

const inOrder = (names: readonly string[]): string[] => [...new Set(names)].sort();

export function judgeRule(key: string, rule: Rule, facts: KnownFacts): RuleVerdict {
  const when: Held = rule.when ? weigh(rule.when, facts, 'when') : { answer: 'yes', reasons: [] };
  const needs = weigh(rule.needs, facts, 'needs');
  const verdict = or([not(when.answer), needs.answer]);
  const whenDecides = when.answer === 'no' || (when.answer === 'unknown' && verdict === 'unknown');
  const reasons = [...(whenDecides ? when.reasons : []), ...(when.answer === 'no' ? [] : needs.reasons)];
  const open = verdict === 'unknown' ? reasons.flatMap(({ answer, missing }) => (answer === 'unknown' ? missing : [])) : [];
  return { rule: key, decides: rule.decides, stage: rule.stage, applies: when.answer, verdict, reasons, missing: inOrder(open) };
}

export type Judged = {
  /** Of all rules that decide who is eligible, together. */
  readonly verdict: Answer;
  readonly rules: readonly RuleVerdict[];
  readonly missing: readonly string[];
};

/**
 * All rules of a stage: as an entry is sent in, those of `submit`; at screening, all. An entry is eligible if every rule that decides so
 * says yes, and is not as soon as one says no. Advice is in `rules` and changes nothing.
 */
export function judge(rules: Rules, facts: KnownFacts, stage: Stage = 'screening'): Judged {
  const asked = Object.entries(rules)
    .filter(([, rule]) => stage === 'screening' || rule.stage === 'submit')
    .map(([key, rule]) => judgeRule(key, rule, facts));
  const deciding = asked.filter(({ decides }) => decides === 'eligible');
  const verdict = and(deciding.map((each) => each.verdict));
  return { verdict, rules: asked, missing: inOrder(deciding.flatMap(({ missing }) => missing)) };
}
