/** Refusals about people, sessions, links and invitations. */
export const peopleProblems = {
  'people.sign-in-failed': { status: 422 },
  'people.link-used-or-expired': { status: 410 },
  'people.invitation-used-or-expired': { status: 410 },
  'people.set-up-done': { status: 410 },
  'people.too-many-attempts': { status: 429 },
  'people.password-too-weak': { status: 422 },
  'people.invitation-for-another': { status: 409 },
  'people.unknown-address': { status: 404 },
  'people.no-organisation': { status: 409 },
} as const;
