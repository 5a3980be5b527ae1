/** What the command line says while an installation starts, stops and is looked after. */
export const installation = {
  databaseCreating: 'Creating the database (once, a few seconds)…',
  databaseUnfinished: 'An earlier creation of the database did not finish; starting it over.',
  databaseRecovering: 'The database is recovering from a hard stop; nothing committed is lost…',
  databaseDied: 'The database server stopped unasked; starting it again…',
  databaseBack: 'The database server is back.',
  databasePortLost: 'Another program took the database port meanwhile; trying again…',
  databaseNotBack: (reason: string) => `The database server did not come back (${reason}); trying again…`,
  processEnded: (name: string, how: string, wait: number) => `The ${name} process ended (${how}); starting it again in ${wait / 1000} s…`,
  processHangs: (name: string, seconds: number) => `The ${name} process made no progress for ${seconds} s; ending it.`,
  webNotReplaced: (name: string) => `The new ${name} process did not get ready; the old one goes on.`,
  building: 'Building the pages (once for each version, some seconds)…',
  buildWaits: (pid: number) => `Process ${pid} is building the pages already; waiting for it…`,
};
