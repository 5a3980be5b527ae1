import type { messagesProblems } from '#core/problems/messages.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const messages: Record<keyof typeof messagesProblems, ProblemWords> = {
  'messages.held-changed': {
    title: 'Another number of mails is held now',
    detail: ({ seen, held }) => `You saw ${seen}, and ${held} are held. Nothing was done: look at them again, then decide.`,
  },
  'messages.address-not-ascii': {
    title: 'Letters that many mail servers do not take',
    detail: () =>
      'Before the @ only letters of the English alphabet, figures and signs like . - + can be used: many servers refuse mail with others. Use an address without them.',
  },
  'messages.address-mixed-scripts': {
    title: 'This address mixes alphabets',
    detail: () =>
      'A part of its domain has letters of two alphabets that look alike, as forged addresses do. Type the address by hand instead of copying it.',
  },
  'messages.address-of-another-domain': {
    title: 'This installation may not send for that domain',
    detail: ({ domain, allowed }) =>
      `Mail from ${domain} would be taken for forged. Use an address of ${allowed}, or have PLAUDIT_MAIL_DOMAINS name ${domain} once its DNS allows it.`,
  },
  'messages.line-break-in-header': {
    title: 'One line, please',
    detail: () =>
      'This becomes a header of the mail, so it cannot hold a line break or a character that turns the reading direction. Take it out and save again.',
  },
  'messages.unknown-place': {
    title: 'A place nobody can fill',
    detail: ({ name, line, column, known }) =>
      `{${name}} in line ${line}, character ${column} is none of the places of this mail. Use one of ${known}, or write it without braces.`,
  },
  'messages.batch-changed': {
    title: 'Another number of people would get it now',
    detail: ({ seen, now }) =>
      `You approved ${seen}, and now it would be ${now}: somebody switched such mail off, lost their address or was erased. Nothing was sent. Look at the number again, then decide.`,
  },
  'messages.batch-decided': {
    title: 'This was decided already',
    detail: ({ state }) =>
      state === 'released'
        ? 'Somebody has approved it, and it is leaving or has left. Load the page again to see how far it is.'
        : 'Somebody has thrown it away, so nothing of it will leave. Prepare it anew if it should.',
  },
  'messages.batch-leaving': {
    title: 'The first of them is on its way',
    detail: ({ begun }) =>
      `${begun === 1 ? 'One mail has' : `${begun} mails have`} been handed to the mail server, so this cannot be taken back any more. Write a second mail if the first was wrong.`,
  },
  'messages.nobody-to-write-to': {
    title: 'There is nobody to write to',
    detail: () =>
      'Nobody is there for this mail now, or whoever is has switched such mail off or has no working address. Nothing was prepared.',
  },
  'messages.no-test-address': {
    title: 'Your account has no address',
    detail: () => 'A test goes to the address of your own account. Give it one, then try again.',
  },
  'messages.cannot-be-sent-again': {
    title: 'This mail cannot be sent again',
    detail: ({ state }) =>
      state === 'sent' || state === 'bounced'
        ? 'It left, and what it said was not kept. Let whatever caused it happen again, or write to the person yourself.'
        : 'It waits already, or somebody has decided that it never leaves. Load the page again.',
  },
  'messages.address-fine': {
    title: 'Nothing is noted about this address',
    detail: () => 'Somebody cleared it before you. Mail to it leaves as to any other.',
  },
  'messages.link-over': {
    title: 'This link leads nowhere',
    detail: () =>
      'It may have been cut off by your mail program. Copy it whole, or sign in and choose under “Your account” what you hear about.',
  },
  'messages.not-a-report': {
    title: 'This is no report of a mail that came back',
    detail: () =>
      'It has no machine-readable part as RFC 3464 has it, so nothing was noted. Answers of people and notes of absence are not reports: forward them to a person.',
  },
};
