/** What `./plaudit doctor` finds and what it advises. */
const days = (n: number) => (n < 172_800 ? `${Math.round(n / 3_600)} h` : `${Math.round(n / 86_400)} days`);
const seconds = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} s`;

export const doctor = {
  help: `
A fault keeps the installation from working or from keeping its promises; a warning is worth a look.
Exit code 1 when there is a fault. With --json each finding has check, state (ok, warning, fault), detail and remedy.`,
  states: { ok: 'ok', warning: 'look', fault: 'FAULT' },
  summary: (checks: number, faults: number, warnings: number) =>
    faults === 0 && warnings === 0 ? `${checks} checks, all well.` : `${checks} checks: ${faults} faults, ${warnings} to look at.`,

  otherNode: (running: string, pinned: string) => `${running}, and ${pinned} is what this version is tested on`,
  useLauncher: 'Run ./plaudit instead of node: it installs what is missing.',
  installed: 'installed as locked',
  notInstalled: 'not installed, or an installation was cut short',
  built: 'the pages are built from these sources',
  notBuilt: 'the pages are not built from these sources yet',
  buildFollows: 'The next start builds them; so does ./plaudit prepare.',

  noFolder: (folder: string) => `${folder} does not exist yet`,
  startMakesIt: './plaudit start makes it.',
  closedFolder: (folder: string) => `${folder} cannot be read and written by this user`,
  openFolder: (folder: string) => `Run as the user it belongs to, or chown ${folder}.`,
  space: (megabytes: number) => `${megabytes >= 10_240 ? `${Math.floor(megabytes / 1024)} GB` : `${megabytes} MB`} free`,
  makeRoom: (folder: string) => `Make room on the disk of ${folder}; a full disk stops every save.`,
  readable: (files: readonly string[]) => `others on this machine can read ${files.join(', ')}`,
  closeFiles: (files: readonly string[]) => `chmod 600 ${files.join(' ')}`,
  noSecret: 'there is no installation secret',
  shortSecret: 'the installation secret is shorter than 32 characters',
  hasSecret: 'present',
  whereSecret: './plaudit start makes one in the data folder; on a second machine set PLAUDIT_SECRET to the first one’s.',
  mailBy: (host: string) => `sent by ${host}`,
  mailKept: 'no mail server is set; mails are kept and shown on the mailbox page',
  setMail: 'Set PLAUDIT_SMTP_URL and PLAUDIT_MAIL_FROM.',

  noDatabase: 'the embedded database has not been made yet',
  reached: (host: string) => `${host} answers`,
  notReached: (host: string, reason: string) => `${host} does not let us in: ${reason}`,
  checkUrl: 'Is the server running, and are address, user and password in DATABASE_URL right?',
  newerDatabase: (oldest: number) => `PostgreSQL ${oldest} is the oldest that will do.`,
  neverMigrated: 'nothing of Plaudit is in it yet',
  migrate: 'Run ./plaudit migrate (with the owner’s DATABASE_URL).',
  missing: (names: readonly string[]) => `not applied: ${names.join(', ')}`,
  fromNewer: (names: readonly string[]) => `applied by a newer Plaudit: ${names.join(', ')}`,
  newerCode: 'Start the newer version, or restore a backup from before it.',
  applied: (count: number) => `${count} applied, none missing`,
  skew: (by: number) => `${seconds(by)} from the machine’s`,
  setClocks: 'Run a time service on both machines (chrony, systemd-timesyncd).',
  roleHeld: 'owns nothing, bypasses nothing, cannot change the record',
  roleFaults: (faults: readonly string[]) => faults.join(', '),
  roleFails: (reason: string) => `cannot connect: ${reason}`,
  cannotCheck: (reason: string) => `cannot be checked: ${reason}`,
  sealWaits: (age: number) => (age === 0 ? 'everything is sealed' : `the oldest event has waited ${seconds(age)} for its seal`),
  startJobs: 'The jobs process does this: ./plaudit start, or ./plaudit jobs on a machine of its own.',
  jobsAlive: (pools: number) => `${pools} running`,
  jobsSilent: (age: number | undefined) =>
    age === undefined ? 'none is running' : `none is running; the last was heard ${seconds(age)} ago`,

  backup: (age: number | undefined, lately: 'damaged' | 'failed' | undefined, note: string, scheduled: boolean) =>
    [
      age === undefined
        ? scheduled
          ? 'none has been taken yet'
          : 'nobody takes any'
        : `the newest that was read back whole is ${days(age)} old`,
      ...(lately === 'damaged' ? ['a later one was damaged when it was read back'] : []),
      ...(lately === 'failed' ? [`the last try failed${note === '' ? '' : ` (${note})`}`] : []),
    ].join('; '),
  backupAway: (file: string) => `the newest that was read back whole is not there any more: ${file}`,
  backupUnsealed: 'PLAUDIT_BACKUP_TO is set and no passphrase: none is taken',
  sealBackups: 'Set PLAUDIT_BACKUP_PASSPHRASE and keep it where the backups are not.',
  backUpNow: 'Run ./plaudit backup now and read what it says.',
  scheduleBackups: 'Set PLAUDIT_BACKUP_TO and PLAUDIT_BACKUP_PASSPHRASE, and one is taken each day.',

  webAbsent: (port: number) => `nothing listens on port ${port}`,
  startIt: './plaudit start starts it.',
  portSilent: (port: number, name: string, pid: number) => `${name} (process ${pid}) holds port ${port} and does not answer`,
  portForeign: (port: number, name: string, pid: number) => `port ${port} is another program’s: ${name} (process ${pid})`,
  freePort: 'Stop that program, or set PORT to a free one.',
  webReady: (port: number) => `ready on port ${port}`,
  webNotReady: (port: number) => `answers on port ${port} and cannot save`,
  seeDatabase: 'See the findings about the database and the disk.',
};
