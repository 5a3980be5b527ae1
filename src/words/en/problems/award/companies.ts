import type { companiesProblems } from '#core/problems/award/companies.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const companies: Record<keyof typeof companiesProblems, ProblemWords> = {
  'companies.merged-away': {
    title: 'This company was merged meanwhile',
    detail: ({ name }) => `${name} is part of another company now, so it can no longer be changed. Change that one, or undo the merge.`,
  },
  'companies.no-such-company': {
    title: 'No such company',
    detail: () => 'There is no company here that can be chosen. Search for it again; it may have been merged.',
  },
  'companies.above-itself': {
    title: 'A company cannot lie above itself',
    detail: ({ name, parent }) => `${parent} belongs to ${name} already, directly or through others. Take it out from there first.`,
  },
  'companies.name-held': {
    title: 'It has this name already',
    detail: ({ name }) => `The company is found by “${name}” already. Nothing has to be done.`,
  },
  'companies.name-not-held': {
    title: 'It no longer has this name',
    detail: () => 'Somebody removed the name before you, or it moved with a merge. Load the page again.',
  },
  'companies.domain-held': {
    title: 'It has this domain already',
    detail: ({ domain }) => `The company is found by ${domain} already. Nothing has to be done.`,
  },
  'companies.domain-not-held': {
    title: 'It no longer has this domain',
    detail: () => 'Somebody removed the domain before you, or it moved with a merge. Load the page again.',
  },
  'companies.not-a-domain': {
    title: 'Not a domain of a company',
    detail: () =>
      'Write a domain such as valewick.example. Domains where anybody gets an address, such as gmail.com, say nothing about a company.',
  },
  'companies.day-to-come': { title: 'A day to come', detail: () => 'A size is proved by what was, so give today or a day before it.' },
  'companies.ends-before-it-begins': {
    title: 'It ends before it begins',
    detail: () => 'The last day has to be after the first. Leave it empty while the employment lasts.',
  },
  'companies.employed-already': {
    title: 'Employed there already',
    detail: ({ name, company }) =>
      `${name === '' ? 'The person' : name} works at ${company === '' ? 'this company' : company} during these days already. End that employment first, or choose other days.`,
  },
  'companies.address-of-another': {
    title: 'Somebody else has this address',
    detail: ({ name }) => `It is the address of ${name}. Use another one, or leave it empty.`,
  },
  'companies.merge-with-itself': {
    title: 'One company is no two',
    detail: () => 'A company cannot be merged with itself. Choose another one.',
  },
  'companies.changed-since-preview': {
    title: 'Changed since you looked',
    detail: () => 'One of the two companies was changed after the page was shown, so nothing was merged. Look again at what would move.',
  },
  'companies.merge-undone': {
    title: 'This merge was undone already',
    detail: () => 'Somebody took it back before you. Load the page again to see both companies.',
  },
  'companies.merged-further': {
    title: 'It was merged further',
    detail: ({ name }) => `${name}, which it became part of, was itself merged into another company. Undo that merge first.`,
  },
  'companies.undo-closes-ring': {
    title: 'A company would come to lie above itself',
    detail: () => 'Since the merge a company above was moved below. Move it out again, then undo the merge.',
  },
  'companies.countries-stand': {
    title: 'There is nothing to change',
    detail: ({ chosen }) =>
      chosen === 1
        ? 'The company has that country already, or was merged into another meanwhile.'
        : `All ${chosen} have that country already, or were merged into others meanwhile.`,
  },
  'companies.pair-settled': {
    title: 'This pair was settled already',
    detail: () => 'Somebody decided about it before you, or one of the two was changed. Load the page again.',
  },
};
