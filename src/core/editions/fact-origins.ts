/** Where the facts that rules ask for come from in an edition, so that whoever writes a rule sees whether anybody will ever know them. */
import { openCategories, type Placed } from '../categories/tree.ts';
import type { Field } from '../forms/fields.ts';
import { type Form, fieldsOf } from '../forms/shape.ts';
import { factsAsked } from '../rules/asking/asked.ts';
import type { Timeline } from '../season/timeline/shape.ts';
import type { Parts } from './parts.ts';

/** `nominations`: confirmed by others, where the edition has a clock for them. `register`: what the organisation wrote down about the company, where people look at entries. */
export type Origin =
  | { readonly from: 'entry' | 'winners' | 'register' | 'nominations' }
  | { readonly from: 'form'; readonly form: string; readonly field: Field };

export type FactOrigins = {
  readonly fact: string;
  /** In the order they were found, each once. */
  readonly origins: readonly Origin[];
  /** Open categories in which a rule asks for it and nothing tells it. */
  readonly untold: readonly Placed[];
};

/** The question of a form that tells a fact: the field itself, or one that is bound to it. */
function tellingField(form: Form, fact: string): Field | undefined {
  const [, key] = /^answer\.([a-z0-9-]+)/.exec(fact) ?? [];
  return fieldsOf(form).find(({ field }) => (key === undefined ? field.fact === fact : field.key === key))?.field;
}

function beside(fact: string, { inherited }: Pick<Placed, 'inherited'>): Origin[] {
  switch (fact) {
    case 'honours.wins':
      return [{ from: 'winners' }];
    case 'company.country':
    case 'company.staff':
      return [{ from: 'register' }];
    case 'entry.nominee':
      return inherited.nominees ? [{ from: 'entry' }] : [];
    case 'entry.nominator':
      return inherited.nominators ? [{ from: 'entry' }] : [];
    case 'entry.answers':
      return inherited.form === undefined ? [] : [{ from: 'entry' }];
    case 'entry.category':
    case 'entry.day':
    case 'entry.files':
      return [{ from: 'entry' }];
    default:
      return [];
  }
}

type Told = Pick<Parts, 'categories' | 'forms' | 'rules'> & { readonly timeline?: Pick<Timeline, 'nominations'> };

function originsAt(fact: string, { forms, timeline }: Pick<Told, 'forms' | 'timeline'>, place: Placed): Origin[] {
  if (fact.startsWith('nominations.') && timeline?.nominations) return [{ from: 'nominations' }];
  const { form: key } = place.inherited;
  const field = key !== undefined && forms[key] ? tellingField(forms[key], fact) : undefined;
  return [...(key !== undefined && field ? [{ from: 'form', form: key, field } as const] : []), ...beside(fact, place)];
}

const asks = (rule: string, { inherited }: Placed): boolean =>
  (inherited.rules ?? []).includes(rule) || (inherited.divisions ?? []).some((division) => division.rule === rule);

const written = (origin: Origin): string => (origin.from === 'form' ? `form:${origin.form}:${origin.field.key}` : origin.from);

/** The facts one rule asks for, each with what tells it in the open categories the rule counts in. */
export function originsOf(parts: Told, rule: string): readonly FactOrigins[] {
  const of = parts.rules[rule];
  if (!of) return [];
  const places = openCategories(parts.categories).filter((place) => asks(rule, place));
  return [...factsAsked([of]).keys()].map((fact) => {
    const found = places.map((place) => ({ place, origins: originsAt(fact, parts, place) }));
    const origins = new Map(found.flatMap((each) => each.origins.map((origin) => [written(origin), origin] as const)));
    return { fact, origins: [...origins.values()], untold: found.flatMap((each) => (each.origins.length === 0 ? [each.place] : [])) };
  });
}

/** The facts of all rules that some open category asks for and nothing tells there. */
export function untoldFacts(parts: Told): readonly string[] {
  const untold = Object.keys(parts.rules).flatMap((rule) => originsOf(parts, rule).filter((each) => each.untold.length > 0));
  return [...new Set(untold.map(({ fact }) => fact))].sort();
}
