/** Refusals of taking, verifying and restoring backups, met on the command line. */
export const backupProblems = {
  'backup.missing': { status: 404 },
  'backup.not-a-backup': { status: 422 },
  'backup.wrong-passphrase': { status: 422 },
  'backup.changed': { status: 422 },
  'backup.cut-off': { status: 422 },
  'backup.not-whole': { status: 422 },
  'backup.newer': { status: 409 },
  'backup.no-room': { status: 503 },
  'backup.not-empty': { status: 409 },
  'backup.other-secret': { status: 409 },
  'backup.passphrase-needed': { status: 422 },
  'backup.folder-needed': { status: 422 },
  'backup.erasures-unknown': { status: 409 },
  'backup.erasures-unreadable': { status: 422 },
  'backup.record-broken': { status: 409 },
} as const;
