import type { peopleProblems } from '#core/problems/people.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const people: Record<keyof typeof peopleProblems, ProblemWords> = {
  'people.sign-in-failed': {
    title: 'E-mail and password do not match',
    detail: () => 'No account has this address with this password. Try again, or ask for a sign-in link by e-mail.',
  },
  'people.link-used-or-expired': {
    title: 'This link no longer works',
    detail: () => 'A sign-in link works once and for 30 minutes. Ask for a new one.',
  },
  'people.proof-wrong': {
    title: 'That does not prove it',
    detail: () => 'What you gave does not match, or the code was used already. What you wrote is kept; try again below.',
  },
  'people.proof-link-sent': {
    title: 'A link is on its way',
    detail: ({ email }) =>
      `Open the link that was mailed to ${email} in this browser and press its button. Then come back to this page and send the form again: all of it is still here.`,
  },
  'people.too-many-links': {
    title: 'Enough links were sent',
    detail: ({ minutes }) =>
      `Several links went to this address in the last quarter of an hour, and each of them still signs in. Look for the newest mail, or ask again in ${minutes} minutes.`,
  },
  'people.session-over': {
    title: 'That session is over already',
    detail: () => 'It ended meanwhile. The list below shows those that are left.',
  },
  'people.sign-in-over': {
    title: 'Signing in took too long',
    detail: () => 'The second step has to follow the first within a quarter of an hour. Sign in once more from the beginning.',
  },
  'people.factor-wrong': {
    title: 'This code does not match',
    detail: () => 'Codes change every half minute and each works once. Wait for the next one, or use a recovery code.',
  },
  'people.passkey-refused': {
    title: 'This passkey was not accepted',
    detail: () =>
      'Your browser gave an answer that does not fit: it came too late, or the passkey belongs to another account or another site. Try once more, or use another way.',
  },
  'people.no-authenticator-started': {
    title: 'There is nothing to confirm',
    detail: () => 'No authenticator app is being added, or it was begun anew in another window. Begin once more.',
  },
  'people.code-wrong': {
    title: 'This code does not match',
    detail: () => 'Read the newest six digits in your app. If they keep failing, check that your telephone sets its clock by itself.',
  },
  'people.factor-gone': {
    title: 'That one is gone already',
    detail: () => 'It was removed meanwhile. The list below shows what is left.',
  },
  'people.no-factor': {
    title: 'There is nothing to recover yet',
    detail: () => 'Recovery codes stand in for an authenticator app or a passkey. Add one of these first.',
  },
  'people.address-link-over': {
    title: 'This link no longer works',
    detail: () => 'It was used already, or its time has passed. Look for a newer mail, or ask for the change once more from your account.',
  },
  'people.address-taken': {
    title: 'This address has an account of its own',
    detail: () => 'Another account came to use it meanwhile, so nothing was changed. Sign in with that address to see it.',
  },
  'people.terms-changed': {
    title: 'There is a newer version',
    detail: () => 'What you read was replaced while you read it. The newest is below; agree to that one.',
  },
  'people.invitation-used-or-expired': {
    title: 'This invitation no longer works',
    detail: () =>
      'It was accepted already, a newer one replaced it, it was withdrawn, or its time has passed. Sign in if you accepted it; otherwise look for a newer mail or ask whoever invited you.',
  },
  'people.invitation-for-another': {
    title: 'This invitation is for somebody else',
    detail: () => 'You are signed in with another address than the one invited. Sign out and open the invitation again.',
  },
  'people.set-up-done': {
    title: 'This installation is already set up',
    detail: () => 'Its first organiser has an account. Sign in, or ask that person for an invitation.',
  },
  'people.too-many-attempts': {
    title: 'Too many attempts',
    detail: ({ minutes }) => `Sign-in for this address is paused for ${minutes} minutes. A sign-in link by e-mail still works.`,
  },
  'people.password-too-weak': {
    title: 'This password is too short',
    detail: ({ minimum }) =>
      `The password is not changed: it had fewer than ${minimum} characters. A sentence is easier to remember than a code.`,
  },
  'people.visit-over': {
    title: 'This sign-in cannot go on',
    detail: () =>
      'It was begun in another browser, was used already, or took longer than ten minutes. Nothing was changed. Sign in once more from the beginning.',
  },
  'people.too-many-visits': {
    title: 'Too many sign-ins were begun',
    detail: ({ minutes }) => `Very many were begun from where you are. Try again in ${minutes} minutes, or use a sign-in link by e-mail.`,
  },
  'people.provider-silent': {
    title: 'They do not answer just now',
    detail: ({ provider }) => `${provider} could not be asked who you are. Try again in a moment, or use a sign-in link by e-mail.`,
  },
  'people.provider-refused': {
    title: 'You were not signed in there',
    detail: ({ provider }) =>
      `${provider} says that nobody was signed in: it was cancelled, or you may not come here from there. Try again, or use a sign-in link by e-mail.`,
  },
  'people.provider-answer-invalid': {
    title: 'This answer was not accepted',
    detail: ({ provider }) =>
      `What came back from ${provider} does not prove who you are, so nothing was done. Try again from the beginning; if it keeps failing, tell whoever runs this site.`,
  },
  'people.provider-not-connected': {
    title: 'No account is connected with it yet',
    detail: ({ provider }) =>
      `Sign in by e-mail link first. Then connect ${provider} on the page of your account: from then on it signs you in.`,
  },
  'people.provider-taken': {
    title: 'Another account is connected with it',
    detail: () => 'Each sign-in there opens one account here. Sign in with it and disconnect it there first.',
  },
  'people.connection-gone': {
    title: 'That one is gone already',
    detail: () => 'It was disconnected meanwhile. The list below shows what is left.',
  },
  'people.stand-in-refused': {
    title: 'Nobody stands in for this person',
    detail: () => 'Administrators stand in for people who are none: not for each other, and not for themselves.',
  },
  'people.stand-in-over': {
    title: 'You are yourself already',
    detail: () => 'The hour was over, or you stopped in another window.',
  },
  'people.unknown-address': {
    title: 'Nobody has this address',
    detail: ({ email }) => `No account here uses ${email}. Check how it is written.`,
  },
  'people.no-organisation': {
    title: 'This installation is empty',
    detail: () => 'It has no organisation yet. Start it once with ./plaudit start.',
  },
};
