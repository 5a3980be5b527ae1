/** What every part of a form needs of the whole, and what limits an answer, in sentences. */
import { inMajorUnits } from '#core/forms/currencies.ts';
import type { Field } from '#core/forms/fields.ts';
import type { LocalText } from '#core/languages/local-text.ts';
import type { Words } from '#words/index.ts';

/** A text of the organiser in the reader's language. */
export type Say = (text: LocalText) => string;

export type AskedOf<F extends Field> = {
  readonly field: F;
  /** The answer as it is kept. */
  readonly raw: unknown;
  readonly say: Say;
  /** The word beside what may be left out. */
  readonly optional: string | undefined;
  readonly hint: string | undefined;
};

const money = (minor: number | undefined, currency: string): string | undefined =>
  minor === undefined ? undefined : `${currency} ${inMajorUnits(minor, currency)}`;

/** What limits an answer to a field; '' where nothing does. */
export function limitSentence(field: Field, say: Say, { asking, upToFiles, upToLength }: Words['forms']): string {
  switch (field.kind) {
    case 'short-text':
      return asking.characters(field.characters.min, field.characters.max);
    case 'long-text':
      return asking.words(field.words.min, field.words.max);
    case 'choice':
      return asking.choose(field.choose.min, field.choose.max);
    case 'number':
      return asking.number(field.min, field.max, field.step, field.unit === undefined ? '' : say(field.unit));
    case 'money': {
      const [currency = ''] = field.currencies;
      const single = field.currencies.length === 1 ? `${asking.amountIn(currency)} ` : '';
      return `${single}${asking.money(money(field.min, currency), money(field.max, currency))}`.trim();
    }
    case 'date':
      return asking.date(field.from, field.to);
    case 'video':
      return `${upToLength(field.seconds, field.bytes)}.`;
    case 'files':
      return `${upToFiles(field.count.max, field.bytes)}. ${asking.kindsOfFiles(field.groups, field.extensions)}`.trim();
    case 'web-addresses':
      return asking.addresses(field.count.min, field.count.max);
    case 'reference':
    case 'consent':
    case 'metric':
      return '';
  }
}
