import type { integrationsProblems } from '#core/problems/integrations.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const integrations: Record<keyof typeof integrationsProblems, ProblemWords> = {
  'integrations.too-many-keys': {
    title: 'That is a key too many',
    detail: ({ limit }) => `A person may have ${limit} keys that work. Revoke one that nobody needs.`,
  },
  'integrations.not-your-programme': {
    title: 'Not a programme of yours',
    detail: () => 'A key reaches no further than you do. Choose among the programmes in which you have a part.',
  },
  'integrations.too-many-webhooks': {
    title: 'That is a webhook too many',
    detail: ({ limit }) => `A programme may have ${limit} webhooks. Delete one that nobody needs.`,
  },
  'integrations.address-not-https': {
    title: 'Not an https address',
    detail: () => 'What leaves here is sent over https only. Write the whole address, beginning with https.',
  },
  'integrations.address-not-public': {
    title: 'Not a public address',
    detail: ({ host }) =>
      `${host} is a machine inside a network, and from here nothing is sent into one. Whoever runs the installation can allow it.`,
  },
  'integrations.nothing-to-replay': {
    title: 'There is nothing to send again',
    detail: () => 'Every delivery has arrived or is on its way.',
  },
};
