/** Sentences of the local mailbox. */
const states: Readonly<Record<string, string>> = {
  queued: 'waiting',
  held: 'held',
  sent: 'sent',
  kept: 'kept here',
  refused: 'refused',
  failed: 'given up',
  bounced: 'came back',
  withheld: 'not sent',
};

export const messages = {
  title: 'Mailbox',
  lead: 'The newest hundred mails. Without a mail server they are kept here, so that you can hand an invitation on yourself.',
  none: 'No mail yet.',
  noneDetail: 'Receipts, invitations and sign-in links appear here as they are written.',
  hidden:
    'The text is not shown: a sent mail keeps none, and a sign-in link is for its reader alone (./plaudit mail shows it to whoever has the machine).',
  states,
  greeting: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
  foot: 'You can choose not to get such mails. This page asks once and is yours alone:',
  testSubject: (subject: string) => `[Test] ${subject}`,
  later: '(made when it leaves, of what its reader may know then)',
  whose: (to: string, state: string) => `To ${to} · ${state}`,
  held: {
    lead: (count: number) => (count === 1 ? 'One mail is held.' : `${count} mails are held.`),
    why: 'This installation was restored from a backup. What waited then, or was about to be written, may have left already, so nothing leaves until you decide. A mail that was sent before is sent under the same Message-ID.',
    release: (count: number) => (count === 1 ? 'Send it' : `Send all ${count}`),
    discard: (count: number) => (count === 1 ? 'Never send it' : `Send none of the ${count}`),
    none: 'No mail is held.',
    released: (count: number) => `${count} will leave now.`,
    discarded: (count: number) => `${count} will never leave. They can be read in the mailbox.`,
  },
  cli: {
    releaseAbout: 'send the mail that was held after a restore',
    discardAbout: 'never send the mail that was held after a restore',
    about: 'show the newest mails with their links; the way in where no mail server is configured',
    limit: 'how many',
    none: 'No mail yet.',
    gone: '(sent; its text is not kept)',
    bounceAbout: 'note a mail that came back: reads one report (RFC 3464) from standard input, as a mail server pipes it',
    bounced: (marked: number, noted: number) =>
      `${noted === 1 ? 'One address' : `${noted} addresses`} noted, ${marked === 1 ? 'one' : marked} of them as gone for good.`,
    notOurs: 'The report is about no mail of this installation. Nothing was noted.',
  },
};
