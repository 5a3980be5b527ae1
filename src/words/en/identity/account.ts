/** Sentences about one's own account: sessions, password, proofs, and mails about changes to it. */
const changed = {
  'password-set': 'a new password was set for your account',
  'factor-added': 'a way to prove who you are was added to your account',
  'factor-removed': 'a way to prove who you are was removed from your account',
  'factors-reset': 'every authenticator app, passkey and recovery code of your account was removed, by whoever runs this installation',
  'recovery-codes-made': 'new recovery codes were made for your account; those before stopped working',
  'recovery-code-used': 'somebody signed in to your account with one of your recovery codes',
  'provider-connected': 'a sign-in with another organisation was connected with your account and opens it from now on',
  'provider-disconnected': 'a sign-in with another organisation was disconnected from your account',
  'signed-out': 'every session of your account was ended, by whoever runs this installation',
  'link-made':
    'a sign-in link for your account was made by whoever runs this installation, and handed over to somebody who proved to be you',
};

export const account = {
  title: 'Your account',
  signIn: 'How you sign in',
  email: 'E-mail address',
  changeEmail: 'Change the address',
  factors: 'Passkeys and codes',
  factorsText: (factors: number, codes: number) =>
    factors === 0
      ? 'No passkey and no authenticator app yet. With one of them, a password alone opens nothing.'
      : `${factors === 1 ? 'One is' : `${factors} are`} set up, and ${codes === 1 ? 'one recovery code is' : `${codes} recovery codes are`} left.`,
  toFactors: 'Passkeys and codes',
  password: 'Password',
  passwordLead: 'A password is an alternative to links by e-mail. Setting one signs you out everywhere else.',
  newPassword: 'New password',
  savePassword: 'Set password',
  passwordSaved: 'Password set. Every other session of yours has ended.',
  sessions: 'Where you are signed in',
  device: (browser: string, system: string) => {
    if (browser === '' && system === '') return 'An unknown browser';
    if (system === '') return browser;
    return browser === '' ? `A browser on ${system}` : `${browser} on ${system}`;
  },
  here: 'This browser',
  seen: (at: string) => `last used ${at}`,
  yours: (at: string) => `(${at}, your time)`,
  since: (at: string) => `signed in ${at}`,
  end: 'Sign out there',
  endOf: (device: string) => `of ${device}`,
  endOthers: 'Sign out everywhere else',
  sessionEnded: 'That session has ended.',
  othersEnded: 'Every other session has ended.',
  signOut: 'Sign out',
  suits: 'As it suits you',
  mailText: 'Reminders and news; what concerns your entries always comes.',
  keysText: 'What they do, and how to turn them off',
  programs: 'For programs',
  proof: {
    title: 'First: is it you?',
    text: 'It is a while since you proved it, and this is worth asking twice.',
    password: 'Your present password',
    passwordHint: 'Asked because this could cost you your account.',
    code: 'A code from your app, or a recovery code',
    codeHint: 'Asked because this could cost you your account.',
    passkey: 'Use a passkey',
    link: 'Mail me a sign-in link instead',
    linkHint: 'Open it in this browser, then come back and send this form.',
    passkeyFailed: 'The passkey was not used. Try again, or use another way.',
  },
  address: {
    title: 'Another e-mail address',
    lead: (email: string) => `Yours is ${email}. A mail goes to the new one, and the change is made when you confirm it there.`,
    email: 'New e-mail address',
    send: 'Send the mail',
    sent: (email: string) => `If ${email} can receive mail, one is there in a minute. It works for two hours.`,
    confirmTitle: 'Your new address',
    confirm: (email: string) => `From now on ${email} is the address of your account, and links go there.`,
    confirmGo: 'Use this address',
    confirmed: 'Your account has its new address.',
    undoTitle: 'Back to this address',
    undo: (email: string) =>
      `${email} becomes the address of your account again. Every session ends, the password is taken away, and so is what was added since to prove who you are. You then sign in by a link.`,
    undoGo: 'Undo the change',
    undone: 'It is undone. Ask for a link to sign in.',
  },
  terms: {
    title: { terms: 'Terms', privacy: 'Privacy' },
    both: 'Terms and privacy',
    lead: (organisation: string) => `What ${organisation} asks you to agree to.`,
    none: 'This organisation has published no terms.',
    version: (version: number, since: string) => `Version ${version}, in force since ${since}`,
    agree: 'I agree',
    agreed: (version: number, at: string) => `You agreed to version ${version} on ${at}.`,
    goOn: 'Go on',
    manage: 'What people agree to',
    manageLead: 'Everybody who signs in is asked once for each version. Which version somebody agreed to, and when, is kept.',
    write: { terms: 'Terms', privacy: 'Privacy notice' },
    text: 'Text',
    unpublished: 'None is published yet',
    writeHint: 'Plain text; an empty line begins a paragraph.',
    publish: 'Publish a new version',
    effect: 'Everybody is asked to agree with their next click, you included.',
    published: (version: number) => `Version ${version} is in force.`,
  },
  mails: {
    newAddress: {
      subject: 'Confirm your new address',
      text: (address: string) =>
        `Hello,\n\nsomebody wants to use this address for their account. If it was you, open this page and press the button:\n\n${address}\n\nIt works once, for two hours. If it was not you, you need do nothing.\n`,
      taken:
        'Hello,\n\nsomebody wanted to use this address for their account, but there is an account with it already. If it was you, sign in with this address instead. If it was not you, you need do nothing.\n',
    },
    addressChanged: {
      subject: 'The address of your account was changed',
      text: (name: string, email: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\nyour account now uses ${email} instead of this address.\n\nIf that was you, you need do nothing. If it was not, undo it here within a week:\n\n${address}\n\nThat signs everybody out, takes the password away and gives the account back to this address.\n`,
    },
    accountChanged: {
      subject: {
        'password-set': 'Your password was set',
        'factor-added': 'A passkey or app was added to your account',
        'factor-removed': 'A passkey or app was removed from your account',
        'factors-reset': 'Your passkeys and codes were removed',
        'recovery-codes-made': 'New recovery codes for your account',
        'recovery-code-used': 'A recovery code was used',
        'provider-connected': 'A sign-in was connected with your account',
        'provider-disconnected': 'A sign-in was disconnected from your account',
        'signed-out': 'You were signed out everywhere',
        'link-made': 'A sign-in link was made for you',
      },
      text: (name: string, change: keyof typeof changed, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\n${changed[change]}.\n\nIf that was you, you need do nothing. If it was not, sign in and look at your account at once, and tell whoever runs the awards:\n\n${address}\n`,
    },
  },
};
