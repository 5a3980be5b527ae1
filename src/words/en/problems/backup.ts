import type { backupProblems } from '#core/problems/backup.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const backup: Record<keyof typeof backupProblems, ProblemWords> = {
  'backup.missing': {
    title: 'There is no such file',
    detail: ({ file }) => `${file} cannot be read. Is the path right, and may this user read it?`,
  },
  'backup.not-a-backup': {
    title: 'This is no backup of Plaudit',
    detail: ({ file }) => `${file} does not begin as one, or was made by another program. Backups are called plaudit-DATETIME.age.`,
  },
  'backup.wrong-passphrase': {
    title: 'The passphrase is not the one of this backup',
    detail: ({ file }) =>
      `${file} was sealed with another one. Backups keep the passphrase they were made with: look for the one that was set at the time. Nothing was written.`,
  },
  'backup.changed': {
    title: 'The backup was changed',
    detail: ({ file, at }) =>
      `${file} is not what was sealed, from about byte ${at} of its content on: a damaged disk, or somebody’s hand. Take another copy or an older backup.`,
  },
  'backup.cut-off': {
    title: 'The end of the backup is missing',
    detail: ({ file }) =>
      `${file} stops before its end or its last part was changed. Was the copy finished? Take another copy or an older backup.`,
  },
  'backup.not-whole': {
    title: 'The backup is not whole',
    detail: ({ file, what }) => `${file} does not hold what it says of itself: ${what}. Take an older backup, and report this one.`,
  },
  'backup.newer': {
    title: 'The backup was made by another version',
    detail: ({ version, unknown }) =>
      `Plaudit ${version} made it, with a database this version does not know (${unknown}). Start from that version or a newer one.`,
  },
  'backup.no-room': {
    title: 'There is no room for the backup',
    detail: ({ folder, needed, free }) =>
      `${folder} ${needed === 0 ? 'is full' : `has ${free} MB free and about ${needed} MB are needed`}. Earlier backups are untouched. Make room, or set PLAUDIT_BACKUP_TO to a larger disk.`,
  },
  'backup.not-empty': {
    title: 'There is something already where the backup would go',
    detail: ({ database, table }) =>
      `The database ${database} has rows (${table}). A restore never writes over anything: set PLAUDIT_DATA to a new folder, or DATABASE_URL to an empty database.`,
  },
  'backup.other-secret': {
    title: 'The installation secret here is another one',
    detail: ({ folder }) =>
      `Second factors in the backup are sealed with the secret it brings, and ${folder} (or PLAUDIT_SECRET) has another. Restore into a new folder, and leave PLAUDIT_SECRET unset or set it to the old one.`,
  },
  'backup.passphrase-needed': {
    title: 'A passphrase is needed',
    detail: () =>
      'Backups are always sealed. Set PLAUDIT_BACKUP_PASSPHRASE (twelve characters or more), or give a file: --passphrase-file FILE. Keep a copy where the backups are not.',
  },
  'backup.folder-needed': {
    title: 'Where should the backup go?',
    detail: () => 'Name a folder, best on another disk: --to FOLDER, or PLAUDIT_BACKUP_TO.',
  },
  'backup.erasures-unknown': {
    title: 'Who was erased since the backup is not known',
    detail: ({ takenAt, asOf }) =>
      `The backup is of ${takenAt}${asOf ? `, and the log of erasures ends at ${asOf}` : ', and there is no log of erasures beside it'}. People erased since would come back. ` +
      'Give the newest erasures.json, from the data folder or the folder of backups: --erasures FILE. Only if nobody can have been erased: --no-erasures.',
  },
  'backup.erasures-unreadable': {
    title: 'The log of erasures cannot be read',
    detail: ({ file }) => `${file} is not what Plaudit wrote. Take another copy of it: it lies in the data folder and beside the backups.`,
  },
  'backup.record-broken': {
    title: 'The restored record is not whole',
    detail: ({ faults }) =>
      `${faults} breaks were found. They were in the backup; ./plaudit backup verify tells the same. The installation is not opened: restore an older backup, or compare with the chain head you keep elsewhere.`,
  },
};
