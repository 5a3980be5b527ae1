/** What facts and their values are called in sentences about rules. */
import { type FactName, type FactValue, isFactName } from '#core/rules/facts.ts';
import { dates } from '../dates.ts';

const subjects: Readonly<Record<FactName, string>> = {
  'company.country': 'the country of the company',
  'company.operatingSince': 'the day the company began to operate',
  'company.revenue': 'the revenue of the company',
  'company.staff': 'the number of people who work for the company',
  'entry.answers': 'the number of answers given',
  'entry.category': 'the category of the entry',
  'entry.day': 'the day the entry is sent in',
  'entry.files': 'the number of files with the entry',
  'entry.nominator': 'who nominates',
  'entry.nominee': 'the kind of nominee',
  'entry.updated': 'whether the entry was updated with recent achievements',
  'group.revenue': 'the revenue of the company including its parents',
  'group.staff': 'the number of people who work for the company including its parents',
  'honours.wins': 'what the nominee won before',
  'nominations.all': 'the number of nominations',
  'nominations.customer': 'the number of nominations by customers',
  'nominations.peer': 'the number of nominations by peers',
  'nominations.self': 'the number of self-nominations',
};

/** What fields are called, by their keys; those without a name here go by their key. */
export type FieldNames = Readonly<Record<string, string>>;

/** A field in quotes: by its name where that can be no other's, else by name and key. */
export function fieldName(key: string, names: FieldNames = {}): string {
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  if (name === undefined) return `“${key}”`;
  const plain = name.replaceAll(/[“”]/g, '’');
  const alone = plain === name && !/^[a-z0-9-]+$/.test(name) && Object.values(names).filter((other) => other === name).length === 1;
  return alone ? `“${plain}”` : `“${plain}” (${key})`;
}

export function subjectOf(fact: string, names?: FieldNames): string {
  if (isFactName(fact)) return subjects[fact];
  const [, key = '', part] = fact.split('.');
  const field = fieldName(key, names);
  if (part === 'value') return `the value claimed in ${field}`;
  return part === 'period' ? `the period claimed in ${field}` : `the answer ${field}`;
}

/** 1234567 → 1,234,567 */
function inThrees(digits: string): string {
  const first = digits.length % 3;
  const groups = Array.from({ length: Math.floor(digits.length / 3) }, (_, at) => digits.slice(first + 3 * at, first + 3 * at + 3));
  return [...(first > 0 ? [digits.slice(0, first)] : []), ...groups].join(',');
}

/** -1234567.5 → -1,234,567.5 */
export function figure(value: number): string {
  const [whole = '', ...rest] = String(Math.abs(value)).split('.');
  return `${value < 0 ? '-' : ''}${[inThrees(whole), ...rest].join('.')}`;
}

/** `100000000 USD` → 100,000,000 USD */
export function amount(value: string | number): string {
  if (typeof value === 'number') return figure(value);
  const [digits = '', ...rest] = value.split(' ');
  const [whole = '', ...decimals] = digits.split('.');
  return [[inThrees(whole), ...decimals].join('.'), ...rest].join(' ');
}

export const quoted = (text: string): string => `“${text}”`;
export const listed = (texts: readonly string[]): string => texts.map(quoted).join(', ');

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
const isAmount = (text: string): boolean => /^\d+(?:\.\d+)? [A-Z]{3}$/.test(text);

function span({ from, to }: { readonly from?: string | undefined; readonly to?: string | null | undefined }): string {
  const begins = from === undefined ? 'of unknown beginning' : `from ${dates.date(from)}`;
  if (to === null) return `${begins} and still going on`;
  return to === undefined ? `${begins}, of unknown end` : `${begins} to ${dates.date(to)}`;
}

/** A value as it stands in a sentence. */
export function valueText(value: FactValue | undefined): string {
  if (value === undefined) return 'not known';
  if (value === null) return 'left empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return figure(value);
  if (typeof value === 'string') return isDay(value) ? dates.date(value) : isAmount(value) ? amount(value) : quoted(value);
  if (Array.isArray(value)) return listed(value.map((each) => (typeof each === 'string' ? each : (each.category ?? ''))));
  if ('is' in value) return amount(value.is);
  if ('least' in value)
    return value.most === undefined ? `${figure(value.least)} or more` : `${figure(value.least)} to ${figure(value.most)}`;
  if ('words' in value) return `${figure(value.words)} ${value.words === 1 ? 'word' : 'words'} long`;
  return 'code' in value ? quoted(value.code) : span(value as { from?: string; to?: string | null });
}
