/** Sentences about past winners: lists brought in, names matched to companies, and the page everybody reads. */
import type { Doubt, Winner } from '#core/honours/row.ts';
import { pastWinnersPages } from './pages.ts';

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);
const winnersOf = (count: number) => many(count, 'winner', 'winners');

const states: Readonly<Record<string, string>> = { proposed: 'to be decided', applied: 'brought in', withdrawn: 'taken back' };

type Said = Pick<Winner, 'year' | 'category' | 'nominee' | 'organisation' | 'title' | 'shared'>;

/** Who won, and as what. */
const who = ({ nominee, organisation, title, shared }: Omit<Said, 'year' | 'category'>): string => {
  const named = organisation === '' || organisation === nominee ? nominee : `${nominee} (${organisation})`;
  return `${named}${title === '' ? '' : `, ${title}`}${shared ? ', joint' : ''}`;
};

const winner = ({ year, category, ...said }: Said): string => `${year}, ${category}: ${who(said)}`;

const doubt = ({ row, kind, said }: Doubt): string =>
  kind === 'several-winners'
    ? `Row ${row}: ${said.join(', ')} won the same. Each is taken as a winner of their own; if they won together, say so in a column “joint”.`
    : `Row ${row}: written in more than one way: ${said.map((one) => `“${one}”`).join(', ')}. They stay as they are written.`;

export const pastWinners = {
  ...pastWinnersPages,
  who,
  winner,
  doubt,
  state: (state: string) => states[state] ?? state,
  cli: {
    about: 'bring in winners of earlier editions, from lists',
    importAbout: 'show what a list of winners would add; with --apply, add it',
    importsAbout: 'list what was brought in',
    undoAbout: 'take everything back that a list brought in',
    file: 'the list, as CSV or JSON; - reads CSV from standard input',
    programme: 'the programme, by its address as ./plaudit programme list shows it',
    several: 'several winners of one title in a year: each (won on their own) or joint (won together)',
    separator: 'what parts joint winners within one cell, as ; or /',
    apply: 'add what the preview shows',
    import: 'the list, by its id',
    wrong: (file: string, count: number) => `${file}: ${many(count, 'thing is', 'things are')} wrong. Nothing would be brought in.`,
    would: (add: number, there: number) => `${winnersOf(add)} to add, ${there} there already.`,
    preview: 'Nothing was written. Add --apply to bring them in.',
    applied: (added: number, id: string) => `${winnersOf(added)} brought in. Take them back with: ./plaudit winners undo ${id}`,
    withdrawn: (removed: number) => `${winnersOf(removed)} taken back.`,
    noImports: 'No list was brought in yet.',
    importLine: (one: { id: string; programme: string; file: string; state: string; added: number }) =>
      `${one.id}  ${one.programme}  ${one.file}  ${states[one.state] ?? one.state}, ${winnersOf(one.added)}`,
  },
};
