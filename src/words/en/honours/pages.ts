/** Sentences of the pages about past winners: what everybody reads, the list managers keep, lists brought in, and whom names mean. */
import { isolated } from '../../isolated.ts';

const many = (count: number, one: string, more: string) => (count === 1 ? `one ${one}` : `${count.toLocaleString('en-GB')} ${more}`);
const winnersOf = (count: number) => many(count, 'winner', 'winners');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const page = {
  nav: 'Past winners',
  call: 'This year',
  title: 'Past winners',
  heading: (wins: number) => (wins === 0 ? 'Nobody has won yet' : 'Everybody who has won'),
  lead: (wins: number, oldest: number | undefined, newest: number | undefined) =>
    wins === 0 || oldest === undefined
      ? 'As soon as the first winners are announced, they stand here for good.'
      : oldest === newest
        ? `${capital(winnersOf(wins))} of ${oldest}.`
        : `${capital(winnersOf(wins))} since ${oldest}, year by year.`,
  filters: 'Search among past winners',
  search: 'Search name or category',
  year: 'Year',
  everyYear: 'Every year',
  yearOf: (first: number, wins: number) => `${first} (${wins})`,
  category: 'Category',
  everyCategory: 'Every category',
  go: 'Show',
  found: (found: number, all: number) => `${capital(winnersOf(found))} of ${all.toLocaleString('en-GB')}.`,
  all: 'Show all',
  and: 'and',
  joint: 'joint winners',
  edition: (name: string) => `How ${name} was decided`,
  none: 'No winners yet',
  noneText: 'The first will stand here from the moment they are announced.',
  nothing: 'Nobody like that has won',
  nothingText: 'Names are searched without accents and in every order. Search for fewer words, or for another year.',
  pages: 'Pages of past winners',
  first: 'Newest',
  older: 'Further back',
  closing: 'Will your name stand here?',
  toCall: (programme: string) => `Read the call of ${isolated(programme)}`,
};

const list = {
  title: 'Past winners',
  lead: (wins: number) => (wins === 0 ? 'No winner is known yet.' : `${capital(winnersOf(wins))}.`),
  leadOpen: (names: number) => ` ${capital(many(names, 'name is', 'names are'))} not matched to a company yet.`,
  bringIn: 'Bring in a list',
  match: 'Match names',
  filters: 'Filters of the list',
  search: 'Search name, company or category',
  go: 'Show',
  year: 'Year',
  everyYear: 'Every year',
  category: 'Category',
  everyCategory: 'Every category',
  from: 'Where from',
  anywhere: 'Wherever from',
  origins: { here: 'Editions that ran here', list: 'Lists brought in' },
  winner: 'Winner',
  organisation: 'Organisation',
  award: 'Level',
  code: 'Code',
  shared: 'Joint',
  joint: 'joint',
  yes: 'yes',
  source: 'From',
  ran: 'ran here',
  pages: 'Pages of the list',
  shown: (n: number) => (n === 1 ? 'One winner' : `${n} winners`),
  first: 'First page',
  next: 'Next 50',
  none: 'No past winners yet',
  noneText:
    'Winners of editions that ran here come by themselves. Those of earlier years are brought in as a list, and then they stand on the public page, and rules about earlier winners know of them.',
  nothing: 'No winner is like that',
  nothingText: 'Take a filter away, or search for fewer words.',
  all: 'Show all winners',
};

const imports = {
  title: 'Bring in past winners',
  text: 'A list of winners of editions that never ran here. You see what it would do before anything is done, and can take it back as a whole.',
  file: 'The list, as CSV or JSON',
  fileHint: 'Columns: year, category, nominee; where there are any also organisation, title, code, joint. Up to 20,000 rows',
  several: 'Several winners of one title in a year',
  each: 'won each on their own',
  jointly: 'won together',
  severalHint: 'Only asked where the list has no column “joint”',
  separator: 'What parts joint winners within a cell',
  separatorHint: 'As ; or /. Leave it empty where each has a row',
  look: 'Look at it',
  wrong: (file: string, count: number) =>
    `${isolated(file)}: ${many(count, 'thing is', 'things are')} wrong. Nothing was brought in; mend the list and choose it again.`,
  wrongTable: 'What is wrong in the list',
  more: (count: number) => `and ${count.toLocaleString('en-GB')} more`,
  row: 'Line',
  what: 'What is wrong',
  would: (file: string, add: number) =>
    add === 0
      ? `Everything in ${isolated(file)} is there already.`
      : `${isolated(file)} would add ${winnersOf(add)}. Nothing is written yet.`,
  facts: { add: 'Added', changed: 'Changed', left: 'Left as they are' },
  changedNote: 'none: a list never changes what is there',
  leftNote: (count: number) => (count === 0 ? 'none' : `${winnersOf(count)} that are there already`),
  addTable: 'Winners it would add',
  doubts: 'Worth a look',
  apply: (count: number) => `Bring in ${winnersOf(count)}`,
  choose: 'Choose a list',
  another: 'Choose another list',
  lists: 'Lists brought in',
  noLists: 'None yet.',
  list: 'List',
  by: 'By',
  machine: 'the command line',
  at: 'When',
  state: 'What became of it',
  winners: 'Winners',
  undo: 'Take back',
  undoTitle: (file: string) => `Take ${isolated(file)} back?`,
  undoWill: (winners: number) =>
    winners === 0
      ? 'The list is put away. It brought nobody in.'
      : `${capital(winnersOf(winners))} it brought in ${winners === 1 ? 'leaves' : 'leave'} the public page and no rule knows of them any more. Whatever other lists brought in stays. To have them back, bring the list in again.`,
  undoGo: 'Take it back',
  undoNot: 'Leave it',
  applied: (added: number) => `${capital(winnersOf(added))} brought in.`,
  withdrawn: (removed: number) => `${capital(winnersOf(removed))} taken back.`,
};

const names = {
  title: 'Whom names mean',
  lead: (open: number) =>
    open === 0
      ? 'Every name among the winners is decided.'
      : `${capital(many(open, 'name waits', 'names wait'))} for you to say whom it means.`,
  text: 'A list names organisations as they were written then. Rules about earlier winners count a win for a company only once somebody has said that the name means it. No machine decides it, and every answer can be taken back.',
  tabs: 'Which names',
  open: 'To decide',
  said: 'Decided',
  filters: 'Search among the names',
  search: 'Search a name',
  go: 'Show',
  wins: (wins: number, years: string) => `${capital(many(wins, 'win', 'wins'))}: ${years}`,
  likely: 'May be',
  nothingLike: 'No company is called alike.',
  is: (company: string) => `It is ${isolated(company)}`,
  isMore: (written: string) => `for ${written}`,
  new: 'A company not known yet',
  newMore: (written: string) => `: make ${written} one`,
  none: 'No company',
  noneMore: (written: string) => `is meant by ${written}`,
  other: 'Another company',
  otherChoose: 'Its name, as the register has it',
  otherGo: 'It is this one',
  means: (company: string) => `means ${isolated(company)}`,
  meansNone: 'means no company',
  takeBack: 'Take back',
  takeBackMore: (written: string) => `what was said of ${written}`,
  saidToast: (written: string) => `Decided: ${isolated(written)}.`,
  undo: 'Undo',
  undone: 'Taken back. The name waits to be decided again.',
  noneOpen: 'Nothing to decide',
  noneOpenText: 'As soon as a list brings a new name, or a winner is announced, it stands here.',
  noneSaid: 'Nothing is decided yet',
  noneSaidText: 'When you say whom a name means, it stands here, and you can take it back.',
  nothing: 'No name is like that',
  nothingText: 'Search for fewer letters.',
  all: 'Show all names',
  pages: 'Pages of the names',
  first: 'First page',
  next: 'Next 20',
};

export const pastWinnersPages = { page, list, imports, names, nav: { list: 'Winners', imports: 'Lists', names: 'Names' } };
