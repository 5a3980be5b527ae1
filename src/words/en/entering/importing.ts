/** Sentences about entries that are put in from a spreadsheet. */
import type { HeadName } from '#core/entries/importing/columns.ts';
import { isolated } from '../../isolated.ts';

const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

export const importing = {
  mail: {
    subject: (programme: string) => `Your entry for ${programme}`,
    text: (name: string, programme: string, title: string, number: string, address: string) =>
      `Hello ${name},\n\n${
        number === ''
          ? `what you sent for ${programme} was put in for you as a draft: “${title}”. It is not submitted yet: read it, finish it and submit it here:`
          : `what you sent for ${programme} was put in for you as entry ${number}: “${title}”. Read it here, and write to the organiser if something is not as you wrote it:`
      }\n\n${address}\n\nTo open the page, sign in by a link to this address. You need no password.\n`,
  },
  link: 'Put in from a spreadsheet',
  title: 'Put entries in from a spreadsheet',
  lead: 'For what came on paper, by phone or from another system. Every row is an entry of its owner, who reads it by signing in with their e-mail.',
  columns: {
    'owner.email': 'Owner: e-mail',
    'owner.name': 'Owner: name',
    title: 'Title',
    nominee: 'Nominee',
    nomineeKind: 'What the nominee is',
    nominator: 'Who enters',
    chapter: 'Chapter',
    body: 'Text',
    received: 'Received on paper',
    reference: 'Your reference',
  } satisfies Record<HeadName, string>,
  category: 'Category',
  choose: 'Choose a category',
  noCategories: 'No category takes entries',
  noCategoriesText: 'Publish the edition with its categories first.',
  template: 'The template',
  templateLead: (category: string) =>
    `The columns of ${isolated(category)}. A column is told by what stands in [ ]; the words before it may be changed, and columns that are not needed left out.`,
  csv: 'Template as CSV',
  xlsx: 'Template as a workbook',
  fileTitle: 'Your file',
  file: 'Spreadsheet',
  fileHint: (most: number) => `CSV or XLSX, ${most} entries at most. Files that belong to an entry are added by its owner.`,
  as: 'Put them in',
  kinds: { 'sent-in': 'As submitted entries', drafts: 'As drafts' },
  kindHints: {
    'sent-in': 'Each is complete, has a number and waits to be screened.',
    drafts: 'Each is its owner’s to finish and to submit.',
  },
  look: 'Look at the file',
  lookLead: 'Nothing is put in before you have seen what would be.',
  faults: (n: number) => `${n === 1 ? 'One thing is' : `${n} things are`} wrong with this file. Nothing was put in.`,
  faultsTable: 'What is wrong, by row',
  line: 'Row',
  wrong: 'What is wrong',
  would: (n: number, as: 'drafts' | 'sent-in') =>
    as === 'drafts' ? `${many(n, 'draft', 'drafts')} would be put in.` : `${many(n, 'entry', 'entries')} would be put in and submitted.`,
  rows: 'What would be put in',
  owner: 'Owner',
  entry: 'Title',
  nominee: 'Nominee',
  because: 'Why they are put in now',
  becauseHint: 'Entries have closed. Only what was received before then is put in; this stays beside it.',
  mails: 'Write to each owner',
  mailsHint: 'They are told that it is in, and how they open it.',
  apply: (n: number, as: 'drafts' | 'sent-in') => `Put in ${as === 'drafts' ? many(n, 'draft', 'drafts') : many(n, 'entry', 'entries')}`,
  another: 'Another file',
  done: (n: number) => `${many(n, 'entry is', 'entries are')} in.`,
  undone: 'The file is taken back. What still waited is withdrawn.',
  before: 'Put in before',
  none: 'No spreadsheet was put in yet.',
  of: (n: number, kind: 'drafts' | 'sent-in') =>
    kind === 'drafts' ? many(n, 'draft', 'drafts') : many(n, 'submitted entry', 'submitted entries'),
  by: 'By',
  at: 'When',
  what: 'What',
  takenBack: (by: string, at: string) => `Taken back by ${isolated(by)}, ${at}`,
  putIn: 'Put in',
  putInBy: (by: string, at: string, reference: string) =>
    `by ${isolated(by)}, ${at}${reference === '' ? '' : `; reference ${isolated(reference)}`}`,
  received: 'Received on paper',
  undo: 'Take back',
  undoMore: (file: string) => `what ${file} put in`,
  undoLead: 'Taking a file back withdraws what of it still waits to be screened.',
};
