/** What `./plaudit --help` and the commands without a subject of their own say. */
type Codes = Readonly<Record<'done' | 'refused' | 'usage' | 'unreachable' | 'bug', number>>;

const exits: Readonly<Record<keyof Codes, string>> = {
  done: 'done, all is well',
  refused: 'refused, or something was found wrong; the reason is printed',
  usage: 'the command line or a setting was not understood',
  unreachable: 'something it needs cannot be reached: a database, a port, the package registry',
  bug: 'a fault in Plaudit itself; please report what was printed',
};

export const commandLine = {
  exits,
  plaudit: 'Awards software whose results can be proved. With no command line at all: npm start.',
  version: 'print the version',
  help: 'show help',
  json: 'print data as JSON',
  passedOn: 'passed on as they are',
  about: {
    start: 'run everything on this machine: database, web, jobs (npm start)',
    web: 'run a web process alone; the database is elsewhere',
    jobs: 'run a jobs process alone; the database is elsewhere',
    migrate: "bring the database's roles and shape to this version",
    doctor: 'check this installation and say what is wrong',
    prepare: 'install and build without starting, for images',
    test: 'run every test (npm test)',
    nightly: 'run what takes too long for every run, and write down what it found',
    check: 'run the checks that need no database (npm run check)',
    bench: 'measure the figures the documents tell, and write them down',
  },
  epilogue: (codes: Codes) => `
Settings come from the environment; docs/generated/configuration.md lists them. The usual ones:
  PORT=3000  PLAUDIT_DATA=./data  PLAUDIT_URL=https://awards.example.org  DATABASE_URL=postgres://…  PLAUDIT_DEMO=off

Exit codes:
${(Object.keys(exits) as (keyof Codes)[]).map((kind) => `  ${String(codes[kind]).padEnd(4)}${exits[kind]}`).join('\n')}`,
  startHelp: `
Ctrl-C (or SIGTERM) finishes what is under way and stops everything; a second one insists.
SIGHUP takes up new code: builds, migrates, and replaces the processes one by one while the port stays open.
PLAUDIT_WEBS sets the number of web processes.`,
  aloneHelp: `
Needs DATABASE_URL (or the role's own PLAUDIT_APP_DATABASE_URL / PLAUDIT_JOBS_DATABASE_URL) and PLAUDIT_SECRET.
Run ./plaudit migrate once with the owner's DATABASE_URL first. SIGTERM finishes what is under way.`,
  notUnderstood: 'Nothing was done: what the command was given is not right.',
  migrated: (count: number) => (count === 0 ? 'Nothing to migrate.' : `Migrations applied: ${count}.`),
  prepared: 'Installed and built.',
  noAnswer: (reason: string) => `Something this command needs does not answer: ${reason}`,
  bug: (stack: string) => `This is a fault in Plaudit, not in what you did. Please report it with these lines:\n${stack}`,
};
