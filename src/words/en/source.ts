/** The program itself: which version runs here, and where its source is, as its licence promises to whoever uses it. */
export const source = {
  link: 'Source',
  title: 'The program behind these pages',
  text: (version: string) =>
    `These pages are made by Plaudit ${version}, free software under the GNU Affero General Public License, version 3 or any later one. Everybody may use it, read how it counts, change it and pass it on.`,
  at: 'The source of the version that runs here',
  unchanged: (organisation: string) =>
    `${organisation || 'The organiser'} runs it as it was published. Whoever runs a changed version has to say on this page where its source can be had.`,
};
