/** What the command line says while an installation starts, stops and is looked after. */
export const installation = {
  databaseCreating: 'Creating the database (once, a few seconds)…',
  databaseUnfinished: 'An earlier creation of the database did not finish; starting it over.',
  databaseRecovering: 'The database is recovering from a hard stop; nothing committed is lost…',
  databaseDied: 'The database server stopped unasked; starting it again…',
  databaseBack: 'The database server is back.',
  databasePortLost: 'Another program took the database port meanwhile; trying again…',
  databaseNotBack: (reason: string) => `The database server did not come back (${reason}); trying again…`,
};
