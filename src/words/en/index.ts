import { installation } from './installation.ts';
import { people } from './people.ts';
import { problems } from './problems/index.ts';
import { shell } from './shell.ts';
import { tally } from './tally.ts';

export const en = { installation, people, problems, shell, tally };
