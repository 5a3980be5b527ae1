/** Sentences about the addresses of a programme and its editions. */
export const addresses = {
  title: 'Addresses',
  lead: 'Whoever kept an old address is led to the new one, from every page under it, from feeds and calendars too. A new one is told where the changes of an edition are told.',
  programme: 'Of the programme',
  edition: (name: string) => `Of ${name}`,
  hint: (start: string) => `What follows ${start}: small letters, figures and hyphens`,
  takeOver: 'Take it over if it was the address of something else',
  takeOverHint: 'Whoever kept it is then no longer led there.',
  change: 'Change the address',
  more: (name: string) => `of ${name}`,
  saved: (address: string) => `The address is now ${address}.`,
};
