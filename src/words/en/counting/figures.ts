/** Sentences about figures that are a part of the score and stand on no ballot. */
type Ends = (least: string | null, most: string | null) => string;

const between: Ends = (least, most) => (least === null || most === null ? '' : ` Figures lie from ${least} to ${most}.`);

export const figures = {
  title: 'Figures',
  verdict: {
    none: 'Ballots alone make the score.',
    all: 'Every figure is known.',
    missing: (n: number) => (n === 1 ? 'One figure is missing.' : `${n} figures are missing.`),
  },
  noneText: 'No scorecard of this edition asks for anything measured, counted or voted.',
  text: 'These are parts of the score that no ballot holds. An entry without one of its figures is not ranked: nothing is never counted as nought. What you record takes the place of a claim, and stands in the record with where it is from.',
  link: 'Figures beside the ballots',
  saved: 'The figures are recorded. Count again for them to count.',
  kinds: {
    metric: (source: string) => source,
    count: (source: string) => source,
    votes: () => 'Votes of the public',
    round: (source: string) => `The round “${source}”`,
  },
  lead: {
    metric: (least, most) =>
      `Read off the breakpoints of the scorecard. What an entry claims is taken as it was submitted, unless you record another figure.${between(least, most)}`,
    count: () => 'How many there were, as a whole number; 0 has to be said too.',
    votes: () => 'How many votes each entry had, as a whole number; 0 has to be said too.',
    round: (least, most) => `What each entry came to in this round, which is held elsewhere: its score.${between(least, most)}`,
  } satisfies Record<'metric' | 'count' | 'votes' | 'round', Ends>,
  aside: (known: number, all: number) => `${known} of ${all} known`,
  first: (shown: number, all: number) => `${shown} of ${all} entries are shown, those without a figure first.`,
  entry: 'Entry',
  known: 'Known',
  unknown: 'Not known',
  said: (value: string, from: 'claim' | 'recorded', evidence: string) =>
    from === 'claim' ? `${value}, as the entry claims` : `${value}, recorded: ${evidence}`,
  value: 'Record',
  valueOf: (number: string) => `Figure of ${number}`,
  evidence: 'Where these figures are from',
  evidenceHint: 'Such as the tool that counted, the list and its day. It stands in the record.',
  save: 'Record these figures',
};
