/** Sentences about entries and their files. */
type Receipt = {
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly programme: string;
  readonly at: string;
  readonly hash: string;
  readonly address: string;
};

export const entries = {
  mails: {
    receipt: {
      subject: (number: string, programme: string) => `${programme}: we have your entry ${number}`,
      text: ({ name, number, title, programme, at, hash, address }: Receipt) =>
        `Hello ${name},\n\n“${title}” is entered for ${programme}. Its number is ${number}. It arrived on ${at}.\n\nYou can read it here:\n\n${address}\n\nThis is the mark of what you submitted, the SHA-256 of its text, its file and the instant. If the mark on the page is ever a different one, something was changed:\n\n${hash}\n\nWe write to you if something has to be mended, and when the winners are announced.\n`,
    },
  },
};
