/** Refusals about people, sessions, links and invitations. */
export const peopleProblems = {
  'people.sign-in-failed': { status: 422 },
  'people.link-used-or-expired': { status: 410 },
  'people.proof-wrong': { status: 422 },
  /** Nothing was refused for good: the form is sent again once the link was used. */
  'people.proof-link-sent': { status: 422 },
  'people.too-many-links': { status: 429 },
  'people.session-over': { status: 410 },
  'people.sign-in-over': { status: 410 },
  'people.factor-wrong': { status: 422 },
  'people.passkey-refused': { status: 422 },
  'people.no-authenticator-started': { status: 409 },
  'people.code-wrong': { status: 422 },
  'people.factor-gone': { status: 410 },
  'people.no-factor': { status: 409 },
  'people.invitation-used-or-expired': { status: 410 },
  'people.set-up-done': { status: 410 },
  'people.too-many-attempts': { status: 429 },
  'people.password-too-weak': { status: 422 },
  'people.invitation-for-another': { status: 409 },
  'people.unknown-address': { status: 404 },
  'people.no-organisation': { status: 409 },
} as const;
