/** What taking, verifying and restoring backups says. */

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MB`;
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const backup = {
  about: 'back this installation up: database and files, sealed, read back and verified',
  help: `
Takes one backup while everything runs: all rows of one instant and the files they refer to, in one file that is
sealed with the passphrase (the age format), read back whole, and only then named plaudit-DATETIME.age.
PLAUDIT_BACKUP_TO and PLAUDIT_BACKUP_PASSPHRASE make the supervisor do this each day; see docs/operate.md.`,
  to: 'the folder it goes into (PLAUDIT_BACKUP_TO)',
  keep: 'how many to keep there; older ones are removed (PLAUDIT_BACKUP_KEEP)',
  passphraseFile: 'read the passphrase from this file (else PLAUDIT_BACKUP_PASSPHRASE)',
  verifyAbout: 'read a backup from end to end: seal, hashes, counts, and the chain of the record',
  restoreAbout: 'restore a backup into a new data folder or an empty database',
  restoreHelp: `
The place must be empty: PLAUDIT_DATA names a new folder, or DATABASE_URL an empty database. A restore that was
killed goes on when the same command is given again; until it has ended nothing starts there.
People erased since the backup are erased again, from the erasures.json beside the backup or in the data folder.
Everybody signs in anew. Mail that waited, and what jobs that waited would mail, is held: ./plaudit mail release sends it,
./plaudit mail discard does not.`,
  erasures: 'the log of erasures to go by, when it lies elsewhere',
  noErasures: 'nobody was erased since the backup',
  rows: (table: string, bytes: number) =>
    table === 'waiting'
      ? 'Waiting for another backup to end…'
      : table === 'verifying'
        ? `Reading it back: ${megabytes(bytes)}`
        : table === 'files'
          ? `Files: ${megabytes(bytes)}`
          : `Rows: ${megabytes(bytes)} (${table})`,
  reading: (bytes: number) => `Read: ${megabytes(bytes)}`,
  taken: (file: string, bytes: number) => `${file} (${megabytes(bytes)})`,
  holds: (tables: number, rows: number, files: number, bytes: number) =>
    `${many(rows, 'row', 'rows')} of ${many(tables, 'table', 'tables')}, ${many(files, 'file', 'files')} of ${megabytes(bytes)}`,
  record: (sealed: number, chains: number, unsealed: number) =>
    `The record is whole: ${many(sealed, 'sealed event', 'sealed events')} in ${many(chains, 'chain', 'chains')}${unsealed > 0 ? `, ${unsealed} not sealed yet` : ''}.`,
  recordBroken: (faults: number) =>
    `The record has ${many(faults, 'break', 'breaks')}. They were there when the backup was taken: ./plaudit record verify names them.`,
  damaged: (paths: readonly string[]) =>
    `These files were missing or damaged when it was taken:\n${paths.map((path) => `  ${path}`).join('\n')}`,
  of: (takenAt: string, version: string) => `Of ${takenAt}, made by Plaudit ${version}. Everything in it is as it was sealed.`,
  removed: (names: readonly string[]) => `Removed: ${names.join(', ')}`,
  restored: (takenAt: string, rows: number, files: number) =>
    `Restored as it was at ${takenAt}: ${many(rows, 'row', 'rows')}, ${many(files, 'file', 'files')}.`,
  finished: (takenAt: string) => `The restore of the backup of ${takenAt} has been finished.`,
  whole: (events: number) => `The record is whole: ${many(events, 'event', 'events')}.`,
  erasedAgain: (count: number) => `Erased again: ${many(count, 'person', 'people')}.`,
  held: (count: number) =>
    count === 0
      ? 'No mail was waiting.'
      : `${many(count, 'mail', 'mails')} that waited ${count === 1 ? 'is' : 'are'} held. See ./plaudit mail --help, or the mailbox page.`,
  undone:
    'What was changed after that instant is not there: entries, marks, and also roles taken away and keys withdrawn since. Look through them before you open.',
} as const;

export const backupSchedule = {
  begins: 'Taking the daily backup…',
  done: 'The daily backup is taken and verified.',
  failed: (code: number | null) =>
    `The daily backup failed (exit code ${code ?? '?'}); what it said is above. The next try is tomorrow, or now: ./plaudit backup`,
  unsealed: 'PLAUDIT_BACKUP_TO is set and PLAUDIT_BACKUP_PASSPHRASE is not: no backup will be taken.',
};
