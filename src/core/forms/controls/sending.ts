/**
 * What the controls of a form are called, and how what they send becomes answers. A control is named by the path its problems have, so
 * that each refusal finds its place; a few controls stand for more than one part of an answer.
 */
import { metricNames, unitOf } from '../claims/metrics.ts';
import type { Field } from '../fields.ts';
import { type Form, fieldsOf } from '../shape.ts';

/** What a form without scripts sends: a name sent several times is one value of several lines. */
export type Sent = Readonly<Record<string, string>>;

/** The control of a field, a group, or a part of an answer. */
export const controlName = (...path: readonly string[]): string => ['answers', ...path].join('.');

/** The kinds whose answers are the files beside the entry; their controls carry files, no words. */
export const isOfFiles = (field: Field): boolean => field.kind === 'video' || field.kind === 'files';

/** Measure and definition are chosen together. */
export const measureValue = (metric: string, definition: string): string => `${metric}/${definition}`;

type Part = (...path: readonly string[]) => string;

const measuredParts = ['from', 'to', 'value', 'n', 'promoters', 'detractors'] as const;
const measured = (part: Part, ...within: readonly string[]): Record<string, string> =>
  Object.fromEntries(measuredParts.map((name) => [name, part(...within, name)]));
const anything = (parts: Readonly<Record<string, string>>): boolean => Object.values(parts).some((text) => text.trim() !== '');

/** What only some measures ask for; all of it while none is chosen. */
export function asksBesides(measure: string): { readonly statistic: boolean; readonly counts: boolean } {
  const [name, definition = ''] = measure.split('/');
  const metric = metricNames.find((each) => each === name);
  const unit = metric && unitOf(metric, definition);
  return { statistic: unit === undefined || unit.unit === 'minutes', counts: unit === undefined || unit.of === 'difference' };
}

/** What was written for another measure and is out of sight now is not said of this one. */
function claimFrom(whole: Part): unknown {
  const asks = asksBesides(whole('measure'));
  const isAsked = (name: string | undefined) =>
    name === 'statistic' ? asks.statistic : name === 'promoters' || name === 'detractors' ? asks.counts : true;
  const part: Part = (...path) => (isAsked(path.at(-1)) ? whole(...path) : '');
  const [metric = '', definition = ''] = part('measure').split('/');
  const [own, earlier] = [measured(part), measured(part, 'before')];
  const told = { metric, definition, statistic: part('statistic'), source: part('source'), ...own };
  const before = anything(earlier) ? { before: earlier } : {};
  return anything(told) || anything(earlier) ? { ...told, ...before } : undefined;
}

function answerFrom(field: Field, part: Part): unknown {
  const whole = part();
  switch (field.kind) {
    case 'choice': {
      const options = whole.split('\n').filter((option) => option !== '');
      const other = part('other');
      // Of one choice, words of one's own count where no option was chosen.
      const own = other.trim() !== '' && (field.choose.max > 1 || options.length === 0);
      return options.length === 0 && !own ? undefined : { options, ...(own && { other }) };
    }
    case 'money': {
      const amount = part('amount');
      return amount.trim() === '' ? undefined : { amount, currency: part('currency') };
    }
    case 'reference': {
      const [name, email] = [part('name'), part('email')];
      const kind = field.to === 'either' ? part('kind') || 'person' : field.to;
      return anything({ name, email }) ? { kind, name, email } : undefined;
    }
    case 'consent':
      return whole === '' ? undefined : whole;
    case 'metric':
      return claimFrom(part);
    default:
      return whole.trim() === '' ? undefined : whole;
  }
}

/** The answers a form sent, by key; what was left empty and what lies beside it as a file are not there. */
export const sentAnswers = (form: Form, sent: Sent): Record<string, unknown> =>
  sentBy(
    fieldsOf(form).map(({ field }) => field),
    sent,
  );

/** The answers to some fields of a form. */
export function sentBy(fields: readonly Field[], sent: Sent): Record<string, unknown> {
  const given = fields.flatMap((field): [string, unknown][] => {
    if (isOfFiles(field)) return [];
    const answer = answerFrom(field, (...path) => sent[controlName(field.key, ...path)] ?? '');
    return answer === undefined ? [] : [[field.key, answer]];
  });
  return Object.fromEntries(given);
}

const choosesMeasure = new Set(['metric', 'definition']);

/** Where on the page what is wrong with a part of an answer is mended: the name of its control. */
export function controlOf(form: Form, path: string): string {
  const [key = '', ...rest] = path.split('.');
  const field = fieldsOf(form).find((one) => one.field.key === key)?.field;
  if (field === undefined) return controlName(key);
  if (field.kind === 'money') return controlName(key, 'amount');
  if (field.kind === 'reference') return controlName(key, rest[0] ?? 'name');
  // One of several lines or files: the whole control.
  if (field.kind !== 'metric') return controlName(key);
  if (rest.length === 0 || choosesMeasure.has(rest.at(-1) ?? '')) return controlName(key, 'measure');
  if (rest.join('.') === 'before') return controlName(key, 'before', 'value');
  return rest.at(-1) === 'statistic' ? controlName(key, 'statistic') : controlName(key, ...rest);
}
