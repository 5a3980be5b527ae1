import type { importingProblems } from '#core/problems/award/importing.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const importing: Record<keyof typeof importingProblems, ProblemWords> = {
  'import.column-missing': {
    title: 'A column is missing',
    detail: ({ column }) =>
      `There is no column “${column}”. Take the template of this category, or name the column so. Nothing was put in.`,
  },
  'import.column-unknown': {
    title: 'Nobody asks for this column',
    detail: ({ column }) =>
      `“${column}” is no column of this category, so what stands in it would be lost. Name it as the template does, or take it out.`,
  },
  'import.column-twice': {
    title: 'A column is there twice',
    detail: ({ column }) => `Two columns are called “${column}”. Leave one of them.`,
  },
  'import.no-rows': { title: 'There is nothing in it', detail: () => 'Below the names of the columns stands no entry.' },
  'import.cell-missing': { title: 'Nothing stands here', detail: () => 'Without this there is no entry. Fill the cell in.' },
  'import.option-unknown': {
    title: 'Nobody can choose this',
    detail: ({ value, options }) => `“${value}” is no choice here. It may be: ${options}. Put a semicolon between several.`,
  },
  'import.received-unreadable': {
    title: 'When it was received cannot be read',
    detail: () => 'Write the day and the time as 2026-03-01 14:30, by the clock of the programme. A day alone counts as its beginning.',
  },
  'import.received-ahead': {
    title: 'It cannot have been received yet',
    detail: () => 'The time it was received lies ahead of now. Give the time it came, by the clock of the programme.',
  },
  'import.reference-twice': {
    title: 'A reference is there twice',
    detail: ({ reference, before }) => `“${reference}” stands in row ${before} as well. Each entry has its own, or none.`,
  },
  'import.reference-known': {
    title: 'This reference was put in before',
    detail: ({ reference, as }) => `“${reference}” is in already, as ${as}. Take the row out, or take the earlier file back first.`,
  },
  'import.row-refused': {
    title: 'A row cannot be put in',
    detail: ({ row }) => `Row ${row} is refused, so nothing of the file was put in. Look at the file once more; it says what is wrong.`,
  },
  'import.in-already': {
    title: 'These entries are in already',
    detail: () => 'The same rows were put in before. Nothing was put in twice.',
  },
  'import.undone-already': { title: 'It is taken back already', detail: () => 'Somebody has taken this file back. Read the page again.' },
  'import.drafts-stay': {
    title: 'Drafts stay with their owners',
    detail: () => 'What was put in as drafts is their owners’ to write or leave. A draft counts nowhere until it is sent in.',
  },
};
