/** Sentences of the local mailbox. */
const states: Readonly<Record<string, string>> = { queued: 'waiting', sent: 'sent', kept: 'kept here', held: 'held', failed: 'failed' };

export const messages = {
  title: 'Mailbox',
  lead: 'The newest hundred mails. Without a mail server they are kept here, so that you can hand an invitation on yourself.',
  none: 'No mail yet.',
  noneDetail: 'Receipts, invitations and sign-in links appear here as they are written.',
  hidden:
    'The text is not shown: a sent mail keeps none, and a sign-in link is for its reader alone (./plaudit mail shows it to whoever has the machine).',
  states,
  whose: (to: string, state: string) => `To ${to} · ${state}`,
  held: {
    lead: (count: number) => (count === 1 ? 'One mail is held.' : `${count} mails are held.`),
    why: 'This installation was restored from a backup. What waited then may have left already, so nothing leaves until you decide. A mail that was sent before is sent under the same Message-ID.',
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
  },
};
