import type { installationProblems } from '#core/problems/installation.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const installation: Record<keyof typeof installationProblems, ProblemWords> = {
  'installation.port-taken': {
    title: 'The port is taken',
    detail: ({ port, name, pid, next }) =>
      `Port ${port} is used by ${name ? `${name} (process ${pid})` : 'another program'}. Stop that program, or start on another port: PORT=${next} ./plaudit start`,
  },
  'installation.port-forbidden': {
    title: 'This address cannot be listened on',
    detail: ({ host, port, reason }) =>
      `The system refused ${host}:${port} (${reason}). Ports below 1024 are kept for root, and HOST must be an address of this machine. Choose another: PORT=3000 HOST=127.0.0.1 ./plaudit start`,
  },
  'installation.no-space': {
    title: 'There is not enough room on the disk',
    detail: ({ folder, needed, free }) =>
      `${folder} has ${free} MB free and ${needed} MB are needed. Nothing was lost. Make room there, or set PLAUDIT_DATA to a folder on a larger disk.`,
  },
  'installation.folder-not-writable': {
    title: 'A folder cannot be used',
    detail: ({ folder, user, reason }) =>
      `${folder} cannot be read and written by ${user} (${reason}). Start as the user it belongs to, give it to this one (chown), or set PLAUDIT_DATA to another folder.`,
  },
  'installation.folder-closed-to-database': {
    title: 'A folder is closed to the database',
    detail: ({ folder, mode, path, user }) =>
      `Started as root, the database runs as ${user}, and ${folder} (rights ${mode}) does not let ${user} through to ${path}. ` +
      `Best: start as an ordinary user, or move the checkout to a place like /opt or /srv. Or let others pass through (not look in): chmod o+x ${folder}. Or use a database of your own: DATABASE_URL.`,
  },
  'installation.in-use': {
    title: 'Another Plaudit works on this folder',
    detail: ({ folder, pid, since }) =>
      `${folder} is in use${pid ? ` by process ${pid}${since ? `, since ${since}` : ''}` : ''}. Stop that one first, or start beside it with a folder and a port of its own: PLAUDIT_DATA=./data2 PORT=3001 ./plaudit start`,
  },
  'installation.machine-unsupported': {
    title: 'No embedded database for this machine',
    detail: ({ machine }) =>
      `The embedded PostgreSQL exists for Linux on x64 and arm64, and is not installed for ${machine}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
  },
  'installation.user-without-name': {
    title: 'This user has no name',
    detail: ({ uid }) =>
      `The database looks up the name of the user it runs as, and user number ${uid} has none on this machine. Start as a user with an entry in /etc/passwd, or as root.`,
  },
  'installation.password-file-missing': {
    title: 'The database password is gone',
    detail: ({ file }) =>
      `${file} was made together with the database and cannot be made again. Bring it back from a backup of the data folder; the database itself is whole.`,
  },
  'installation.database-failed': {
    title: 'The database does not start',
    detail: ({ doing, output }) => `${doing} ended with:\n${output}\nThe whole log is postgres/server.log in the data folder.`,
  },
  'installation.database-needed': {
    title: 'This process does not know its database',
    detail: ({ role }) =>
      `Set PLAUDIT_${role}_DATABASE_URL, or DATABASE_URL and PLAUDIT_SECRET. Or start everything together with a database of its own: ./plaudit start`,
  },
  'installation.none-here': {
    title: 'There is no installation here',
    detail: ({ folder }) =>
      `${folder} holds none. If yours lies elsewhere, say so as at its start: PLAUDIT_DATA=FOLDER ./plaudit …, or DATABASE_URL. Otherwise start one: ./plaudit start`,
  },
  'installation.database-unreachable': {
    title: 'The database cannot be reached',
    detail: ({ at, reason }) =>
      `${at} did not answer: ${reason}. Is the server running, and are the address and the password in DATABASE_URL right?`,
  },
  'installation.database-too-old': {
    title: 'The database is too old',
    detail: ({ version }) => `DATABASE_URL leads to PostgreSQL ${version}; 15 is the oldest that will do.`,
  },
  'installation.secret-needed': {
    title: 'The installation secret is missing',
    detail: ({ folder }) =>
      `Every process of an installation needs the same one, and there is none in ${folder}. Set PLAUDIT_DATA to the folder ./plaudit start made it in, or PLAUDIT_SECRET to the content of its file "secret".`,
  },
  'installation.role-unfit': {
    title: 'The database role may too much',
    detail: ({ faults }) =>
      `The role this process connects as ${faults}. It would not be held to its own rules, so it does not start. Run ./plaudit migrate with the owner's DATABASE_URL: it makes the right roles.`,
  },
  'installation.build-failed': {
    title: 'The pages could not be built',
    detail: ({ output }) => `The build ended with:\n${output}`,
  },
  'installation.demo-failed': {
    title: 'The demo could not be loaded',
    detail: () => 'What stood in the way is above. It is tried again at the next start; PLAUDIT_DEMO=off starts without it.',
  },
  'installation.restore-unfinished': {
    title: 'A restore has not ended',
    detail: ({ file }) =>
      `This database is being restored from ${file}. Until that has ended, people erased since could be in it, so nothing starts. Run the same ./plaudit restore again: it goes on where it was.`,
  },
  'installation.providers-unfit': {
    title: 'The list of sign-in providers is not right',
    detail: ({ file, faults }) => `${file}: ${faults}. Mend it and start again; docs/how-to/sign-in-with-your-organisation.md shows one.`,
  },
  'installation.process-does-not-start': {
    title: 'A process does not start',
    detail: ({ name, times, ended }) => `The ${name} process ended ${times} times before it was ready (${ended}). What it said is above.`,
  },
};
