import { installation } from './installation.ts';
import { messages } from './messages.ts';
import { people } from './people.ts';
import { problems } from './problems/index.ts';
import { shell } from './shell.ts';
import { system } from './system.ts';
import { tally } from './tally.ts';

export const en = { installation, messages, people, problems, shell, system, tally };
