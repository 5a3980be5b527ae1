/** The columns of a spreadsheet of entries: what each is called, and how its cells become what the form of the entry would have sent. */
import { definitionsOf, metricNames } from '../../forms/claims/metrics.ts';
import { controlName, isOfFiles, measureValue } from '../../forms/controls/sending.ts';
import type { Field } from '../../forms/fields.ts';
import { type Form, fieldsOf } from '../../forms/shape.ts';
import { inLanguage, type LocalText } from '../../languages/local-text.ts';

export type Option = { readonly key: string; readonly labels: readonly string[] };
export type Column = {
  /** Stands in brackets in the head of the template, so that its words may be changed. */
  readonly name: string;
  readonly label: string;
  /** Without it there is no entry. */
  readonly needed: boolean;
  /** What its cells choose from; several are told apart by semicolons. */
  readonly options?: readonly Option[];
  /** Its cells are days, which workbooks keep as numbers. */
  readonly day?: true;
};

/** What stands of every entry; the rest is the form's. `received`: when it came in on paper. `reference`: what its sender calls it. */
export const headNames = [
  'owner.email',
  'owner.name',
  'title',
  'nominee',
  'nomineeKind',
  'nominator',
  'chapter',
  'body',
  'received',
  'reference',
] as const;
export type HeadName = (typeof headNames)[number];

type Language = { readonly language: string; readonly languages: readonly string[] };
const said = (text: LocalText, { language }: Language) => inLanguage(text, language, language);
const inAll = (text: LocalText): string[] => (typeof text === 'string' ? [text] : Object.values(text));
/** In the reader's language first, for that is how they are told of them. */
const optionsOf = (options: readonly { readonly key: string; readonly label: LocalText }[], language: Language): Option[] =>
  options.map(({ key, label }) => ({ key, labels: [said(label, language), ...inAll(label)] }));

/** The parts of an answer that are cells of their own, by what follows the name of the field. */
function partsOf(field: Field): readonly (readonly string[])[] {
  switch (field.kind) {
    case 'money':
      return field.currencies.length === 1 ? [['amount']] : [['amount'], ['currency']];
    case 'reference':
      return field.to === 'either' ? [['name'], ['email'], ['kind']] : [['name'], ['email']];
    case 'choice':
      return field.other ? [[], ['other']] : [[]];
    case 'metric': {
      const own = [['measure'], ['value'], ['n'], ['from'], ['to'], ['promoters'], ['detractors'], ['statistic']];
      return field.before === 'none' ? own : [...own, ...['value', 'n', 'from', 'to'].map((part) => ['before', part])];
    }
    default:
      return [[]];
  }
}

/** A spreadsheet says yes in many ways; no is no answer. */
const yesOrNo: readonly Option[] = [
  { key: 'yes', labels: ['true', 'on', 'x', '1'] },
  { key: '', labels: ['no', 'false', '0'] },
];

/** What a cell chooses from, where it does. */
function choicesOf(field: Field, part: readonly string[], language: Language): readonly Option[] | undefined {
  if (field.kind === 'consent') return yesOrNo;
  if (field.kind === 'choice' && part.length === 0) return optionsOf(field.options, language);
  if (field.kind !== 'metric' || part[0] !== 'measure') return undefined;
  const metrics = field.metrics.length === 0 ? metricNames : field.metrics;
  return metrics.flatMap((metric) => definitionsOf(metric).map((one) => ({ key: measureValue(metric, one), labels: [] })));
}

/** Files are laid beside an entry by whoever writes it; a spreadsheet has none. */
export function formColumns(form: Form, language: Language): Column[] {
  return fieldsOf(form).flatMap(({ field }) => {
    if (isOfFiles(field)) return [];
    const label = said(field.label, language);
    return partsOf(field).map((part): Column => {
      const options = choicesOf(field, part, language);
      const name = controlName(field.key, ...part);
      const day = field.kind === 'date' || part.at(-1) === 'from' || part.at(-1) === 'to';
      return { name, label: [label, ...part].join(': '), needed: false, ...(options && { options }), ...(day && { day }) };
    });
  });
}

export const headOf = ({ label, name }: Column): string => `${label} [${name}]`;
