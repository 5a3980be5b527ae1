import type { Contradiction } from '#core/companies/held-against.ts';
import { subjectOf, valueText } from './facts.ts';

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** How the rules of a category and what they say of an entry are shown. */
export const shownRules = {
  title: 'Whether it may enter',
  /** To whoever writes it. */
  entrant: {
    yes: 'As far as the rules can tell, this may be sent in.',
    no: 'As it stands this cannot be sent in: the rules say no. Change what they name, or choose another category.',
    unknown: 'Not everything is known yet. It may be sent in, and whoever looks at entries settles what is open.',
  },
  asSaved: 'This is told by what you last saved.',
  /** To whoever looks at entries. */
  screener: {
    yes: 'Every rule of its category is met.',
    no: 'The rules say that this is not eligible.',
    unknown: 'The rules cannot tell yet: somebody has to look.',
  },
  states: { yes: 'Met', no: 'Not met', unknown: 'Open' },
  doesNotApply: 'Does not apply',
  advice: 'Advice: nothing depends on it.',
  later: 'Looked at once it is sent in.',
  takenFor: 'Taken for',
  takenText: 'The one company you know by this name. If it is another, its size and wins are not this one’s.',
  contradiction: ({ fact, stated, known }: Contradiction): string =>
    `${capital(subjectOf(fact))}: the entry says ${valueText(stated)}, and the register of companies ${valueText(known)}. The rules go by the register; ask who is right.`,
  unsaid: 'Past winners that may be it',
  unsaidText: 'Nobody has said yet whose these names are, so not all its wins are known.',
};
