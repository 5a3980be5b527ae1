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

/** Letters asked of referees of the demo: one arrived, one waits. */
export const refereed = [
  {
    entry: 'Water level, by the neighbours',
    owner: 'orla.tennant@valewick.example',
    email: 'ansgar.holt@river-school.example',
    name: 'Ansgar Holt',
    relation: 'Head of the school by the river',
    message: 'You rang every evening that week. Would you say how it went?',
    confidential: false,
    ago: 0.9,
    letter:
      'I rang nine times in that week, always after six. Each time somebody who lived near us answered, and knew the wall I was looking at.\n\nOn the third evening they told me to move the books. The water came at four. We lost nothing.',
  },
  {
    entry: 'Water level, by the neighbours',
    owner: 'orla.tennant@valewick.example',
    email: 'petra.lindqvist@lower-ward.example',
    name: 'Petra Lindqvist',
    relation: 'Nurse at the Lower Ward, whom the callers kept informed',
    message: 'A few lines would mean a lot to all who sat at the telephones.',
    confidential: true,
    ago: 0.7,
    letter: undefined,
  },
] as const;
