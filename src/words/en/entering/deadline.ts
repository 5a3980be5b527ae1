/** Sentences about the close of entries: who is reminded of it. */

const people = (n: number): string => (n === 0 ? 'nobody' : n === 1 ? 'one person' : `${n} people`);
const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

export const deadline = {
  title: 'The close of entries',
  link: 'Reminders of the close',
  lead: (closes: string, away: string) => `Entries close on ${closes}, ${away}.`,
  over: (closes: string) => `Entries closed on ${closes}.`,
  reminders: {
    title: 'Reminders',
    off: 'Nobody is reminded.',
    lead: (writers: number, off: number, own: number) =>
      writers === 0
        ? 'Nobody has begun anything that can still be submitted.'
        : `${writers === 1 ? 'One person has' : `${writers} people have`} begun something that is not submitted.${off === 0 ? '' : ` ${off === 1 ? 'One of them wants' : `${off} of them want`} no reminders, or mail to them comes back.`}${own === 0 ? '' : ` ${own === 1 ? 'For one of them' : `For ${own} of them`} a later close counts: they are reminded by that one.`}`,
    text: 'Whoever has a draft, or something that was sent back, gets one mail at each of these moments, counted from the close that holds for them. Whoever has submitted everything gets none. The words of the mail are those of “not submitted yet” under Mail.',
    before: (n: number) => `${days(n)} before`,
    when: 'When',
    at: 'Moment',
    to: 'To',
    states: {
      'to-come': (would: number) => `${people(would)}, if it went now`,
      sent: (n: number, last: string) => `sent to ${people(n)}, the last on ${last}`,
      nobody: () => 'nobody had anything open',
      missed: () => 'its moment had passed when this was set',
    },
    days: 'Days before the close',
    daysHint: 'For instance 7, 1. Up to five, each at the hour of the close. Leave it empty and nobody is reminded.',
    optional: 'optional',
    save: 'Set the reminders',
    saved: 'The reminders are set.',
    now: 'Send one now',
    nowTitle: (n: number) => (n === 1 ? 'Remind one person?' : `Remind ${n} people?`),
    nowWill: (n: number) =>
      `${n === 1 ? 'One person gets' : `Each of ${n} people gets`} a mail that lists what they have begun and says by when it is to be submitted, by their own clock too. What is planned is sent all the same.`,
    nowNot: (lately: number, off: number) =>
      [
        lately === 0
          ? ''
          : `${lately === 1 ? 'One person was' : `${lately} people were`} reminded like this less than a day ago and ${lately === 1 ? 'gets' : 'get'} none.`,
        off === 0 ? '' : `${off === 1 ? 'One person wants' : `${off} people want`} no reminders, or mail to them comes back.`,
      ]
        .filter(Boolean)
        .join(' '),
    nowGo: (n: number) => (n === 1 ? 'Send one mail' : `Send ${n} mails`),
    cancel: 'Send nothing',
    sent: 'The reminders are on their way.',
    lastByHand: (at: string) => `The last reminder by hand went on ${at}.`,
  },
};
