/** Sentences about making an edition public at an instant. */
export const publishing = {
  at: (city: string) => `Publish it at this instant, ${city} time`,
  atHint: 'Nobody outside can tell before. You can move or cancel it until then.',
  publishThen: 'Publish then',
  planned: (at: string) => `The call becomes public on ${at}.`,
  plannedText: (address: string) =>
    `From that instant everybody can read ${address}. If something is missing then, it stays as it is, and you get a mail that says what.`,
  plannedMissing: 'Something is missing now. Unless it is mended before that instant, the call does not become public.',
  move: 'Move it',
  cancel: 'Cancel it',
  mail: {
    subject: ({ programme, edition }: Readonly<Record<'programme' | 'edition', string>>) => `Not published: ${programme} ${edition}`,
    text: ({
      greeting,
      programme,
      edition,
      missing,
      address,
    }: Readonly<Record<'greeting' | 'programme' | 'edition' | 'missing' | 'address', string>>) =>
      `${greeting}\n\n${programme} ${edition} was to become public by now, and did not: it was changed since that was planned, and this is missing:\n\n${missing}\n\nMend it here, then publish it at once or set another instant:\n\n${address}\n`,
  },
};
