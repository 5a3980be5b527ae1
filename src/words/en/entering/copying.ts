/** Sentences for whoever enters in another category what they wrote for one. */
export const copying = {
  link: 'Enter it in another category',
  title: 'Enter it in another category',
  lead: (category: string) =>
    `A draft of its own begins with everything this entry says in ${category}, files too. What you change in one changes nothing in the other.`,
  category: 'The other category',
  go: 'Begin the draft',
  rest: 'Answers the other category does not ask for stay with the draft, unseen; what it asks besides, you are asked there.',
  none: 'There is no other category',
  noneText: 'This edition has one category, and your entry is in it.',
  allFull: 'No other category has room for one more entry of yours.',
  over: 'Entries have closed',
  overText: (at: string) => `Entries closed on ${at}, so nothing new can be begun.`,
  back: 'Back to the entry',
};
