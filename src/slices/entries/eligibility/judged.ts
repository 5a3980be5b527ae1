/** What the rules of a category say of an entry: to whoever writes it, and to whoever looks at it. */
import { divisionOf } from '#core/categories/entering/division.ts';
import { type ShownRules, shownRules } from '#core/editions/entry-rules.ts';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { judge } from '#core/rules/verdict.ts';
import type { Ctx } from '#platform/context.ts';
import { type Edition, type EditionRules, entryRulesOf } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { type EnteredWith, type Gathered, gatherFacts } from './facts.ts';

type Place = { readonly edition: Edition; readonly category: { readonly code: string; readonly name: string } };

/** Undefined where the category has no rules. `at`: the day that counts. */
async function rulesHere(ctx: Ctx, { edition, category }: Place): Promise<EditionRules | undefined> {
  const of = await entryRulesOf(ctx, edition, category.code);
  return Object.keys(of.rules).length === 0 ? undefined : of;
}

/** For the entrant: every rule by what they may know; what is asked at screening is open until then. */
export async function eligibilityForEntrant(ctx: Ctx, place: Place, entered: EnteredWith): Promise<ShownRules | undefined> {
  const of = await rulesHere(ctx, place);
  if (!of) return undefined;
  const { facts } = await gatherFacts(ctx, place.edition, of, entered, { register: false });
  return shownRules(of, { ...judge(of.rules, facts), verdict: judge(of.rules, facts, 'submit').verdict }, of.say);
}

export type Screened = ShownRules &
  Pick<Gathered, 'unsaid' | 'contradictions'> & { readonly company: { readonly id: string; readonly name: string } | undefined };

/** For managers and auditors: with what the organisation knows, and whom names were taken for. */
export async function eligibilityForScreener(ctx: Ctx, place: Place, entered: EnteredWith): Promise<Screened | undefined> {
  const of = await rulesHere(ctx, place);
  if (!of) return undefined;
  const { facts, company, unsaid, contradictions } = await gatherFacts(ctx, place.edition, of, entered, { register: true });
  const found = company && { id: company.id, name: company.name };
  return { ...shownRules(of, judge(of.rules, facts), of.say), company: found, unsaid, contradictions };
}

/** Which division an entry is of; null while not enough is known to tell. */
export type ShownDivision = { readonly name: string | null };

/** Undefined where the category has no divisions, or none takes the entry. `register` as of `gatherFacts`. */
export async function divisionShown(
  ctx: Ctx,
  place: Place,
  entered: EnteredWith,
  by: { readonly register: boolean },
): Promise<ShownDivision | undefined> {
  const of = await entryRulesOf(ctx, place.edition, place.category.code);
  if (of.divisions.length === 0) return undefined;
  const { facts } = await gatherFacts(ctx, place.edition, of, entered, by);
  const placing = divisionOf(of.divisions, facts);
  return placing && { name: 'division' in placing ? of.say(placing.division.name) : null };
}

function refusals(ctx: Ctx, { rules, fields }: ShownRules): FieldProblem[] {
  const { eligibility } = wordsFor(ctx.language);
  return rules
    .filter(({ verdict }) => verdict.decides === 'eligible' && verdict.stage === 'submit' && verdict.verdict === 'no')
    .map(({ key, says, verdict }) => {
      const reasons = verdict.reasons.filter(({ answer }) => answer === 'no').map((reason) => eligibility.reason(reason, fields));
      return {
        path: `rules.${key}`,
        code: 'entries.rule-refuses',
        facts: { because: [...reasons, ...(says === '' ? [] : [says])].join(' ') },
      };
    });
}

export type Verdict = { readonly verdict: ShownRules['verdict']; readonly version: number };

/**
 * What is not eligible for certain is not sent in; what nobody knows enough about is, and people look at it.
 * @throws Problem `entries.not-eligible` with every rule that says no
 */
export async function requireEligible(ctx: Ctx, place: Place, entered: EnteredWith): Promise<Verdict | undefined> {
  const of = await rulesHere(ctx, place);
  if (!of) return undefined;
  const { facts } = await gatherFacts(ctx, place.edition, of, entered, { register: false });
  const judged = judge(of.rules, facts, 'submit');
  if (judged.verdict === 'no') {
    const found = refusals(ctx, shownRules(of, judged, of.say));
    throw problem('entries.not-eligible', { category: place.category.name, count: found.length }, found);
  }
  return { verdict: judged.verdict, version: of.version };
}
