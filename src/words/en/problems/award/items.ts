import type { itemsProblems } from '#core/problems/award/items.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const items: Record<keyof typeof itemsProblems, ProblemWords> = {
  'entries.number-unknown': {
    title: 'No entry has this number',
    detail: ({ number }) =>
      `No submitted entry of this edition is called “${number}”. Look at the label again, or find the entry in the list. Nothing was noted.`,
  },
  'entries.item-in-future': {
    title: 'It cannot have come yet',
    detail: () => 'The time it came lies ahead of now. Give the time it was handed over, in the time zone of the programme.',
  },
  'entries.too-many-items': {
    title: 'That is a lot of post for one entry',
    detail: ({ most }) => `${most} things are noted for this entry already. Note several that came together as one.`,
  },
  'entries.item-gone': {
    title: 'It is noted already what became of it',
    detail: () => 'Somebody said meanwhile what became of it. Load the page again. Nothing was changed.',
  },
  'entries.item-here': {
    title: 'It is here already',
    detail: () => 'It counts as here, perhaps taken back in another window. Nothing was changed.',
  },
  'entries.links-asked-lately': {
    title: 'They were looked at just now',
    detail: ({ minutes }) => `Other people’s servers are asked every ${minutes} minutes at most. What they answered stands on the page.`,
  },
};
