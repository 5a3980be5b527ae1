/** News of a programme, one line each, as feed readers show it. */
export const feed = {
  opened: (edition: string, closes: string): string => `Entries of the ${edition} edition are open until ${closes}`,
  closed: (edition: string, judged: string): string => `Entries of the ${edition} edition have closed; judging ends ${judged}`,
  announced: (edition: string): string => `The winners of the ${edition} edition are announced`,
};
