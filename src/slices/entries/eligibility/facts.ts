/** What is known of an entry, as far as the rules of its category ask. */
import type { Stated } from '#core/categories/entering/stated.ts';
import { type Contradiction, heldAgainst } from '#core/companies/held-against.ts';
import { factsAsked } from '#core/rules/asking/asked.ts';
import type { KnownFacts } from '#core/rules/facts.ts';
import { answerFacts } from '#core/rules/form-facts.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { companiesCalled, companyCalled, type KnownCompany, registerFacts, registerFactsOf, winsOf } from '#slices/companies/index.ts';
import type { Edition, EditionRules } from '#slices/programmes/index.ts';
import type { AnsweredForm } from '../answers/answered-form.ts';
import { nominationFacts } from './nominated.ts';

export type EnteredWith = {
  readonly entry: EntryId;
  readonly nominee: string;
  /** What counts of what it says of the kind of its nominee and of who sends it in. */
  readonly stated: Stated;
  readonly files: number;
  readonly at: Date;
  readonly form: Pick<AnsweredForm, 'form' | 'answers'> | undefined;
};

/** Facts with where those come from that somebody should look at. */
export type Gathered = {
  readonly facts: KnownFacts;
  /** The company the nominee's name is taken for; undefined where no rule asks. */
  readonly company: KnownCompany | undefined;
  /** Names of past winners that may be the nominee's, and of which nobody has said whose they are. */
  readonly unsaid: readonly string[];
  /** What the entry says of the company and the register knows otherwise, of what rules ask. */
  readonly contradictions: readonly Contradiction[];
};

/** What is known of companies: asked of the register for one entry, or found for many at once. */
export type Register = {
  readonly called: (name: string) => Promise<KnownCompany | undefined>;
  readonly facts: (company: KnownCompany) => Promise<KnownFacts>;
};

const registerOf = (ctx: Ctx): Register => ({
  called: (name) => companyCalled(ctx, name),
  facts: (company) => registerFacts(ctx, company),
});

/** The companies of these nominees with what is known of them, in two statements however many there are. */
export async function registerOfMany(ctx: Ctx, nominees: readonly string[]): Promise<Register> {
  const companies = await companiesCalled(ctx, nominees);
  const facts = companies.size === 0 ? new Map<string, KnownFacts>() : await registerFactsOf(ctx, [...companies.values()]);
  return { called: async (name) => companies.get(name), facts: async ({ id }) => facts.get(id) ?? {} };
}

/** While it is not said whose a name is, nobody knows all wins. */
async function winFacts(ctx: Ctx, edition: Edition, nominee: string, company: KnownCompany | undefined) {
  const { wins, open } = await winsOf(ctx, { edition, company: company?.id, nominee });
  return { facts: open.length > 0 ? {} : { 'honours.wins': wins }, unsaid: open };
}

/**
 * `register`: also with what the organisation has written down about the company. That is not the entrant's to read, and a name alone
 * should refuse nobody, so it counts where people look at entries.
 */
export async function gatherFacts(
  ctx: Ctx,
  edition: Edition,
  { rules, divisions, known }: EditionRules,
  { entry, nominee, stated, files, at, form }: EnteredWith,
  { register, companies = registerOf(ctx) }: { readonly register: boolean; readonly companies?: Register },
): Promise<Gathered> {
  const asked = [...factsAsked([...Object.values(rules), ...divisions.flatMap(({ rule }) => rule ?? [])]).keys()];
  const ofWins = asked.includes('honours.wins');
  const ofCompany = register && asked.some((name) => name.startsWith('company.'));
  const company = ofWins || ofCompany ? await companies.called(nominee) : undefined;
  const nominated = asked.some((name) => name.startsWith('nominations.')) ? await nominationFacts(ctx, edition, entry) : undefined;
  const won = ofWins ? await winFacts(ctx, edition, nominee, company) : { facts: {}, unsaid: [] };
  const told = {
    ...(stated.nomineeKind && { 'entry.nominee': stated.nomineeKind }),
    ...(stated.nominator && { 'entry.nominator': stated.nominator }),
    ...known,
    ...(form && answerFacts(form.form, form.answers)),
    // What others confirmed goes before what an entrant says of it.
    ...nominated,
    'entry.day': zonedText(at.getTime(), edition.zone).slice(0, 10),
    'entry.files': files,
    ...won.facts,
  };
  const { facts, contradictions } = heldAgainst(told, ofCompany && company ? await companies.facts(company) : {});
  return { facts, company, unsaid: won.unsaid, contradictions: contradictions.filter(({ fact }) => asked.includes(fact)) };
}
