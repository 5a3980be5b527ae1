/** Every kind of operation the storm knows, and those it leaves out with the reason why. */
import type { Kind } from './kind.ts';
import { companies } from './kinds/companies.ts';
import { entries } from './kinds/entries.ts';
import { identity, withDevice } from './kinds/identity.ts';
import { judging } from './kinds/judging.ts';
import { people } from './kinds/people.ts';
import { programmes } from './kinds/programmes.ts';
import { results } from './kinds/results.ts';
import { system } from './kinds/system.ts';

export const kinds: readonly Kind[] = [...people, ...identity, ...system, ...programmes, ...companies, ...entries, ...judging, ...results];

/** Operations a door reaches and no client of the storm does. Those only the system may do need no reason. */
export const leftOut: Readonly<Record<string, string>> = {
  ...withDevice,
  'messages.release-held': 'nothing is held in a storm: only a restore holds mail',
  'messages.discard-held': 'nothing is held in a storm: only a restore holds mail',
};
