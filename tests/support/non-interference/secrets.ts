/** Every secret of every slice; a slice that has none says why. A test compares this list with the folder of slices. */
import type { Secret } from './secret.ts';
import { entrySecrets, programmeSecrets, resultSecrets } from './secrets/award.ts';
import { judgingSecrets } from './secrets/judging.ts';
import { companySecrets, peopleSecrets } from './secrets/people.ts';

export const secretsOf: Readonly<Record<string, readonly Secret[] | { readonly none: string }>> = {
  system: { none: 'its pages open to administrators alone, who may know all of it' },
  people: peopleSecrets,
  messages: { none: 'mail is told with the secret it would give away: every secret compares the mails of both worlds' },
  programmes: programmeSecrets,
  companies: companySecrets,
  entries: entrySecrets,
  lists: { none: 'how somebody works with a list; its rows are the secrets of the slice they come from' },
  files: { none: 'what is kept is opened through what it lies beside: its secrets are the entries’' },
  integrations: { none: 'who may open its pages is asked of every page; what they show is each person’s and each programme’s own' },
  privacy: { none: 'who may open its pages is asked of every page; what they show is what the reader or an administrator asked' },
  screening: { none: 'its decisions are mailed to whom they concern at once; what it reads are the entries’ secrets' },
  judging: judgingSecrets,
  results: resultSecrets,
};

export const secrets: readonly Secret[] = Object.values(secretsOf).flatMap((of) => ('none' in of ? [] : of));
