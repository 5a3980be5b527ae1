/** The letter that waits for the manager of the demo to let it go. */
export const dinner = {
  mail: 'entries.letter',
  subject: '{programme} {edition}: come to dinner',
  body: `{greeting}

thank you for entering {programme}. This is what the judges have of you:

{entries}

The winners are announced at a dinner in the old customs house, on the last Friday of June. Every entry has two places at a table; tell us
by the end of May who comes.

You can look at what you sent us whenever you like:

{address}

Ilse Quarrington
The Handbell Awards
`,
};
