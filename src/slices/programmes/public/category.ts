/** One category as its page tells it: plain values in the reader's language. */

import type { NominatorKind, NomineeKind } from '#core/categories/shape.ts';
import { openCategories, type Placed, placed, rankedApart } from '#core/categories/tree.ts';
import { fieldNames } from '#core/editions/entry-rules.ts';
import { mainScorecard } from '#core/editions/key.ts';
import type { Field } from '#core/forms/fields.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { problem } from '#core/problems/problem.ts';
import type { Rule } from '#core/rules/shape.ts';
import { openAt, timesAt } from '#core/season/timeline/clock.ts';
import type { Ctx } from '#platform/context.ts';
import { toldDates } from '../edition.ts';
import { type ToldCard, toldCard } from './cards.ts';
import { type Reading, readingOf } from './reading.ts';
import type { ToldLanguages } from './telling.ts';
import { type ToldNode, type ToldSponsor, toldSponsor, toldTree } from './tree.ts';

/** A rule with the names its sentence needs. */
type ToldRule = { readonly key: string; readonly rule: Rule; readonly says: string };

/** One question of the form, with what limits its answer. */
type ToldField = {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly field: Field;
  readonly required: boolean;
};

/** `key` of the group a field stands in, where the group decides. */
export type ToldQuestions = readonly {
  readonly key: string;
  readonly rule: 'plain' | 'exactly-one-of' | 'at-least-one-of';
  readonly fields: readonly ToldField[];
}[];

export type CategoryPage = {
  readonly languages: ToldLanguages;
  readonly programme: { readonly slug: string; readonly name: string };
  readonly edition: { readonly slug: string; readonly name: string; readonly phase: Reading['page']['edition']['phase'] };
  readonly dates: ReturnType<typeof toldDates>;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly path: readonly { readonly code: string; readonly name: string }[];
  readonly state: 'open' | 'family' | 'retired';
  readonly isNew: boolean;
  readonly nominees: readonly NomineeKind[];
  readonly nominators: readonly NominatorKind[];
  /** Takes nothing more just now. */
  readonly full: boolean;
  /** Nominations by others are open just now. */
  readonly nominating: boolean;
  readonly limits: { readonly each: number | undefined; readonly all: number | undefined };
  readonly sponsor: ToldSponsor | undefined;
  /** Whether each division has places of its own. */
  readonly rankedApart: boolean;
  readonly divisions: readonly { readonly key: string; readonly name: string; readonly rule: Rule | undefined }[];
  readonly rules: readonly ToldRule[];
  /** What the fields of the form are called, for sentences about them. */
  readonly fields: Readonly<Record<string, string>>;
  /** Undefined where no form was written. */
  readonly questions: ToldQuestions | undefined;
  readonly card: ToldCard | undefined;
  /** What stands in a family; of a retired one, what is open instead. */
  readonly others: readonly ToldNode[];
};

function questionsOf({ forms, say }: Reading, key: string | undefined): ToldQuestions | undefined {
  const form = key === undefined ? undefined : forms[key];
  if (!form) return undefined;
  const groups = new Map<string, { key: string; rule: ToldQuestions[number]['rule']; fields: ToldField[] }>();
  for (const { field, group, section } of fieldsOf(form)) {
    const at = group && group.rule !== 'plain' ? `${section.key}.${group.key}` : section.key;
    const found = groups.get(at) ?? { key: at, rule: group?.rule ?? 'plain', fields: [] };
    groups.set(at, found);
    const { label, help, required } = field;
    const told = { key: field.key, label: say(label), help: help === undefined ? '' : say(help), field };
    found.fields.push({ ...told, required: required !== 'never' });
  }
  return [...groups.values()];
}

function nodesBelow(tree: readonly ToldNode[], code: string): readonly ToldNode[] {
  for (const node of tree) {
    if (node.code === code) return node.branches;
    const found = nodesBelow(node.branches, code);
    if (found.length > 0) return found;
  }
  return [];
}

/** The rules an entry in this category has to meet, in the order they are named in. */
function rulesOf({ rules, say }: Pick<Reading, 'rules' | 'say'>, { inherited }: Placed): readonly ToldRule[] {
  return (inherited.rules ?? []).flatMap((key): ToldRule[] => {
    const rule = rules[key];
    return rule ? [{ key, rule, says: rule.says === undefined ? '' : say(rule.says) }] : [];
  });
}

function placedCategory({ categories }: Pick<Reading, 'categories'>, code: string): Placed {
  const found = placed(categories).find(({ node }) => node.code === code);
  if (!found) throw problem('general.not-found');
  return found;
}

function stateOf(reading: Reading, { node, leaf, inherited }: Placed): CategoryPage['state'] {
  if (inherited.retired) return 'retired';
  if (leaf) return 'open';
  // A family in which everything was retired takes nothing either.
  return openCategories(reading.categories).some(({ path }) => path.some(({ code }) => code === node.code)) ? 'family' : 'retired';
}

/** By the clock everybody is told; its grace is nobody's to see. */
function nominating({ timeline, page }: Reading, now: number): boolean {
  const times = timeline && timesAt(timeline, page.edition.zone);
  return times !== undefined && openAt(times, now).some(({ phase }) => phase === 'nominations');
}

function pageFrom(reading: Reading, at: Placed, now: number): Omit<CategoryPage, 'languages'> {
  const { page, say } = reading;
  const { node, path, inherited } = at;
  const state = stateOf(reading, at);
  const described = [node, ...path.toReversed()].find(({ description }) => description !== undefined)?.description;
  const scorecard = inherited.scorecard ?? mainScorecard;
  const card = reading.scorecards[scorecard];
  const tree = toldTree(reading);
  return {
    programme: { slug: page.programme.slug, name: page.programme.name },
    edition: { slug: page.edition.slug, name: page.edition.name, phase: page.edition.phase },
    dates: toldDates(page.edition),
    code: node.code,
    name: say(node.name),
    description: described === undefined ? '' : say(described),
    path: path.map(({ code, name }) => ({ code, name: say(name) })),
    state,
    isNew: node.isNew ?? false,
    nominees: inherited.nominees ?? [],
    nominators: inherited.nominators ?? [],
    full: state === 'open' && reading.full.has(node.code),
    nominating: state === 'open' && nominating(reading, now),
    limits: { each: inherited.limits?.each, all: inherited.limits?.all },
    sponsor: toldSponsor(reading, inherited.sponsor),
    rankedApart: rankedApart(inherited).length > 0,
    divisions: (inherited.divisions ?? []).map(({ key, name, rule }) => ({
      key,
      name: say(name),
      rule: rule === undefined ? undefined : reading.rules[rule],
    })),
    rules: rulesOf(reading, at),
    fields: fieldNames(inherited.form === undefined ? undefined : reading.forms[inherited.form], say),
    questions: questionsOf(reading, inherited.form),
    card: card && toldCard(reading, scorecard, card),
    others: state === 'open' ? [] : state === 'family' ? nodesBelow(tree, node.code) : tree,
  };
}

/** @throws Problem `general.not-found` for a code that this edition never had */
export async function categoryPageOf(ctx: Ctx, slug: string, edition: string, code: string): Promise<CategoryPage> {
  const reading = await readingOf(ctx, slug, edition);
  const page = pageFrom(reading, placedCategory(reading, code), ctx.now.getTime());
  return { ...page, languages: reading.languages() };
}
