import type { FormChange } from '#core/forms/revisions/differences.ts';
import type { Consequence, Effect, Touch } from '#core/forms/revisions/effects.ts';

/** What is done, in a few words; fields and options are named by what the form calls them. */
function change(one: FormChange, name: (key: string, option?: string) => string): string {
  switch (one.kind) {
    case 'form-reworded':
      return 'The title or the introduction of the form reads differently';
    case 'order-changed':
      return 'The order is another';
    case 'field-added':
      return `${name(one.key)} is new${one.required === 'never' ? '' : ' and required'}`;
    case 'field-removed':
    case 'group-removed':
    case 'section-removed':
      return `${name(one.key)} is taken out`;
    case 'group-added':
    case 'section-added':
      return `${name(one.key)} is new`;
    case 'kind-changed':
      return `${name(one.key)} is another kind of field`;
    case 'required-changed':
      return one.is === 'never'
        ? `${name(one.key)} is optional now`
        : `${name(one.key)} is required ${one.is === 'draft' ? 'from the start' : 'to send in'}`;
    case 'option-added':
      return `${name(one.key)}: the option ${name(one.key, one.option)} is new`;
    case 'option-removed':
      return `${name(one.key)}: the option ${name(one.key, one.option)} is taken out`;
    case 'option-retired':
      return `${name(one.key)}: the option ${name(one.key, one.option)} is no longer offered`;
    case 'option-back':
      return `${name(one.key)}: the option ${name(one.key, one.option)} is offered again`;
    case 'option-renamed':
      return `${name(one.key)}: the option ${name(one.key, one.option)} reads differently`;
    case 'limit-tightened':
    case 'limit-loosened':
      return `${name(one.key)}: ${one.kind === 'limit-tightened' ? 'a tighter' : 'a wider'} limit, ${one.was || 'none'} becomes ${one.is || 'none'}`;
    case 'readers-widened':
      return `${name(one.key)} is read by more people`;
    case 'readers-narrowed':
      return `${name(one.key)} is read by fewer people`;
    case 'guarded-more':
    case 'guarded-less':
      return `${name(one.key)} is guarded as ${one.is}, no longer as ${one.was}`;
    case 'consent-reworded':
      return `${name(one.key)} asks for consent to other words`;
    case 'reworded':
      return `${name(one.key)} reads differently`;
    case 'condition-changed':
      return `${name(one.key)} is shown under another condition`;
    case 'fact-changed':
      return `${name(one.key)} tells the rules something else, or nothing any more`;
    case 'settings-changed':
      return `${name(one.key)} takes other answers`;
    case 'moved':
      return `${name(one.key)} stands elsewhere`;
    case 'rule-changed':
      return `${name(one.key)} asks for ${one.is === 'exactly-one-of' ? 'exactly one' : one.is === 'at-least-one-of' ? 'at least one' : 'all'} of its fields`;
  }
}

/** So many of so many; drafts are those that are still written, entries that were sent back among them. */
const drafts = ({ affected, of }: Effect): string => `${affected.drafts} of ${of.drafts} ${of.drafts === 1 ? 'draft' : 'drafts'}`;
const submitted = ({ affected, of }: Effect): string =>
  `${affected.submitted} of ${of.submitted} submitted ${of.submitted === 1 ? 'entry' : 'entries'}`;

type Touching = Exclude<Consequence, 'none'>;

/** What becomes of those still written, and of those sent in: of one, or of so many. */
const done: Readonly<Record<Touching, readonly [drafts: string, submitted: string]>> = {
  'kept-unseen': ['the answer is kept and no longer asked for', 'read as sent in'],
  'asked-of-drafts': ['must be answered before sending in', 'valid as sent in'],
  'beyond-limit': ['not taken any more, must be mended before sending in', 'beyond the new limit, valid as sent in'],
  'kept-option': ['the option stays chosen, nobody else can choose it', 'the option stays chosen'],
  'option-gone': ['another option must be chosen before sending in', 'the option stays chosen'],
  'reads-otherwise': ['answered to the words before, may no longer fit', 'read with the words before'],
  'consent-anew': [
    'agreed to other words, so this must be asked again in a question of its own',
    'agreed to the words before, which are kept',
  ],
  'seen-by-more': ['answered for fewer readers, so ask first or make this a question of its own', 'keeps the readers it was sent in for'],
  'seen-by-fewer': ['will have fewer readers', 'keeps the readers it was sent in for'],
  'shown-or-hidden': ['asked now, or hidden with its text kept', 'stays as sent in'],
};

/** What becomes of one entry by one change, in a few words. */
function outcome({ consequence: of }: Touch, isSubmitted: boolean): string {
  return of === 'none' ? '' : done[of][isSubmitted ? 1 : 0];
}

/** What it does to the entries there are; those there are none of are not named. */
function consequence(effect: Effect): string {
  if (effect.consequence === 'none') return 'No entry is affected.';
  const told = [
    ...(effect.affected.drafts > 0 ? [`${drafts(effect)}: ${outcome(effect, false)}.`] : []),
    ...(effect.affected.submitted > 0 ? [`${submitted(effect)}: ${outcome(effect, true)}.`] : []),
  ];
  return told.join(' ');
}

/** Things by what the form calls them, from what `namesIn` found. */
const naming =
  (names: Readonly<Record<string, string>>) =>
  (key: string, option?: string): string =>
    `“${(option === undefined ? names[key] : names[`${key} ${option}`]) ?? option ?? key}”`;

export const revisionWords = { change, consequence, outcome, naming };
