import type { generalProblems } from '#core/problems/general.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { exactly } from '../dates.ts';
import { inWords } from '../numbers.ts';

export const general: Record<keyof typeof generalProblems, ProblemWords> = {
  'general.not-standing-in': {
    title: 'Not while you stand in for somebody',
    detail: () =>
      'You may do what both of you may by a role of yours. Entries, ballots, accounts and grave acts are theirs alone. Stop standing in, and do it as yourself if it is yours to do.',
  },
  'general.not-found': {
    title: 'There is nothing here for you',
    detail: () => 'The address may be wrong, or what was here may be for others. Check the address, or go back to your home page.',
  },
  'general.sign-in-needed': {
    title: 'Sign in first',
    detail: () => 'This page is for people with an account. Sign in and you will come back here.',
  },
  'general.proof-needed': {
    title: 'Show that it is you',
    detail: () =>
      'It is a while since you signed in, and this is worth asking twice. Nothing is lost: prove it below and send the form again.',
  },
  'general.invalid-input': {
    title: 'Something in the form needs your attention',
    detail: ({ count }) =>
      count === 1
        ? 'Mend the field named here. What you wrote is kept.'
        : `Mend the ${inWords(Number(count)).toLowerCase()} fields named here. What you wrote is kept.`,
  },
  'general.stale-version': {
    title: 'This was changed while you wrote',
    detail: ({ by, at }) =>
      `${by ? `${by} saved it` : 'It was saved'}${at ? ` on ${exactly(at)}` : ''}, after you opened it. What you wrote is still in the form and was not saved: compare it with what is saved now, and save again.`,
  },
  'general.key-missing': {
    title: 'This form was not complete',
    detail: () =>
      'The mark that keeps a form from being sent twice was missing, so nothing was saved. Load the page again and send it once more.',
  },
  'general.key-reused': {
    title: 'This form was already sent with other words',
    detail: ({ saved }) =>
      `What was saved first is kept${saved ? `: “${saved}”` : ''}. What you sent now is below and was not saved; send it again to save it too.`,
  },
  'general.unknown-outcome': {
    title: 'We do not know whether this was saved',
    detail: () =>
      'The connection to the database broke at the last moment. Send the same form again: if it was saved, nothing happens twice.',
  },
  'general.busy': {
    title: 'The database could not be reached',
    detail: () => 'Nothing was saved. What you wrote is kept in this page. Send it again in a few seconds.',
  },
  'general.overloaded': {
    title: 'Very many people are here at once',
    detail: () =>
      'What people submit comes first, so this has to wait a moment. What you sent before is kept, and what you are writing stays in this browser. Try again in a few seconds.',
  },
  'general.too-large': {
    title: 'That is too large',
    detail: ({ limit }) =>
      `What was sent is larger than ${limit ?? 'the limit of this page'}. Nothing was saved. Send a smaller file or a shorter text.`,
  },
  'general.foreign-origin': {
    title: 'This was sent from another site',
    detail: () => 'Forms are accepted from our own pages only, and nothing was saved. Open the page here and send the form from it.',
  },
  'general.bug': {
    title: 'Something broke on our side',
    detail: () => 'It was not your doing, and it was recorded. Try again; if it happens again, tell the organiser the reference below.',
  },
  'field.required': { title: 'Missing', detail: () => 'Nothing is here yet, and it is needed.' },
  'field.too-long': { title: 'Too long', detail: ({ maximum }) => `The limit is ${maximum} characters. Shorten it.` },
  'field.too-short': { title: 'Too short', detail: ({ minimum }) => `At least ${minimum} characters are needed.` },
  'field.not-email': { title: 'Not an e-mail address', detail: () => 'Write it like name@example.org.' },
  'field.not-one-of': { title: 'Not one of the choices', detail: ({ options }) => `Choose one of: ${options}.` },
  'field.not-number': { title: 'Not a number', detail: () => 'Write a number in figures.' },
  'field.not-whole': { title: 'Not a whole number', detail: () => 'Write a whole number, without a fraction.' },
  'field.out-of-range': {
    title: 'Out of range',
    detail: ({ minimum, maximum }) => {
      if (minimum === undefined || minimum === null) return `It may be ${maximum} at most.`;
      return maximum === undefined || maximum === null ? `It must be ${minimum} at least.` : `It must be from ${minimum} to ${maximum}.`;
    },
  },
  'field.changed-meanwhile': {
    title: 'Changed meanwhile',
    detail: ({ saved }) => (saved === '' || saved === null ? 'Saved meanwhile: nothing here.' : `Saved meanwhile: “${saved}”.`),
  },
  'field.invalid': { title: 'Not valid', detail: () => 'This could not be read. Check it and write it again.' },
};
