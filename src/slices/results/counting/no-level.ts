/** What a form says where somebody decided that an entry gets no level: told apart from a field nobody touched. */
export const noLevel = '-';
