/** Sentences about screening. */
type Returned = {
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly reason: string;
  /** Until when it may be submitted again; undefined once entries have closed. */
  readonly until: string | undefined;
  readonly address: string;
};

export const screening = {
  mails: {
    returned: {
      subject: (number: string, programme: string) => `${programme}: something to mend in ${number}`,
      text: ({ name, number, title, reason, until, address }: Returned) =>
        `Hello ${name},\n\nwe read “${title}” (${number}) and ask you to mend this:\n\n${reason}\n\n${
          until
            ? `Change it here and submit it again until ${until}:`
            : 'Entries have closed meanwhile. Write to the organiser about how to go on; the entry is here:'
        }\n\n${address}\n\nWhat you wrote is as you left it, and the entry keeps its number.\n`,
    },
  },
};
