/** Sentences of the local mailbox. */
const states: Readonly<Record<string, string>> = { queued: 'waiting', sent: 'sent', kept: 'kept here', failed: 'failed' };

export const messages = {
  title: 'Mailbox',
  lead: 'The newest hundred mails. Without a mail server they are kept here, so that you can hand an invitation on yourself.',
  none: 'No mail yet.',
  noneDetail: 'Receipts, invitations and sign-in links appear here as they are written.',
  hidden:
    'The text is not shown: a sent mail keeps none, and a sign-in link is for its reader alone (./plaudit mail shows it to whoever has the machine).',
  states,
  whose: (to: string, state: string) => `To ${to} · ${state}`,
  cli: {
    about: 'show the newest mails with their links; the way in where no mail server is configured',
    limit: 'how many',
    none: 'No mail yet.',
    gone: '(sent; its text is not kept)',
  },
};
