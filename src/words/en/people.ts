/** Sentences about accounts, signing in and invitations. */
export const people = {
  mails: {
    signInLink: {
      subject: 'Your sign-in link',
      text: (name: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\nopen this page and press the button to sign in:\n\n${address}\n\nThe link works once, for 30 minutes. If you did not ask for it, you need do nothing.\n`,
    },
  },
  signIn: {
    title: 'Sign in',
    lead: 'With a link by e-mail, or with your password if you have set one.',
    email: 'E-mail address',
    emailForLink: 'E-mail address for the link',
    byLink: 'With a link by e-mail',
    sendLink: 'Send me a link',
    password: 'Password',
    byPassword: 'Sign in with password',
    newHere: 'New here? The link makes your account.',
    linkSent: 'A link is on its way',
    linkSentDetail: (email: string) =>
      `If ${email} can receive mail, a link is there in a minute. It works once, for 30 minutes. You may close this page.`,
    noMail:
      'This installation has no mail server yet: links are kept here. An organiser finds them in the mailbox; on the machine itself, ./plaudit mail shows them.',
  },
  link: {
    title: 'Sign in',
    as: (email: string) => `You are signing in as ${email}.`,
    newAccount: (email: string) => `There is no account for ${email} yet. Say what we may call you, and it is made.`,
    name: 'Your name',
    go: 'Sign in',
    make: 'Make my account',
  },
  setUp: {
    title: 'Set up this installation',
    lead: 'You are the first organiser. After this you can make a programme and invite others.',
    organisation: 'Your organisation',
    organisationHint: 'As it stands on public pages: whoever holds the awards.',
    passwordHint: 'Twelve characters or more. A sentence is easier to remember than a code.',
    go: 'Make my account',
  },
  cli: {
    about: 'add and erase people, from the machine itself',
    eraseAbout: 'erase a person: account, sessions and what the record says of them; commitments and the reason stay',
    reason: 'why, kept in the record without the name and addresses of the person',
    insist: 'erase though a hold, an entry being judged or an only role speaks against it',
    erased: (bodies: number) =>
      `Erased, with ${bodies} ${bodies === 1 ? 'body' : 'bodies'} of the record. Commitments and the reason stay.`,
    signOutAbout: 'end every session of a person, at once',
    signedOut: (email: string) => `Every session of ${email} has ended.`,
    linkAbout: 'print a sign-in link for a person who proved who they are: the mail server is away, or their mailbox is lost',
    linkMade: (address: string) =>
      `${address}\nIt works once, for 30 minutes, and asks for a second factor where the account has one. Its owner is told by mail.`,
    addAbout: 'add a person, who then signs in by link',
    name: 'what to call them',
    administrator: 'may do everything in the organisation',
    added: (email: string) => `${email} may sign in. Ask for a link on the sign-in page; ./plaudit mail shows it where no mail server is.`,
  },
};
