/** Sentences about the languages contents are written in. */
export const languages = {
  label: 'This page in other languages',
  missing: 'What is not there in every language',
  missingText: (languages: string) =>
    `The texts name these languages, the first one first: ${languages}. What lacks one is shown in the first. The page of translations has a field for each.`,
  count: (n: number) =>
    n === 0 ? 'Every text is there in every language.' : n === 1 ? 'One text lacks a language.' : `${n} texts lack a language.`,
  part: 'Part',
  parts: {
    texts: 'Texts',
    timeline: 'Timeline',
    categories: 'Categories',
    forms: 'Forms',
    rules: 'Eligibility rules',
    scorecards: 'Scorecards',
    award: 'Award rules',
  },
  place: 'Place',
  lacks: 'Lacks',
  more: (n: number) => `and ${n} more`,
};
