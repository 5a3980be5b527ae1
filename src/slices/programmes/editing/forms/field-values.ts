/** A field of a form as the fields of the form that edits it, and back. Each is named as the field's problems name it. */
import { saidIn } from '#core/categories/editing.ts';
import { keyFor } from '#core/editions/key.ts';
import { inMajorUnits, inMinorUnits } from '#core/forms/currencies.ts';
import type { Field, FieldKind, FieldOf } from '#core/forms/fields.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { filled, numberFrom, type Sent, type Values } from '../sent.ts';
import { conditionFrom, conditionValues } from './condition-values.ts';

const megabyte = 1_000_000;

/** Rows for options beyond those there are, and the most that are ever read. */
const spareOptions = 3;
const mostOptions = 500 + spareOptions;

export const said = (text: LocalText | undefined, language: string): string =>
  text === undefined ? '' : inLanguage(text, language, language);
const shown = (number: number | undefined): string => (number === undefined ? '' : String(number));

/** As long as a clock says it: 5:00. */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function settingValues(field: Field, language: string): Values {
  switch (field.kind) {
    case 'short-text':
      return { 'characters.min': shown(field.characters.min), 'characters.max': shown(field.characters.max) };
    case 'long-text':
      return { 'words.min': shown(field.words.min), 'words.max': shown(field.words.max) };
    case 'choice': {
      const options = field.options.flatMap(({ label, help, retired }, i) => [
        [`options.${i}.label`, said(label, language)],
        [`options.${i}.help`, said(help, language)],
        [`options.${i}.retired`, retired ? 'on' : ''],
      ]);
      const { choose, other } = field;
      return { ...Object.fromEntries(options), 'choose.min': shown(choose.min), 'choose.max': shown(choose.max), other: other ? 'on' : '' };
    }
    case 'number':
      return { min: shown(field.min), max: shown(field.max), step: shown(field.step), unit: said(field.unit, language) };
    case 'money': {
      const [currency = ''] = field.currencies;
      const amount = (minor: number | undefined) => (minor === undefined ? '' : inMajorUnits(minor, currency));
      return { currencies: field.currencies.join(', '), min: amount(field.min), max: amount(field.max) };
    }
    case 'date':
      return { from: field.from ?? '', to: field.to ?? '' };
    case 'video':
      return { seconds: clock(field.seconds), bytes: shown(field.bytes / megabyte) };
    case 'files': {
      const { groups, extensions, bytes, count } = field;
      const amounts = { bytes: shown(bytes / megabyte), 'count.min': shown(count.min), 'count.max': shown(count.max) };
      return { groups: groups.join('\n'), extensions: extensions.join(', '), ...amounts };
    }
    case 'web-addresses':
      return { 'count.min': shown(field.count.min), 'count.max': shown(field.count.max) };
    case 'reference':
      return { to: field.to };
    case 'consent':
      return { text: said(field.text, language) };
    case 'metric':
      return { metrics: field.metrics.join('\n'), before: field.before, source: field.source };
  }
}

export function fieldValues(field: Field, language: string): Values {
  const { label, help, required, audience, protection, condition, fact = '' } = field;
  const common = { label: said(label, language), help: said(help, language), required, audience, protection, fact };
  return { ...common, ...conditionValues(condition), ...settingValues(field, language) };
}

const some = (map: Readonly<Record<string, Sent | undefined>>): Sent | undefined => {
  const found = filled(map);
  return Object.keys(found).length === 0 ? undefined : found;
};
const listed = (text: string | undefined): string[] => (text ?? '').split(/[\s,;]+/).filter((each) => each !== '');
const ticked = (text: string | undefined): string[] => (text ?? '').split('\n').filter((each) => each !== '');

function secondsFrom(text: string | undefined): Sent | undefined {
  const [, minutes, seconds] = /^(\d{1,4}):([0-5]\d)$/.exec((text ?? '').trim()) ?? [];
  return minutes === undefined ? text?.trim() || undefined : Number(minutes) * 60 + Number(seconds);
}
function bytesFrom(text: string | undefined): Sent | undefined {
  const amount = numberFrom(text);
  return typeof amount === 'number' ? Math.round(amount * megabyte) : amount;
}
function minorFrom(text: string | undefined, currency: string): Sent | undefined {
  const written = text?.trim() || undefined;
  return written && (inMinorUnits(written, currency) ?? written);
}

type Options = FieldOf<'choice'>['options'];

/** The options with something in them, and which row of the form each is. `do`: the button that was pressed. */
export function optionRows(values: Values, was: Options, language: string) {
  const taken = was.map(({ key }) => key);
  const [, target = '', act = ''] = /^options\.(\d+)\.(up|down|drop)$/.exec(values.do ?? '') ?? [];
  const rows = Array.from({ length: mostOptions }, (_, at) => {
    const [before, label] = [was[at], (values[`options.${at}.label`] ?? '').trim()];
    if ((label === '' && !before) || (act === 'drop' && target === String(at))) return [];
    const key = before?.key ?? keyFor(label, 'option', taken);
    if (!before) taken.push(key);
    const help = saidIn(before?.help, language, (values[`options.${at}.help`] ?? '').trim());
    const retired = values[`options.${at}.retired`] ? true : undefined;
    return [{ at, option: filled({ key, label: saidIn(before?.label, language, label) ?? '', help, retired }) }];
  }).flat();
  const from = rows.findIndex(({ at }) => String(at) === target);
  const to = act === 'up' ? from - 1 : act === 'down' ? from + 1 : from;
  const [one, other] = [rows[from], rows[to]];
  return one && other ? rows.map((row, i) => (i === from ? other : i === to ? one : row)) : rows;
}

function settingsFrom(values: Values, was: Field, language: string): Readonly<Record<string, Sent | undefined>> {
  const number = (name: string): Sent | undefined => numberFrom(values[name]);
  const range = (name: string): Sent | undefined => some({ min: number(`${name}.min`), max: number(`${name}.max`) });
  switch (was.kind) {
    case 'short-text':
      return { characters: range('characters') };
    case 'long-text':
      return { words: range('words') };
    case 'choice': {
      const options = optionRows(values, was.options, language).map(({ option }) => option);
      return { options, choose: range('choose'), other: values.other === 'on' };
    }
    case 'number':
      return {
        min: number('min'),
        max: number('max'),
        step: number('step'),
        unit: saidIn(was.unit, language, (values.unit ?? '').trim()),
      };
    case 'money': {
      const currencies = listed(values.currencies?.toUpperCase());
      const [currency = ''] = currencies;
      return { currencies, min: minorFrom(values.min, currency), max: minorFrom(values.max, currency) };
    }
    case 'date':
      return { from: values.from?.trim() || undefined, to: values.to?.trim() || undefined };
    case 'video':
      return { seconds: secondsFrom(values.seconds), bytes: bytesFrom(values.bytes) };
    case 'files': {
      const extensions = listed(values.extensions?.toLowerCase()).map((ending) => ending.replace(/^\./, ''));
      return { groups: ticked(values.groups), extensions, bytes: bytesFrom(values.bytes), count: range('count') };
    }
    case 'web-addresses':
      return { count: range('count') };
    case 'reference':
      return { to: values.to };
    case 'consent':
      return { text: saidIn(was.text, language, (values.text ?? '').trim()) ?? '' };
    case 'metric':
      return { metrics: ticked(values.metrics), before: values.before, source: values.source };
  }
}

/** What a form made of a field; the part's shape says whether it can be. Key and kind stay: answers hang from them. */
export function fieldFrom(values: Values, was: Field, language: string): { readonly [name: string]: Sent } {
  return filled({
    kind: was.kind,
    key: was.key,
    label: saidIn(was.label, language, (values.label ?? '').trim()) ?? '',
    help: saidIn(was.help, language, (values.help ?? '').trim()),
    // Not asked of a field in a group of which one is enough.
    required: values.required ?? was.required,
    audience: values.audience,
    protection: values.protection,
    fact: values.fact || undefined,
    condition: conditionFrom(values),
    ...settingsFrom(values, was, language),
  });
}

/** A new field with what its kind cannot do without. */
export function newField(
  values: Values,
  taken: readonly string[],
  currency: string,
): { readonly key: string; readonly [name: string]: Sent } {
  const [label, kind] = [(values.label ?? '').trim(), values.kind as FieldKind];
  const keys: string[] = [];
  const options = (values.options ?? '').split('\n').flatMap((line) => {
    const text = line.trim();
    if (text === '') return [];
    keys.push(keyFor(text, 'option', keys));
    return [{ key: keys.at(-1) ?? '', label: text }];
  });
  const needs: Partial<Record<FieldKind, { readonly [name: string]: Sent }>> = {
    choice: { options },
    money: { currencies: [currency] },
    consent: { text: label },
  };
  return { kind, key: keyFor(label, kind, taken), label, ...(Object.hasOwn(needs, kind) && needs[kind]) };
}

const instead: Readonly<Record<string, string>> = {
  characters: 'characters.min',
  words: 'words.min',
  choose: 'choose.min',
  count: 'count.min',
  options: 'options.0.label',
};

/** The field of the form at which something within a field was written. */
export function atInput(path: string, rows: readonly { readonly at: number }[] = []): string {
  const [first = '', second = ''] = path.split('.');
  if (first === 'condition') return 'condition.0.of';
  if (['label', 'help', 'text', 'unit', 'currencies', 'extensions', 'groups', 'metrics'].includes(first)) return first;
  if (first === 'options' && second !== '') {
    const part = path.split('.')[2] ?? 'label';
    return `options.${rows[Number(second)]?.at ?? second}.${part === 'key' ? 'label' : part}`;
  }
  return instead[path] ?? path;
}
