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
    detail: ({ minimum }) => `Use at least ${minimum} characters. A sentence is easier to remember than a code.`,
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
