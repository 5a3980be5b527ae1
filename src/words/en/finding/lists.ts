/** What every list says of itself; what its rows are is the word of its subject. */
const many = (n: number) => n.toLocaleString('en-GB');
const foundIn = (n: number, more: boolean) => `${more ? 'more than ' : ''}${many(n)}`;

export const lists = {
  views: 'Views of the list',
  everything: 'All',
  shared: 'shared',
  saveView: 'Save this view',
  saveViewHint: 'Search, filters, order and columns as they are now.',
  name: 'Name of the view',
  share: 'Share it with everybody who works with this list',
  save: 'Save the view',
  changeViews: 'Change views',
  changeViewsHint: 'Rename, share or remove. What is removed can be taken back.',
  change: 'Change',
  remove: 'Remove',
  nothingSaved: 'No view is saved yet. Search or filter the list, then save what you see under a name.',
  removed: (name: string) => `The view “${name}” is removed.`,
  undo: 'Undo',
  columns: 'Columns',
  columnsHint: 'They are kept for you. A file has the columns chosen here; until you choose, it has all.',
  show: 'Show these columns',
  ownColumns: 'The list’s own',
  files: 'Download',
  csv: 'CSV',
  xlsx: 'Excel workbook',
  filesHint: 'All rows found, on every page. Times are those of the zone named in the head.',
  choose: (name: string) => `Choose ${name}`,
  chooseHead: 'Choose',
  /** `outside` of those held are not among the rows found; `more` were found than were counted. */
  chosen: (held: number, found: number, outside: number, more: boolean) =>
    outside === 0
      ? `${many(held)} of ${foundIn(found, more)} chosen`
      : `${many(held)} chosen, ${many(outside)} of them not among the ${foundIn(found, more)} found`,
  noneChosen: 'Tick rows to act on several at once.',
  keep: 'Remember these ticks',
  chooseAll: (found: number, more: boolean) => {
    if (more) return 'Choose all found';
    return found === 1 ? 'Choose the one found' : `Choose all ${many(found)} found`;
  },
  chooseNone: 'Choose none',
};
