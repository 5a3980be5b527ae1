/** What the frame of every page says: navigation, theme, errors without a subject. */
export const shell = {
  product: 'Plaudit',
  skip: 'Skip to the content',
  main: 'Main',
  crumbs: 'You are here',
  publicPage: 'Public page',
  runWith: 'Run with',
  heldBy: (organisation: string) => `Held by ${organisation}`,
  home: 'Your work',
  signIn: 'Sign in',
  accountOf: (name: string) => `Account of ${name}`,
  optional: 'optional',
  edition: {
    home: 'Home',
    edition: 'Edition',
    nominations: 'Nominations',
    entries: 'Entries',
    screening: 'Screening',
    judging: 'Judging',
    results: 'Results',
    mail: 'Mail',
    people: 'People',
  },
  theme: { legend: 'Theme', auto: 'Auto', light: 'Light', dark: 'Dark' },
  errors: {
    home: 'Go to the first page',
    missing: {
      title: 'There is nothing here',
      text: 'The address may be mistyped, the page may have moved, or it may not be open to you. If somebody sent you the link, ask them to check it; if you have an account, sign in and try again.',
    },
    signIn: {
      title: 'Sign in to see this page',
      text: 'The page is only for people who are signed in. You will be brought back here afterwards.',
    },
    conflict: {
      title: 'Somebody was faster',
      text: 'What you wanted to change was changed since you opened the page, so nothing was done. Go back, load the page again, and look at what is there now.',
    },
    tooLarge: {
      title: 'That is too large to send',
      text: 'The server takes at most what the form says, and has kept nothing. Go back and choose a smaller file or send less at once.',
    },
    tooMany: {
      title: 'Too many tries in a short time',
      text: 'To keep accounts and the server safe we wait a little after many requests. Nothing is lost: try again in a few minutes.',
    },
    tryAgain: 'Try again',
    busy: {
      title: 'The server is busy',
      text: 'It could not answer in time and has changed nothing. Wait a minute, then load the page again.',
    },
    refused: {
      title: 'This could not be done',
      text: 'The server refused the request and has changed nothing. Go back, check what you sent, and try again.',
    },
    bug: {
      title: 'Something is broken on our side',
      text: 'The fault was written to the log. What you sent was not saved unless a page said so. Go back and try again; if it happens twice, send the organiser the reference below.',
      reference: (id: string) => `Reference ${id}`,
    },
  },
};
