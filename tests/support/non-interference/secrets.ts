/** Every secret of every slice; a slice that has none says why. A test compares this list with the folder of slices. */
import type { Secret } from './secret.ts';
import { entrySecrets, programmeSecrets, resultSecrets, screeningSecrets } from './secrets/award.ts';
import { callSecrets } from './secrets/call.ts';
import { judgingSecrets } from './secrets/judging.ts';
import { nominationSecrets } from './secrets/nominations.ts';
import { companySecrets, peopleSecrets } from './secrets/people.ts';
import { fileSecrets, integrationSecrets, listSecrets, messageSecrets, privacySecrets } from './secrets/services.ts';

export const secretsOf: Readonly<Record<string, readonly Secret[] | { readonly none: string }>> = {
  system: { none: 'its pages open to administrators alone, who may know all of it' },
  people: peopleSecrets,
  messages: messageSecrets,
  programmes: [...programmeSecrets, ...callSecrets],
  companies: companySecrets,
  entries: entrySecrets,
  nominations: nominationSecrets,
  lists: listSecrets,
  files: fileSecrets,
  integrations: integrationSecrets,
  privacy: privacySecrets,
  screening: screeningSecrets,
  judging: judgingSecrets,
  results: resultSecrets,
};

export const secrets: readonly Secret[] = Object.values(secretsOf).flatMap((of) => ('none' in of ? [] : of));
