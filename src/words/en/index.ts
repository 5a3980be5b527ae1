import { commandLine } from './command-line.ts';
import { dates } from './dates.ts';
import { doctor } from './doctor.ts';
import { entries } from './entries.ts';
import { installation } from './installation.ts';
import { messages } from './messages.ts';
import { people } from './people.ts';
import { problems } from './problems/index.ts';
import { programmes } from './programmes.ts';
import { record } from './record.ts';
import { results } from './results.ts';
import { screening } from './screening.ts';
import { shell } from './shell.ts';
import { system } from './system.ts';
import { tally } from './tally.ts';

export const en = {
  commandLine,
  dates,
  doctor,
  entries,
  installation,
  messages,
  people,
  problems,
  programmes,
  record,
  results,
  screening,
  shell,
  system,
  tally,
};
