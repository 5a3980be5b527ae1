/** The rules of an edition for its manager: each with where it counts, and one of them with all it has. */
import { openCategories, type Placed, placed } from '#core/categories/tree.ts';
import { answerKindsOf } from '#core/editions/answer-kinds.ts';
import { originsOf } from '#core/editions/fact-origins.ts';
import type { Parts } from '#core/editions/parts.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import { clashes } from '#core/rules/clashes.ts';
import { type FactType, factKinds } from '#core/rules/facts.ts';
import type { Rule } from '#core/rules/shape.ts';
import type { Ctx } from '#platform/context.ts';
import { writeYaml } from '#platform/formats/yaml.ts';
import { partPage } from '../editing/part-page.ts';
import { blankValues, valuesOf } from './rule-values.ts';

const titled = ({ node }: Placed, main: string) => `${node.code} ${inLanguage(node.name, main, main)}`;

/** A fact a row may ask for. `type` is undefined for what forms ask differently. */
export type RowFact = { readonly name: string; readonly type: FactType | undefined; readonly options: readonly string[] };

export function factsIn({ forms }: Pick<Parts, 'forms'>): readonly RowFact[] {
  const own = Object.entries(factKinds).filter(([name]) => name !== 'honours.wins');
  const answers = Object.entries(answerKindsOf(Object.values(forms)));
  return [...own, ...answers].map(([name, kind]): RowFact => {
    return { name, type: kind.type, options: 'options' in kind ? (kind.options ?? []) : [] };
  });
}

/** Nodes in which a rule counts by being named there, and how many categories that makes. */
function usesOf({ categories }: Parts, key: string, main: string) {
  const places = placed(categories);
  const named = places.filter(({ node }) => node.rules?.includes(key));
  const divisions = places.flatMap((place) =>
    (place.node.divisions ?? []).flatMap(({ name, rule }) =>
      rule === key ? [{ division: inLanguage(name, main, main), of: titled(place, main) }] : [],
    ),
  );
  return {
    named: named.map((place) => ({ code: place.node.code, title: titled(place, main) })),
    divisions,
    counts: openCategories(categories).filter(({ inherited }) => inherited.rules?.includes(key)).length,
  };
}

function lineOf(parts: Parts, key: string, rule: Rule, main: string) {
  const { named, divisions, counts } = usesOf(parts, key, main);
  return {
    key,
    rule,
    name: rule.name ? inLanguage(rule.name, main, main) : '',
    counts,
    used: named.length + divisions.length > 0,
    /** Somewhere it counts, something it asks for is told by nobody. */
    open: originsOf(parts, key).some(({ untold }) => untold.length > 0),
  };
}

/** Where each fact of a rule comes from, for sentences with the way there. */
function factsTold(parts: Parts, key: string, main: string) {
  return originsOf(parts, key).map(({ fact, origins, untold }) => ({
    fact,
    origins: origins.map((origin) => {
      if (origin.from !== 'form') return { from: origin.from };
      const { form, field } = origin;
      const title = parts.forms[form]?.title ?? form;
      return {
        from: origin.from,
        form,
        field: field.key,
        label: inLanguage(field.label, main, main),
        title: inLanguage(title, main, main),
      };
    }),
    untold: untold.map((place) => titled(place, main)),
  }));
}
export type FactTold = ReturnType<typeof factsTold>[number];

function chosenIn(parts: Parts, key: string, main: string) {
  const rule = parts.rules[key];
  if (!rule) return undefined;
  const places = placed(parts.categories);
  return {
    ...lineOf(parts, key, rule, main),
    ...usesOf(parts, key, main),
    values: valuesOf(rule, main),
    told: factsTold(parts, key, main),
    yaml: writeYaml(rule),
    advice: clashes({ [key]: rule }).map(({ code, facts }) => ({ code, facts })),
    /** Where it could count and does not yet. */
    free: places
      .filter(({ inherited }) => !(inherited.rules ?? []).includes(key))
      .map((place) => ({ value: place.node.code, label: titled(place, main) })),
  };
}

/** `query` names the rule that is chosen, or asks for a new one. */
export async function rulesForManager(ctx: Ctx, programme: string, slug: string, query: URLSearchParams) {
  const { parts, language: main, page } = await partPage(ctx, programme, slug, query, 'rules');
  const key = query.has('new') ? '' : (query.get('rule') ?? undefined);
  const fields = Object.values(parts.forms).flatMap((form) => fieldsOf(form));
  return {
    ...page,
    main,
    rules: Object.entries(parts.rules).map(([each, rule]) => lineOf(parts, each, rule, main)),
    chosen: key === undefined ? undefined : chosenIn(parts, key, main),
    blank: key === '' && page.mayChange ? blankValues : undefined,
    facts: factsIn(parts),
    fields: Object.fromEntries(fields.toReversed().map(({ field }) => [field.key, inLanguage(field.label, main, main)])),
  };
}
export type RulesView = Awaited<ReturnType<typeof rulesForManager>>;
