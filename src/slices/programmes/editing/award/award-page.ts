/** What the page of award rules is drawn from: those of all categories or of one, a level of them with its fields, and what they come to. */
import { awardFor } from '#core/awarding/by-category.ts';
import { examplesOf, rangeOf } from '#core/awarding/examples.ts';
import { openCategories } from '#core/categories/tree.ts';
import { judgeableProblems } from '#core/editions/judgeable.ts';
import { mainScorecard } from '#core/editions/key.ts';
import { mainLanguage, type Parts } from '#core/editions/parts.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { plainJson } from '#core/record/canonical.ts';
import { writeYaml } from '#platform/formats/yaml.ts';
import type { Values } from '../sent.ts';
import { type OwnPart, ownParts, parted } from './award-values.ts';
import { countingValues, sourceValues } from './counting-values.ts';
import { levelValues } from './level-values.ts';
import { tieValues } from './tie-values.ts';

type Choice = { readonly value: string; readonly label: string; readonly group?: string };

/** Every criterion judges mark, of all scorecards, once. */
function criteriaOf({ scorecards }: Pick<Parts, 'scorecards'>, say: (text: LocalText) => string): Choice[] {
  const judged = Object.values(scorecards).flatMap(({ criteria }) => criteria.filter(({ kind }) => kind === 'judged'));
  return [...new Map(judged.map(({ key, name }) => [key, { value: key, label: say(name) }])).values()];
}

/** What a category has of its own; of the whole edition, everything. */
function ownOf({ award }: Pick<Parts, 'award'>, of: string): Readonly<Record<OwnPart, boolean>> {
  const own = award.categories[of];
  const has = (part: OwnPart) => of === '' || parted[part].some((name) => own?.[name] !== undefined);
  return Object.fromEntries(ownParts.map((part) => [part, has(part)])) as Record<OwnPart, boolean>;
}

/** Example entries in the first category the rules count in. */
function examplesIn({ award, categories, scorecards }: Parts, of: string) {
  const open = openCategories(categories);
  const place = open.find(({ node }) => (of === '' ? !Object.hasOwn(award.categories, node.code) : node.code === of)) ?? open[0];
  const judged = place && [{ category: place.node.code, scorecard: place.inherited.scorecard ?? mainScorecard }];
  const rules = awardFor(award, of);
  const range = judged ? rangeOf({ rules, scorecards, categories: judged }, award.judges) : null;
  return { range, examples: examplesOf(rules, range) };
}

type Wanted = { readonly of: string | null; readonly level: string | null; readonly isNew: boolean };

/** `chosen`: the level whose fields are open; `at` undefined for a new one. */
export function awardView(parts: Parts, wanted: Wanted) {
  const { award, categories, scorecards } = parts;
  const language = mainLanguage(parts);
  const say = (text: LocalText) => inLanguage(text, language, language);
  const open = openCategories(categories).map(({ node, path }): Choice => {
    const above = path.at(-1);
    return { value: node.code, label: `${node.code} ${say(node.name)}`, ...(above && { group: say(above.name) }) };
  });
  const titles = new Map(open.map(({ value, label }) => [value, label]));
  for (const code of Object.keys(award.categories)) if (!titles.has(code)) titles.set(code, code);
  const of = wanted.of !== null && titles.has(wanted.of) ? wanted.of : '';
  const rules = awardFor(award, of);
  const at = /^\d{1,2}$/.test(wanted.level ?? '') ? Number(wanted.level) : -1;
  const level = rules.levels[at];
  const blank: { at: number | undefined; name: string; values: Values } = { at: undefined, name: '', values: {} };
  return {
    of,
    title: titles.get(of) ?? '',
    scopes: Object.keys(award.categories).map((code) => ({ code, title: titles.get(code) ?? code })),
    all: open,
    own: ownOf(parts, of),
    judges: award.judges,
    rules,
    chosen: level ? { at, name: level.level, values: levelValues(level) } : wanted.isNew ? blank : undefined,
    ties: tieValues(rules.ties),
    counting: countingValues(rules, award.judges),
    sources: sourceValues(award),
    criteria: criteriaOf(parts, say),
    cards: Object.entries(scorecards).map(([value, { name }]): Choice => ({ value, label: name === undefined ? value : say(name) })),
    rounds: (award.rounds ?? []).map(({ round }) => round),
    yaml: writeYaml(plainJson(award)),
    advice: judgeableProblems(parts).filter(({ path }) => path.startsWith('award')),
    ...examplesIn(parts, of),
  };
}

export type AwardView = ReturnType<typeof awardView>;

/** The fields of the form that was sent, as they are saved now. */
export function awardValuesNow(parts: Parts, values: Values): Values {
  const { chosen, ties, counting, sources } = awardView(parts, { of: values.of ?? null, level: values.at ?? null, isNew: false });
  const forms: Readonly<Record<string, Values | undefined>> = { 'level.change': chosen?.values, ties, counting, sources };
  return (Object.hasOwn(forms, values.do ?? '') ? forms[values.do ?? ''] : undefined) ?? {};
}
