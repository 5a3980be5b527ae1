/** Trials of who writes an entry. */
import { type EntryId, ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import {
  acceptWriterInvitation,
  changeWriter,
  checkLinks,
  endItem,
  importEntries,
  inviteWriter,
  keepItemHere,
  leaveEntry,
  mailThread,
  noteItem,
  noteLinks,
  offerOwnership,
  readThread,
  removeWriter,
  settleThread,
  undoImport,
  withdrawWriterInvitation,
  writeToEntrant,
  writeToOrganiser,
} from '#slices/entries/index.ts';
import { inviteTo, shareEntry } from '#tests/support/entering/sharing.ts';
import { aDraft, aPerson, aSubmission, dates } from '#tests/support/season.ts';
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

/** An entry of the chapter that was sent in and is offered to somebody. */
async function openOffer(stage: Stage) {
  const { entry } = await aSubmission(stage, { owner: stage.people.owner });
  const offered = { entry, email: 'ruth@new.example', name: 'Ruth Abara', token: newToken() };
  return { entry, ...(await offerOwnership(stage.as(stage.people.owner, { clock: whileOpen }), offered)) };
}

/** An entry of the chapter about which its owner asked something, and whoever shares it was answered. */
async function asked(stage: Stage, answered = false): Promise<EntryId> {
  const { owner, writer } = stage.people;
  const { entry } = await aSubmission(stage, { owner });
  await shareEntry(stage, { entry, owner, rights: 'submit' }, writer);
  await writeToOrganiser(stage.as(owner, { clock: whileOpen }), { entry, text: 'May we name a branch?', seen: 0 });
  if (answered) await writeToEntrant(stage.as(stage.manager, { clock: whileOpen }), { entry, text: 'You may.', seen: 1 });
  return entry;
}

/** Something came by post for an entry of the chapter. */
async function received(stage: Stage): Promise<string> {
  const { entry } = await aSubmission(stage, { owner: stage.people.owner });
  const { item } = await noteItem(stage.as(stage.manager, { clock: whileOpen }), { entry, what: 'A printed portfolio' });
  return item;
}

async function sentBack(stage: Stage): Promise<string> {
  const item = await received(stage);
  await endItem(stage.as(stage.manager, { clock: whileOpen }), { item, outcome: 'sent-back' });
  return item;
}

/** Asked twice within the hour of the mail. */
async function toBeMailed(stage: Stage): Promise<EntryId> {
  const entry = await asked(stage);
  await writeToOrganiser(stage.as(stage.people.owner, { clock: whileOpen }), { entry, text: 'And a person?', seen: 0 });
  return entry;
}

const paper = (stage: Stage) => ({
  category: stage.categories[0],
  as: 'sent-in' as const,
  file: 'paper.csv',
  because: '',
  mails: false,
  rows: [
    {
      row: 2,
      email: 'ottilie@paper.example',
      name: 'Ottilie',
      title: 'By post',
      nominee: 'Wick',
      body: ids.random(),
      chapter: stage.chapter,
      controls: {},
    },
  ],
});

const hoursLater = new Date(whileOpen.getTime() + 2 * 3_600_000);

export const writerTrials: readonly Trial[] = [
  trial(inviteWriter, whileOpen, async (stage) => ({
    entry: await sharedDraft(stage),
    email: 'ruth@new.example',
    name: 'Ruth Abara',
    rights: 'edit' as const,
    token: newToken(),
  })),
  trial(withdrawWriterInvitation, whileOpen, openOffer),
  trial(checkLinks, whileOpen, async (stage) => ({ entry: (await aSubmission(stage, { owner: stage.people.owner })).entry })),
  trial(noteLinks, whileOpen, async (stage) => ({ entry: (await aSubmission(stage)).entry, found: [] }), { role: 'jobs' }),
  trial(importEntries, whileOpen, (stage) => Promise.resolve(paper(stage))),
  trial(undoImport, whileOpen, async (stage) => ({
    import: (await importEntries(stage.as(stage.manager, { clock: whileOpen }), paper(stage))).import,
  })),
  trial(offerOwnership, whileOpen, async (stage) => ({
    entry: (await aSubmission(stage, { owner: stage.people.owner })).entry,
    email: 'ruth@new.example',
    name: 'Ruth Abara',
    token: newToken(),
  })),
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
  trial(writeToOrganiser, whileOpen, async (stage) => ({ entry: await asked(stage), text: 'And a person?', seen: 1 })),
  trial(writeToEntrant, whileOpen, async (stage) => ({ entry: await asked(stage), text: 'You may.', seen: 1 })),
  trial(readThread, whileOpen, async (stage) => ({ entry: await asked(stage, true), seen: 2 })),
  trial(settleThread, whileOpen, async (stage) => ({ entry: await asked(stage), seen: 1 })),
  trial(noteItem, whileOpen, async (stage) => ({ entry: await asked(stage), what: 'A printed portfolio' })),
  trial(endItem, whileOpen, async (stage) => ({ item: await received(stage), outcome: 'sent-back' as const })),
  trial(keepItemHere, whileOpen, async (stage) => ({ item: await sentBack(stage) })),
  trial(mailThread, hoursLater, async (stage) => ({ entry: await toBeMailed(stage), side: 'organiser' as const }), { role: 'jobs' }),
  trial(leaveEntry, whileOpen, async (stage) => ({ entry: await sharedDraft(stage) })),
];
