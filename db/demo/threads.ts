/** What was asked about entries of the demo, by their titles. Days count back from the first start. */
export const threads = [
  {
    entry: 'Water level, by the neighbours',
    owner: 'orla.tennant@valewick.example',
    said: [
      {
        side: 'entrant',
        ago: 0.8,
        text: 'May we name the street in which the gauge stands? Everybody there knows it, and nobody else would.',
      },
      { side: 'organiser', ago: 0.6, text: 'You may name the street. Please name no neighbour without asking them.' },
    ],
  },
  {
    entry: 'Three rings, one human',
    owner: 'noreen@saltmarsh-lane.example',
    said: [
      {
        side: 'entrant',
        ago: 1.5,
        text: 'Our figures for the whole year are ready only after entries close.\n\nMay we send them to you, or do the seven months count?',
      },
    ],
  },
] as const;

/** What came by post for entries of the demo. */
export const posted = [
  {
    entry: 'Water level, by the neighbours',
    owner: 'orla.tennant@valewick.example',
    what: 'A folder with the gauge readings, written by hand',
    place: 'Front office, blue shelf',
    ago: 0.7,
  },
] as const;
