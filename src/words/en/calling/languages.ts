/** Sentences about the languages contents are written in. */
export const languages = {
  label: 'This page in other languages',
};
