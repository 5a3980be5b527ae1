/** Sentences about the languages contents are written in. */
export const languages = {
  label: 'This page in other languages',
  parts: {
    texts: 'Texts',
    timeline: 'Timeline',
    categories: 'Categories',
    forms: 'Forms',
    rules: 'Eligibility rules',
    scorecards: 'Scorecards',
    award: 'Award rules',
  },
};
