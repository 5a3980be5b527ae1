import type { editionsProblems } from '#core/problems/award/editions.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { when } from '../../dates.ts';

const uncounted: Readonly<Record<string, string>> = {
  rounds: 'Ballots are of the first round, on the scorecard of each category, and the rules give that round a scorecard of its own.',
  schulze: 'Chains of preference give an order and no score, and results are published with their scores so far.',
  'instant-runoff': 'A run-off gives an order and no score, and results are published with their scores so far.',
};

const referred: Readonly<Record<string, string>> = {
  form: 'form',
  scorecard: 'scorecard',
  rule: 'eligibility rule',
  sponsor: 'sponsor',
  phase: 'phase of the timeline',
  category: 'category',
};

export const editions: Record<keyof typeof editionsProblems, ProblemWords> = {
  'editions.category-code-twice': {
    title: 'This code is used twice',
    detail: ({ number }) => `Two categories have the code ${number}. Give one of them a code of its own.`,
  },
  'editions.category-in-nothing': {
    title: 'There is no such category to stand in',
    detail: ({ number, above }) =>
      `${number} is said to stand in ${above}, which is not there. Add ${above}, or let ${number} stand elsewhere.`,
  },
  'editions.category-ring': {
    title: 'These categories stand in each other',
    detail: ({ ring }) => `${ring}: none of them is at the top. Let one of them stand elsewhere.`,
  },
  'editions.category-too-deep': {
    title: 'The tree is too deep',
    detail: ({ number, most }) => `${number} stands more than ${most} levels down. Move it up.`,
  },
  'editions.category-label-too-long': {
    title: 'The name of the category is too long',
    detail: ({ number, length, most }) =>
      `With the names it stands in, ${number} has ${length} characters; judges and certificates have room for ${most}. Shorten one of the names.`,
  },
  'editions.chapter-in-use': {
    title: 'This chapter is in use',
    detail: ({ chapter }) =>
      `Entries belong to the chapter ${chapter}, or somebody manages it, so nothing was taken away. Put its entries in other chapters and take its managers’ part away first.`,
  },
  'editions.category-in-use': {
    title: 'Somebody entered in this category',
    detail: ({ number }) =>
      `Entries were begun in ${String(number).includes(',') ? 'one of ' : ''}${number}, so nothing was taken away. Retire a category instead: then nobody else can enter in it.`,
  },
  'editions.criteria-settled': {
    title: 'The criteria are settled',
    detail: ({ openedAt }) =>
      `Entries closed on ${when(openedAt)}, and every entry is judged by the criteria it was written for. Nothing was changed. Choose others for the next edition.`,
  },
  'editions.criterion-in-use': {
    title: 'Marks were given on this criterion',
    detail: () =>
      'Judges have marked by one of the criteria that would go, so nothing was changed. Keep the criterion, or change the next edition.',
  },
  'editions.panel-larger-than-judges': {
    title: 'More ballots are needed than there are judges',
    detail: ({ minimum, judges }) =>
      `${judges} judges read each entry, so it can never have the ${minimum} ballots it needs to be counted. Ask for more judges, or for fewer ballots.`,
  },
  'editions.not-counted': {
    title: 'Award rules that cannot be counted here yet',
    detail: ({ what }) => `${uncounted[String(what)] ?? String(what)} Change the award rules before the edition is published.`,
  },
  'editions.names-nothing': {
    title: 'This names something that is not there',
    detail: ({ kind, named }) => `There is no ${referred[String(kind)] ?? kind} “${named}” in this edition. Add it, or name another one.`,
  },
  'editions.key-twice': {
    title: 'This key is used twice',
    detail: ({ key }) => `“${key}” stands here twice. Each needs a key of its own, because others refer to it.`,
  },
  'editions.unknown-key': {
    title: 'Nobody knows this word',
    detail: ({ key }) => `“${key}” means nothing here. Check how it is spelt, or take it out.`,
  },
  'editions.not-a-web-address': {
    title: 'Not a web address',
    detail: ({ address }) => `“${address}” cannot be opened. Write it with https:// at the front.`,
  },
  'editions.locked': {
    title: 'This edition is locked',
    detail: () =>
      'It is published, and people rely on what they read. Nothing was changed. Unlock it with a reason first; the reason and the change are shown publicly.',
  },
  'editions.not-locked': {
    title: 'This edition is not locked',
    detail: () => 'It can be changed as it is. There is nothing to unlock or to lock again.',
  },
  'editions.form-answered': {
    title: 'Entries answer this form',
    detail: ({ form }) =>
      `“${shown(form)}” has entries, so it is not changed at once. Nothing was changed. Change its working copy, see who is affected, and apply it.`,
  },
  'editions.form-unanswered': {
    title: 'No entry answers this form yet',
    detail: () => 'It is changed directly, without a working copy. Nothing was changed. Load the page anew and change it there.',
  },
  'editions.no-form-copy': {
    title: 'This working copy has ended',
    detail: () => 'It was applied or thrown away meanwhile. Nothing was changed. Load the page anew to see the form as it is.',
  },
  'editions.not-here': {
    title: 'There is no such edition',
    detail: ({ named }) =>
      `“${String(named)}” is no edition here and no file. An edition is named PROGRAMME/EDITION; \`plaudit programme list\` shows them.`,
  },
  'editions.nothing-changed': {
    title: 'Nothing to save',
    detail: () => 'The edition says exactly this already. Nothing was changed.',
  },
  'editions.table-column-missing': {
    title: 'A column is missing',
    detail: ({ column, known, found }) =>
      `No column says the ${String(column)}. It may be called ${String(known)}. The table has: ${found === '' ? 'none' : shown(found)}.`,
  },
  'editions.table-empty': { title: 'An empty table', detail: () => 'The table has no row below its names of columns.' },
  'editions.table-code-twice': {
    title: 'The same code twice',
    detail: ({ code, before }) => `The code “${shown(code)}” stands in row ${String(before)} already. Take one of the two away.`,
  },
  'editions.table-no-such-place': {
    title: 'No such text',
    detail: ({ place }) =>
      `This edition has no text at “${shown(place)}”. Leave the first column as it was exported, or take the row away.`,
  },
  'editions.table-source-changed': {
    title: 'The text has changed since',
    detail: ({ now }) =>
      `It says “${shown(now)}” by now, so what is beside it may be of another text. Export the table anew for this row, or empty its cell: an empty one leaves what is there.`,
  },
  'editions.table-yes-or-no': {
    title: 'Yes or no?',
    detail: ({ column, said }) => `Column “${String(column)}”: “${shown(said)}” says neither. Write yes or no.`,
  },
};
