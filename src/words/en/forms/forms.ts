import type { FieldKind } from '#core/forms/fields.ts';
import type { Audience } from '#core/forms/keys.ts';
import { askingWords } from './asking.ts';
import { many, minutesAndSeconds, size } from './lengths.ts';
import { claimWords } from './metrics.ts';
import { revisionWords } from './revisions.ts';

const kinds: Record<FieldKind, string> = {
  'short-text': 'Short text',
  'long-text': 'Long text',
  choice: 'Choice',
  number: 'Number',
  money: 'Money',
  date: 'Date',
  video: 'Video',
  files: 'Files',
  'web-addresses': 'Web addresses',
  reference: 'Person or organisation',
  consent: 'Consent',
  metric: 'Claim of a measure',
};

const readers: Record<Audience, string> = { public: 'Everybody', judges: 'Judges and managers', managers: 'Managers only' };

export const forms = {
  kind: (kind: FieldKind) => kinds[kind],
  readers: (audience: Audience) => readers[audience],
  protection: { public: 'Public', internal: 'Internal', personal: 'Personal', sensitive: 'Sensitive' },
  required: { draft: 'Required from the start', submit: 'Required to send in', never: 'Optional' },
  rule: { plain: 'All as they are', 'exactly-one-of': 'Exactly one of these', 'at-least-one-of': 'At least one of these' },
  /** The rule of core/forms/words.ts, for those it binds. */
  howWordsCount:
    'A word with hyphens or apostrophes counts as one, and so do a number with its separators and a web address. Chinese and Japanese characters count one each; Thai, Lao, Khmer and Burmese one for each four letters. Emoji and signs standing alone do not count.',
  upToWords: (most: number) => `Up to ${many(most, 'words')}`,
  wordsOf: (count: number, most: number) => `${count} of ${many(most, 'words')}`,
  upToLength: (seconds: number, bytes: number) => `Up to ${minutesAndSeconds(seconds)} minutes, ${size(bytes)}`,
  upToFiles: (most: number, bytes: number) =>
    most === 1 ? `One file, up to ${size(bytes)}` : `Up to ${many(most, 'files')}, each up to ${size(bytes)}`,
  length: minutesAndSeconds,
  size,
  asking: askingWords,
  claim: claimWords,
  revisions: revisionWords,
};
