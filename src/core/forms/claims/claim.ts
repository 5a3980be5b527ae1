/**
 * A claim of a measure of service: what makes it no claim at all (refused on submit) and what a judge should know about it (noted). How
 * each measure is defined and which interval fits it: docs/decisions.
 */
import type { AnswerOf } from '../answer-shapes.ts';
import type { FieldOf } from '../fields.ts';
import type { Found } from '../found.ts';
import { unitOf } from './metrics.ts';

export type Claim = AnswerOf<'metric'>;
export type Measured = Pick<Claim, 'definition' | 'statistic' | 'from' | 'to' | 'value' | 'n' | 'promoters' | 'detractors'>;

/** What is missing or impossible in one number: the claim's own, or the one before. */
function measuredProblems(claim: Claim, one: Measured, within: string): Found[] {
  const at = (part: string): string => (within === '' ? part : `${within}.${part}`);
  const missing = (part: 'value' | 'n' | 'from' | 'to'): Found[] =>
    one[part] === undefined ? [{ code: 'answers.claim-incomplete', facts: { part }, at: at(part) }] : [];
  const found = [...missing('value'), ...missing('n'), ...missing('from'), ...missing('to')];
  const unit = claim.metric === undefined ? undefined : unitOf(claim.metric, one.definition ?? claim.definition ?? '');
  if (one.value !== undefined && unit !== undefined && (one.value < unit.least || one.value > unit.most)) {
    const facts = { value: one.value, least: unit.least, most: unit.most, unit: unit.unit };
    found.push({ code: 'answers.claim-out-of-range', facts, at: at('value') });
  }
  if (one.n === 0) found.push({ code: 'answers.claim-on-nothing', facts: {}, at: at('n') });
  if (one.from !== undefined && one.to !== undefined && one.to < one.from) {
    found.push({ code: 'answers.claim-period-turned', facts: { from: one.from, to: one.to }, at: at('to') });
  }
  const both = (one.promoters ?? 0) + (one.detractors ?? 0);
  if (one.n !== undefined && both > one.n) {
    found.push({ code: 'answers.claim-counts-crossed', facts: { both, n: one.n }, at: at('promoters') });
  }
  return found;
}

/** A before says something about an after only if both were told by the same definition, one period after the other. */
function beforeProblems(claim: Claim, before: Measured): Found[] {
  const found: Found[] = [];
  const [was, is] = [before.definition ?? claim.definition, claim.definition];
  if (was !== is)
    found.push({ code: 'answers.claim-definitions-differ', facts: { was: was ?? '', is: is ?? '' }, at: 'before.definition' });
  const [wasTold, isTold] = [before.statistic ?? claim.statistic, claim.statistic];
  if (wasTold !== isTold) {
    found.push({ code: 'answers.claim-definitions-differ', facts: { was: wasTold ?? '', is: isTold ?? '' }, at: 'before.statistic' });
  }
  if (before.to !== undefined && claim.from !== undefined && before.to >= claim.from) {
    found.push({ code: 'answers.claim-periods-overlap', facts: { before: before.to, from: claim.from }, at: 'before.to' });
  }
  return found;
}

function meaningProblems(field: FieldOf<'metric'>, claim: Claim): Found[] {
  if (claim.metric === undefined) return [{ code: 'answers.claim-incomplete', facts: { part: 'metric' }, at: 'metric' }];
  if (field.metrics.length > 0 && !field.metrics.includes(claim.metric)) {
    return [{ code: 'answers.claim-of-another-metric', facts: { metric: claim.metric }, at: 'metric' }];
  }
  if (claim.definition === undefined) return [{ code: 'answers.claim-incomplete', facts: { part: 'definition' }, at: 'definition' }];
  const unit = unitOf(claim.metric, claim.definition);
  if (unit === undefined) {
    return [{ code: 'answers.claim-unknown-definition', facts: { metric: claim.metric, definition: claim.definition }, at: 'definition' }];
  }
  if (unit.unit !== 'minutes' || claim.statistic !== undefined) return [];
  return [{ code: 'answers.claim-incomplete', facts: { part: 'statistic' }, at: 'statistic' }];
}

export function claimProblems(field: FieldOf<'metric'>, claim: Claim): Found[] {
  const found = [...meaningProblems(field, claim), ...measuredProblems(claim, claim, '')];
  if (field.before === 'required' && claim.before === undefined) {
    found.push({ code: 'answers.claim-incomplete', facts: { part: 'before' }, at: 'before' });
  }
  if (claim.before !== undefined) found.push(...measuredProblems(claim, claim.before, 'before'), ...beforeProblems(claim, claim.before));
  if (field.source === 'required' && claim.source === undefined) {
    found.push({ code: 'answers.claim-incomplete', facts: { part: 'source' }, at: 'source' });
  }
  return found;
}
