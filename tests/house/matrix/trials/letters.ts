/** Trials of letters of referees. */
import type { EntryId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { askForLetter, declineLetter, remindReferee, withdrawLetterRequest, writeLetter } from '#slices/entries/index.ts';
import { askReferee } from '#tests/support/entering/letters.ts';
import { shareEntry } from '#tests/support/entering/sharing.ts';
import { aDraft, dates } from '#tests/support/season.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { whileOpen } = dates;
const daysLater = new Date(whileOpen.getTime() + 2 * 86_400_000);

async function sharedDraft(stage: Stage): Promise<EntryId> {
  const { owner, writer } = stage.people;
  const { entry } = await aDraft(stage, { owner });
  await shareEntry(stage, { entry, owner, rights: 'submit' }, writer);
  return entry;
}

/** A letter that was asked for and waits, of an entry somebody shares. */
async function asked(stage: Stage) {
  const entry = await sharedDraft(stage);
  const email = `${ids.random()}@referees.example`;
  return { entry, ...(await askReferee(stage, { entry, owner: stage.people.owner }, email)) };
}

export const letterTrials: readonly Trial[] = [
  trial(askForLetter, whileOpen, async (stage) => ({
    entry: await sharedDraft(stage),
    email: `${ids.random()}@referees.example`,
    name: 'Ruth Abara',
    relation: 'Led the shelter during the flood',
    confidential: true,
    token: newToken(),
  })),
  trial(remindReferee, daysLater, async (stage) => {
    const { entry, request } = await asked(stage);
    return { entry, request, token: newToken() };
  }),
  trial(withdrawLetterRequest, whileOpen, async (stage) => {
    const { entry, request } = await asked(stage);
    return { entry, request };
  }),
  trial(writeLetter, whileOpen, async (stage) => ({ token: (await asked(stage)).token, text: 'I was there.', version: 0 })),
  trial(declineLetter, whileOpen, async (stage) => ({ token: (await asked(stage)).token, words: 'I was not there.' })),
];
