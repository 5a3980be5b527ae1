/** The one table of commands: what help shows, and where each is found. A module is loaded when its command is given. */
import type { Command } from 'commander';
import { wordsFor } from '#words/index.ts';

export type CommandModule = { readonly register: (program: Command) => void };
type Line = { readonly name: string; readonly about: string; readonly load: () => Promise<CommandModule> };

const { assign, backup, commandLine, eligibility, messages, pastWinners, people, programmes, record, recount, tally } = wordsFor('en');
const { about } = commandLine;

export const commands: readonly Line[] = [
  { name: 'start', about: about.start, load: () => import('./start.ts') },
  { name: 'web', about: about.web, load: () => import('./web.ts') },
  { name: 'jobs', about: about.jobs, load: () => import('./jobs.ts') },
  { name: 'migrate', about: about.migrate, load: () => import('./migrate.ts') },
  { name: 'doctor', about: about.doctor, load: () => import('./doctor.ts') },
  { name: 'backup', about: backup.about, load: () => import('./backup.ts') },
  { name: 'restore', about: backup.restoreAbout, load: () => import('./restore.ts') },
  { name: 'prepare', about: about.prepare, load: () => import('./prepare.ts') },
  { name: 'programme', about: programmes.cli.about, load: () => import('./programme.ts') },
  { name: 'winners', about: pastWinners.cli.about, load: () => import('./winners/lists.ts') },
  { name: 'assign', about: assign.about, load: () => import('./assign.ts') },
  { name: 'tally', about: tally.about, load: () => import('./tally.ts') },
  { name: 'rules', about: eligibility.cli.about, load: () => import('./rules/explain.ts') },
  { name: 'recount', about: recount.about, load: () => import('./recount.ts') },
  { name: 'record', about: record.about, load: () => import('./record.ts') },
  { name: 'mail', about: messages.cli.about, load: () => import('./mail.ts') },
  { name: 'person', about: people.cli.about, load: () => import('./person.ts') },
  { name: 'test', about: about.test, load: () => import('./develop/test.ts') },
  { name: 'nightly', about: about.nightly, load: () => import('./develop/nightly.ts') },
  { name: 'check', about: about.check, load: () => import('./develop/check.ts') },
  { name: 'bench', about: about.bench, load: () => import('./develop/bench.ts') },
];
