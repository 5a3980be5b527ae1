/** From the table of routes to addresses that can be asked for. */
import type { Places } from './fair.ts';

/** The route's own word for what a token opens is the part before it. */
const tokens: Readonly<
  Record<string, 'address' | 'invitation' | 'letter' | 'link' | 'mailOff' | 'merge' | 'ownNomination' | 'setUp' | 'sharing'>
> = {
  address: 'address',
  invitations: 'invitation',
  link: 'link',
  'mail-off': 'mailOff',
  merge: 'merge',
  nominee: 'ownNomination',
  'set-up': 'setUp',
  sharing: 'sharing',
  letters: 'letter',
};

/** The address of a route that is about these things. @throws when it has a part that nothing here names */
export function addressOf(pattern: string, places: Places): string {
  const parts = pattern.split('/');
  return parts
    .map((part, i) => {
      if (!part.startsWith(':')) return part;
      // Any refusal there is will do.
      if (part === ':code') return 'entries.file-too-large';
      const name = part === ':token' ? tokens[parts[i - 1] ?? ''] : part.slice(1);
      const place = Object.entries(places).find(([key]) => key === name)?.[1];
      if (place === undefined) throw new Error(`${pattern}: nothing is known that ${part} could be`);
      return place;
    })
    .join('/');
}
