/** Trials of who writes an entry. */
import type { EntryId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import {
  acceptWriterInvitation,
  changeWriter,
  inviteWriter,
  leaveEntry,
  removeWriter,
  withdrawWriterInvitation,
} from '#slices/entries/index.ts';
import { inviteTo, shareEntry } from '#tests/support/entering/sharing.ts';
import { aDraft, aPerson, dates } from '#tests/support/season.ts';
import type { Actor } from '../actors.ts';
import { addressOf, type Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { whileOpen } = dates;

async function sharedDraft(stage: Stage): Promise<EntryId> {
  const { owner, writer } = stage.people;
  const { entry } = await aDraft(stage, { owner });
  await shareEntry(stage, { entry, owner, rights: 'submit' }, writer);
  return entry;
}

/** Somebody else's entry, to which the actor is invited; a visitor is proved by the mail. */
async function invitation(stage: Stage, actor: Actor): Promise<string> {
  const { entry, owner } = await aDraft(stage);
  return inviteTo(stage, { entry, owner, rights: 'edit' }, await addressOf(stage, actor));
}

async function openInvitation(stage: Stage) {
  const entry = await sharedDraft(stage);
  const invited = { entry, email: 'ruth@new.example', name: 'Ruth Abara', rights: 'view' as const, token: newToken() };
  return { entry, ...(await inviteWriter(stage.as(stage.people.owner, { clock: whileOpen }), invited)) };
}

export const writerTrials: readonly Trial[] = [
  trial(inviteWriter, whileOpen, async (stage) => ({
    entry: await sharedDraft(stage),
    email: 'ruth@new.example',
    name: 'Ruth Abara',
    rights: 'edit' as const,
    token: newToken(),
  })),
  trial(withdrawWriterInvitation, whileOpen, openInvitation),
  trial(acceptWriterInvitation, whileOpen, async (stage, actor) => ({
    token: await invitation(stage, actor),
    name: 'Ruth Abara',
    session: newToken(),
  })),
  trial(changeWriter, whileOpen, async (stage) => ({
    entry: await sharedDraft(stage),
    person: stage.people.writer,
    rights: 'view' as const,
  })),
  trial(removeWriter, whileOpen, async (stage) => {
    const { entry, owner } = { entry: await sharedDraft(stage), owner: stage.people.owner };
    const person = await aPerson(stage, 'Tove Lindqvist');
    await shareEntry(stage, { entry, owner, rights: 'view' }, person);
    return { entry, person };
  }),
  trial(leaveEntry, whileOpen, async (stage) => ({ entry: await sharedDraft(stage) })),
];
