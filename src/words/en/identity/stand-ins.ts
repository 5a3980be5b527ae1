/** Sentences about standing in for somebody. */
export const standIns = {
  title: 'Standing in',
  lead: 'See what somebody sees, to help them. You may then do what both of you may by a role; what is theirs alone stays closed: drafts, ballots, their account.',
  begin: 'Stand in for somebody',
  effect:
    'They are told by mail at once, with your name and your reason, and find it on the page of their account. It ends after an hour, and everything done meanwhile is in the record with both names.',
  email: 'Their e-mail address',
  reason: 'Why',
  reasonHint: 'They read this. Say what they asked for.',
  go: 'Stand in',
  stopped: 'You are yourself again.',
  past: 'For whom you stood in',
  pastNone: 'For nobody yet.',
  mine: 'Who stood in for you',
  mineLead: 'Administrators may act as you for an hour, to see what you see. They cannot open drafts, ballots or this account.',
  mineNone: 'Nobody has.',
  toMine: 'Who stood in for you',
  span: (from: string, to: string, open: boolean) => (open ? `from ${from}, until ${to} at the latest.` : `from ${from} to ${to}.`),
  because: (reason: string) => `Reason: ${reason}`,
  now: 'Now',
  banner: 'Standing in for somebody',
  acting: (name: string, until: string) => `You stand in for ${name} until ${until}. They were told.`,
  stop: 'Stop',
  mail: {
    subject: 'An administrator stands in for you',
    text: (name: string, by: string, reason: string, until: string, address: string) =>
      `${name ? `Hello ${name},` : 'Hello,'}\n\n${by}, who runs the awards, can see what you see from now until ${until} at the latest. The reason given: ${reason}\n\nDrafts, ballots and your account stay closed to them. Everything done meanwhile is kept in the record with both names, and you find it here:\n\n${address}\n\nIf you did not ask for it, answer whoever runs the awards.\n`,
  },
};
