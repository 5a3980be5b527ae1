/** What an edition asks of whoever enters in one of its categories, and how the answer is shown. */
import { type Placed, placed } from '../categories/tree.ts';
import { type Form, fieldsOf } from '../forms/shape.ts';
import type { LocalText } from '../languages/local-text.ts';
import type { FactValue, KnownFacts } from '../rules/facts.ts';
import type { Answer } from '../rules/kleene.ts';
import type { Rule, Rules } from '../rules/shape.ts';
import type { Judged, RuleVerdict } from '../rules/verdict.ts';
import type { Parts } from './parts.ts';

/** Entries of one category that are judged apart, with the rule that tells them. */
export type RuledDivision = { readonly key: string; readonly name: LocalText; readonly rule: Rule | undefined };

export type EntryRules = {
  /** In the order the category names them. */
  readonly rules: Rules;
  readonly form: Form | undefined;
  /** In the order they are asked. */
  readonly divisions: readonly RuledDivision[];
  /** What the category itself tells of an entry in it. */
  readonly known: KnownFacts;
};

const onlyOne = (fact: string, of: readonly string[] | undefined): Readonly<Record<string, FactValue>> => {
  const [first, ...more] = of ?? [];
  return first === undefined || more.length > 0 ? {} : { [fact]: first };
};

export function rulesAt({ forms, rules }: Pick<Parts, 'forms' | 'rules'>, { node, path, inherited }: Placed): EntryRules {
  const own = (inherited.rules ?? []).flatMap((key): [string, Rule][] => {
    const rule = rules[key];
    return rule ? [[key, rule]] : [];
  });
  return {
    rules: Object.fromEntries(own),
    form: inherited.form === undefined ? undefined : forms[inherited.form],
    divisions: (inherited.divisions ?? []).map(({ key, name, rule }) => ({
      key,
      name,
      rule: rule === undefined ? undefined : rules[rule],
    })),
    known: {
      'entry.category': { code: node.code, in: path.map(({ code }) => code) },
      ...onlyOne('entry.nominee', inherited.nominees),
      ...onlyOne('entry.nominator', inherited.nominators),
    },
  };
}

/** A category nobody wrote down has no rules. */
export function entryRules(parts: Pick<Parts, 'categories' | 'forms' | 'rules'>, code: string): EntryRules {
  const place = placed(parts.categories).find(({ node }) => node.code === code);
  return place ? rulesAt(parts, place) : { rules: {}, form: undefined, divisions: [], known: { 'entry.category': { code, in: [] } } };
}

export type ShownRule = {
  readonly key: string;
  /** What the organiser calls it, and says of it; empty where nothing was written. */
  readonly name: string;
  readonly says: string;
  readonly rule: Rule;
  readonly verdict: RuleVerdict;
};

export type ShownRules = {
  readonly verdict: Answer;
  readonly rules: readonly ShownRule[];
  readonly missing: readonly string[];
  /** What the fields of the form are called, for sentences about them. */
  readonly fields: Readonly<Record<string, string>>;
};

export function fieldNames(form: Form | undefined, say: (text: LocalText) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(form ? fieldsOf(form).map(({ field }) => [field.key, say(field.label)]) : []);
}

export function shownRules(
  { rules, form }: EntryRules,
  { verdict, rules: judged, missing }: Judged,
  say: (text: LocalText) => string,
): ShownRules {
  const shown = judged.flatMap((each): ShownRule[] => {
    const rule = rules[each.rule];
    if (!rule) return [];
    return [{ key: each.rule, name: rule.name ? say(rule.name) : '', says: rule.says ? say(rule.says) : '', rule, verdict: each }];
  });
  return { verdict, rules: shown, missing, fields: fieldNames(form, say) };
}
