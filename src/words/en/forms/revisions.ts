import type { FormChange } from '#core/forms/revisions/differences.ts';
import type { Effect } from '#core/forms/revisions/effects.ts';

/** What is done, in a few words; fields are named by what the form calls them. */
function change(one: FormChange, name: (key: string) => string): string {
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
      return `${name(one.key)}: the option ${one.option} is new`;
    case 'option-removed':
      return `${name(one.key)}: the option ${one.option} is taken out`;
    case 'option-retired':
      return `${name(one.key)}: the option ${one.option} is no longer offered`;
    case 'option-back':
      return `${name(one.key)}: the option ${one.option} is offered again`;
    case 'option-renamed':
      return `${name(one.key)}: the option ${one.option} reads differently`;
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
    case 'settings-changed':
      return `${name(one.key)} takes other answers`;
    case 'moved':
      return `${name(one.key)} stands elsewhere`;
    case 'rule-changed':
      return `${name(one.key)} asks for ${one.is === 'exactly-one-of' ? 'exactly one' : one.is === 'at-least-one-of' ? 'at least one' : 'all'} of its fields`;
  }
}

const entries = (count: number, what: string): string => (count === 1 ? `1 ${what} entry` : `${count} ${what} entries`);

/** So many of so many, sent in and drafts apart; those there are none of are not named. */
function who({ affected, of }: Effect): string {
  const parts = [
    ...(affected.submitted > 0 ? [`${affected.submitted} of ${entries(of.submitted, 'submitted')}`] : []),
    ...(affected.drafts > 0 ? [`${affected.drafts} of ${of.drafts} ${of.drafts === 1 ? 'draft' : 'drafts'}`] : []),
  ];
  return parts.join(' and ');
}

/** What it does to the entries there are, as a whole sentence. */
function consequence(effect: Effect): string {
  switch (effect.consequence) {
    case 'none':
      return 'No entry is affected. What was submitted stays valid.';
    case 'kept-unseen':
      return `${who(effect)} answered this; the answers keep their text, and judges no longer see them.`;
    case 'asked-of-drafts':
      return `${who(effect)} must still answer this before being sent in. What was submitted stays valid.`;
    case 'beyond-limit':
      return `${who(effect)} would not be taken any more. Drafts must be mended; what was submitted stays valid.`;
    case 'kept-option':
      return `${who(effect)} chose this option and keep it; nobody else can choose it.`;
    case 'reads-otherwise':
      return `${who(effect)} answered what stood here before. Check that the answers still fit.`;
    case 'consent-anew':
      return `${who(effect)} agreed to other words. That consent does not cover the new ones: ask again, or make this a field of its own.`;
    case 'seen-by-more':
      return `${who(effect)} answered this for fewer readers. Ask them first, or make this a field of its own.`;
    case 'seen-by-fewer':
      return `${who(effect)} answered this; fewer people will read it.`;
    case 'shown-or-hidden':
      return `For ${who(effect)} this appears, or disappears with its text kept.`;
  }
}

export const revisionWords = { change, consequence };
