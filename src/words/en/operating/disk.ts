/** What the operator is told of the disk. */
export const disk = {
  low: (folder: string, megabytes: number) =>
    `ALARM: only ${megabytes} MB are free on the disk of ${folder}. New files are refused; marks and drafts are still saved. Make room now.`,
  givenUp: (folder: string) =>
    `ALARM: the disk of ${folder} is nearly full. The reserve was given up to keep saves going; there is no second one.`,
  again: (folder: string) => `There is room again on the disk of ${folder}.`,
};
