/** Sentences about results: standings, publication, winners and what the record says of them. */
type Won = {
  readonly name: string;
  readonly title: string;
  readonly category: string;
  readonly programme: string;
  readonly address: string;
};

export const results = {
  mails: {
    youWon: {
      subject: (programme: string, edition: string) => `You have won: ${programme}, ${edition}`,
      text: ({ name, title, category, programme, address }: Won) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\n“${title}” has won ${category} in ${programme}. Congratulations.\n\nThe winners are announced here, with the score and what the record says of it:\n\n${address}\n\nThe organisers will write to you about everything else.\n`,
    },
  },
};
