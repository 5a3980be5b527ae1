/** The page on which anybody sees what the rules say: questions made of the edition's own rules, and the verdict for each category. */
import { openCategories, type Placed } from '#core/categories/tree.ts';
import { rulesAt, type ShownRules, shownRules } from '#core/editions/entry-rules.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { factsGiven, type Given, type Question, questionsFor } from '#core/rules/asking/questions.ts';
import type { KnownFacts } from '#core/rules/facts.ts';
import { judge } from '#core/rules/verdict.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { type Reading, readingOf } from './reading.ts';

type Named = { readonly code: string; readonly name: string };

const named = ({ say }: Reading, { node, path }: Placed): Named => ({
  code: node.code,
  name: [...path, node].map(({ name }) => say(name)).join(' – '),
});

/** What fields and their options are called, of all forms of these categories; of two fields with one key the first counts. */
function labelsOf({ forms, say }: Reading, places: readonly Placed[]) {
  const keys = new Set(places.flatMap(({ inherited }) => inherited.form ?? []));
  const fields = [...keys].flatMap((key) => (forms[key] ? fieldsOf(forms[key]) : [])).map(({ field }) => field);
  const options = fields.flatMap((field) =>
    field.kind === 'choice' ? field.options.map(({ key, label }) => [`answer.${field.key}:${key}`, say(label)] as const) : [],
  );
  const bound = fields.filter(({ fact }) => fact !== undefined);
  return {
    /** What a form asks where it asks for a fact itself, in its own words. */
    asked: Object.fromEntries(
      bound.toReversed().map((field) => {
        const label = say(field.kind === 'consent' ? field.text : field.label);
        return [field.fact, { label, help: field.help && say(field.help) }];
      }),
    ),
    fields: Object.fromEntries(fields.toReversed().map(({ key, label }) => [key, say(label)])),
    options: Object.fromEntries(options),
  };
}

/** Facts every one of these categories tells by itself. */
function knownIn(reading: Reading, places: readonly Placed[]): ReadonlySet<string> {
  const [first, ...others] = places.map((place) => Object.keys(rulesAt(reading, place).known));
  return new Set((first ?? []).filter((name) => others.every((names) => names.includes(name))));
}

export type CheckGroup = { readonly categories: readonly Named[]; readonly shown: ShownRules };

/** Categories of which the rules say the same in the same words stand together. */
function groupsOf(reading: Reading, places: readonly Placed[], facts: KnownFacts): CheckGroup[] {
  const groups = new Map<string, { categories: Named[]; shown: ShownRules }>();
  for (const place of places) {
    const of = rulesAt(reading, place);
    const shown = shownRules(of, judge(of.rules, { ...facts, ...of.known }), reading.say);
    const key = JSON.stringify([shown.rules.map((rule) => rule.key), shown.rules.map(({ verdict }) => verdict)]);
    const group = groups.get(key) ?? { categories: [], shown };
    group.categories.push(named(reading, place));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Categories among which somebody may choose the one they won in; more are asked for one at a time. */
const mostChoices = 60;

export async function selfCheckOf(ctx: Ctx, slug: string, edition: string, query: Given) {
  const reading = await readingOf(ctx, slug, edition);
  const open = openCategories(reading.categories);
  const ruled = open.filter(({ inherited }) => (inherited.rules ?? []).length > 0);
  const wanted = query('category')[0] ?? '';
  const chosen = ruled.filter(({ node }) => node.code === wanted);
  const places = chosen.length > 0 ? chosen : ruled;
  const rules = [...new Set(places.flatMap(({ inherited }) => inherited.rules ?? []))].flatMap((key) => reading.rules[key] ?? []);
  const questions: readonly Question[] = questionsFor(rules, knownIn(reading, places));
  const { entriesOpenAt, zone } = reading.page.edition;
  const day = zonedText(Math.max(ctx.now.getTime(), entriesOpenAt.getTime()), zone);
  const facts = { 'entry.day': day.slice(0, 10), ...factsGiven(questions, query) };
  const { programme, edition: shown } = reading.page;
  const check = {
    programme: { slug: programme.slug, name: programme.name },
    edition: { slug: shown.slug, name: shown.name },
    chosen: chosen[0] && named(reading, chosen[0]),
    categories: ruled.map((place) => named(reading, place)),
    winnable: open.length <= mostChoices ? open.map((place) => named(reading, place)) : chosen.map((place) => named(reading, place)),
    free: open.length - ruled.length,
    questions,
    ...labelsOf(reading, places),
    answers: Object.fromEntries(questions.map(({ name }) => [name, query(name)])),
    answered: questions.some(({ name }) => query(name).some((line) => line !== '')),
    day,
    groups: groupsOf(reading, places, facts),
  };
  return { ...check, languages: reading.languages() };
}
export type SelfCheck = Awaited<ReturnType<typeof selfCheckOf>>;
