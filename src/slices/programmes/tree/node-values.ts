/** One node of the tree as the fields of its form, and back: what is empty it has from the nodes it stands in. */
import { saidIn } from '#core/categories/editing.ts';
import type { CategoryNode } from '#core/categories/shape.ts';
import type { LocalText } from '#core/languages/local-text.ts';

export type Values = Readonly<Record<string, string>>;
/** The one everything is written in, then the others. */
export type Languages = readonly [main: string, ...others: readonly string[]];

/** The field a text has in a language: the main one has the name alone. */
export const fieldIn = (name: string, language: string, [main]: Languages): string => (language === main ? name : `${name}.${language}`);

function said(text: LocalText | undefined, language: string, main: string): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return language === main ? text : '';
  return text[language] ?? '';
}

function textValues(name: string, text: LocalText | undefined, languages: Languages): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [fieldIn(name, language, languages), said(text, language, languages[0])]));
}

const numberValue = (number: number | undefined): string => (number === undefined ? '' : String(number));

/** Rows for divisions a form has beyond those there are. */
export const spareDivisions = 2;

/** Ticked where a node wants none of the rules it would have from above. */
export const noRules = 'rules.none';

export function valuesOf(node: CategoryNode, languages: Languages): Values {
  const [main] = languages;
  const divisions = (node.divisions ?? []).flatMap(({ key, name, rule = '' }, at) => [
    [`divisions.${at}.key`, key],
    [`divisions.${at}.name`, said(name, main, main)],
    [`divisions.${at}.rule`, rule],
  ]);
  return {
    code: node.code,
    ...textValues('name', node.name, languages),
    ...textValues('description', node.description, languages),
    ranked: node.ranked ?? '',
    nominees: (node.nominees ?? []).join('\n'),
    nominators: (node.nominators ?? []).join('\n'),
    'limits.each': numberValue(node.limits?.each),
    'limits.all': numberValue(node.limits?.all),
    form: node.form ?? '',
    scorecard: node.scorecard ?? '',
    sponsor: node.sponsor ?? '',
    rules: (node.rules ?? []).join('\n'),
    [noRules]: node.rules?.length === 0 ? 'on' : '',
    isNew: node.isNew ? 'on' : '',
    retired: node.retired ? 'on' : '',
    ...Object.fromEntries(divisions),
  };
}

function textFrom(values: Values, name: string, was: LocalText | undefined, languages: Languages): LocalText | undefined {
  const [main, ...others] = languages;
  const inOthers = others.some((language) => (values[`${name}.${language}`] ?? '').trim() !== '');
  const start = typeof was === 'object' ? was : inOthers ? {} : undefined;
  return languages.reduce<LocalText | undefined>((text, language) => {
    const words = (values[fieldIn(name, language, languages)] ?? '').trim();
    return typeof start === 'object' || language === main ? saidIn(text, language, words) : text;
  }, start);
}

/** A number where it is one; else as it was written, which is refused at its field. */
function numberFrom(text: string | undefined): number | string | undefined {
  const written = text?.trim() ?? '';
  if (written === '') return undefined;
  return /^\d{1,9}$/.test(written) ? Number(written) : written;
}

const linesIn = (text: string | undefined): string[] => (text ?? '').split('\n').filter((line) => line !== '');

type Sent = null | boolean | number | string | readonly Sent[] | { readonly [name: string]: Sent };

function divisionsFrom(values: Values, was: CategoryNode, main: string): Sent[] {
  return Array.from({ length: 20 + spareDivisions }, (_, at) => {
    const [key = '', name = '', rule = ''] = ['key', 'name', 'rule'].map((part) => values[`divisions.${at}.${part}`]?.trim() ?? '');
    const before = was.divisions?.find((division) => division.key === key);
    return { key, name: saidIn(before?.name, main, name) ?? '', ...(rule !== '' && { rule }) };
  }).filter(({ key, name }) => key !== '' || name !== '');
}

/** What has been said, without what is empty. */
const only = (map: Readonly<Record<string, Sent | undefined>>): { readonly [name: string]: Sent } =>
  Object.fromEntries(Object.entries(map).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
const text = (values: Values, name: string): string | undefined => values[name]?.trim() || undefined;

/** What a form made of a node; the part's shape says whether it can be. It stays where it stood. */
export function nodeFrom(values: Values, was: CategoryNode, languages: Languages): { readonly [name: string]: Sent } {
  const limits = only({ each: numberFrom(values['limits.each']), all: numberFrom(values['limits.all']) });
  return only({
    code: (values.code ?? was.code).trim().toUpperCase(),
    in: was.in,
    name: textFrom(values, 'name', was.name, languages) ?? '',
    description: textFrom(values, 'description', was.description, languages),
    nominees: some(linesIn(values.nominees)),
    nominators: some(linesIn(values.nominators)),
    divisions: some(divisionsFrom(values, was, languages[0])),
    ranked: text(values, 'ranked'),
    limits: Object.keys(limits).length === 0 ? undefined : limits,
    form: text(values, 'form'),
    scorecard: text(values, 'scorecard'),
    rules: values[noRules] ? [] : some(linesIn(values.rules)),
    sponsor: text(values, 'sponsor'),
    isNew: values.isNew ? true : undefined,
    retired: values.retired ? true : undefined,
  });
}
