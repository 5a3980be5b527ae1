import type { apiProblems } from '#core/problems/api.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const api: Record<keyof typeof apiProblems, ProblemWords> = {
  'api.key-needed': {
    title: 'A key is needed',
    detail: () => 'Send an API key as “Authorization: Bearer plaudit_…”. People make keys on their account page.',
  },
  'api.key-refused': {
    title: 'This key does not work',
    detail: () => 'It was never made, has expired or was revoked, or its person is no longer here. Make a new one.',
  },
  'api.scope-missing': {
    title: 'The key was not made for this',
    detail: ({ scope }) => `It would need the scope ${scope}. Scopes of a key do not change: make another key.`,
  },
  'api.person-waits': {
    title: 'The person behind the key has something to do first',
    detail: () =>
      'New terms wait for their agreement, or a second factor has to be set up. The key works again once they have signed in and done it.',
  },
  'api.idempotency-key-missing': {
    title: 'The call has no Idempotency-Key',
    detail: () =>
      'Every call that changes something names itself in the header Idempotency-Key: 8 to 128 letters, digits or . _ : -. Sent again under the same name, it acts once.',
  },
  'api.not-json': { title: 'The body is no JSON', detail: () => 'It could not be read. Nothing was changed.' },
  'api.if-match-wrong': {
    title: 'If-Match is no entity tag of ours',
    detail: () => 'Send the ETag as it was given with what you read, in quotation marks.',
  },
  'api.method-not-allowed': { title: 'Not by this method', detail: ({ allowed }) => `This address answers ${allowed}.` },
  'api.not-acceptable': { title: 'Not in that form', detail: () => 'The API answers JSON. Ask for that, or for anything.' },
  'api.changed-meanwhile': {
    title: 'This was changed while you had it',
    detail: ({ version }) =>
      `Nothing was saved: there is version ${version} by now, and its ETag stands in this answer. Read it, and send your change on top of it.`,
  },
  'api.not-json-type': {
    title: 'The body is not said to be JSON',
    detail: () => 'Say in Content-Type that it is JSON. Nothing was changed.',
  },
  'api.if-match-missing': {
    title: 'Which version you saw is not said',
    detail: () => 'Read it first, and send its ETag back as If-Match, so that nobody’s change is lost.',
  },
  'api.too-many-requests': {
    title: 'Too many requests',
    detail: ({ seconds }) => `Wait ${seconds} seconds. The header RateLimit says how many are left before it comes to this.`,
  },
};
