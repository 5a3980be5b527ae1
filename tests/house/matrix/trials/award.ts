/** What programmes, entries, screening, judging and results do. */
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import {
  addFile,
  cancelReopening,
  copyEntry,
  extendDeadline,
  graceOutage,
  moveToChapter,
  planReminders,
  redeemLateCode,
  remindWriters,
  remindWritersNow,
  removeFile,
  reopenEntry,
  reviveEntry,
  saveDraft,
  startEntry,
  submitEntry,
  takeCategory,
  takeEntry,
  takeExtensionBack,
  takeGraceBack,
  withdrawEntry,
} from '#slices/entries/index.ts';
import {
  assignJudges,
  declareInterest,
  previewAssignment,
  progressForManager,
  releaseSeat,
  remindJudges,
  reopenBallot,
  saveBallot,
  submitBallot,
} from '#slices/judging/index.ts';
import {
  acceptInvitation,
  addCategory,
  cancelPublication,
  changeCategory,
  changeCriteria,
  changeEditionAddress,
  changeEditionDates,
  changePanel,
  changePart,
  changeProgrammeAddress,
  changeProgrammeTexts,
  closeEntries,
  createEdition,
  createProgramme,
  endJudging,
  invite,
  inviteToChapter,
  programmeTexts,
  publishEdition,
  publishScheduled,
  requireFactorOfRoles,
  schedulePublication,
  withdrawChapter,
  withdrawInvitation,
  withdrawRole,
} from '#slices/programmes/index.ts';
import { computeTally, decideDivision, publishResults, recordFigures, tellWinners, withdrawAnnouncement } from '#slices/results/index.ts';
import {
  acceptEntries,
  acceptEntry,
  changeScreening,
  lookAgain,
  moveEntry,
  moveMending,
  returnEntries,
  returnEntry,
  ruleOut,
  sendVerdicts,
  takeVerdictBack,
  undoAcceptances,
  undoMove,
  undoReturn,
  undoReturns,
  undoScreening,
} from '#slices/screening/index.ts';
import { withLateCode } from '#tests/support/entering/late-code.ts';
import { shareEntry } from '#tests/support/entering/sharing.ts';
import { assignAll, marksOf } from '#tests/support/panel.ts';
import {
  aChapterManager,
  aDraft,
  aMember,
  anAcceptedEntry,
  anEdition,
  aSubmission,
  dates,
  emailOf,
  weights,
} from '#tests/support/season.ts';
import type { Actor } from '../actors.ts';
import { acceptedEntry, addressOf, ballot, countedEdition, judgedEdition, publishedEdition, type Stage, seat, slugNow } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before, whileOpen, whileJudging, afterJudging } = dates;
const ceremony = '2026-06-01T19:00:00Z';
const timeline = {
  entriesOpenAt: dates.entriesOpenAt.toISOString(),
  entriesCloseAt: dates.entriesCloseAt.toISOString(),
  judgingCloseAt: dates.judgingCloseAt.toISOString(),
};
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };
const file = { name: 'letter.pdf', mediaType: 'application/pdf', bytes: 9, sha256: '0'.repeat(64) };

const draftEdition = async (stage: Stage) => (await anEdition(stage, { published: false })).edition;
const publishAt = dates.entriesOpenAt.toISOString();
async function scheduledEdition(stage: Stage): Promise<EditionId> {
  const edition = await draftEdition(stage);
  await schedulePublication(stage.as(stage.manager, { clock: before }), { edition, publishAt });
  return edition;
}
async function shared(stage: Stage, { entry, owner }: { readonly entry: EntryId; readonly owner: PersonId }): Promise<EntryId> {
  await shareEntry(stage, { entry, owner, rights: 'submit' }, stage.people.writer);
  return entry;
}
const draft = async (stage: Stage) => shared(stage, await aDraft(stage, { owner: stage.people.owner }));
const submission = async (stage: Stage) => shared(stage, await aSubmission(stage, { owner: stage.people.owner }));
async function withdrawn(stage: Stage): Promise<EntryId> {
  const entry = await submission(stage);
  await withdrawEntry(stage.as(stage.people.owner, { clock: whileOpen }), { entry });
  return entry;
}

const reopened = { reason: 'A figure had slipped.', until: '2026-04-20T09:00:00Z' };
async function openAgain(stage: Stage): Promise<EntryId> {
  const entry = await submission(stage);
  await reopenEntry(stage.as(stage.manager, { clock: whileJudging }), { entry, ...reopened });
  return entry;
}

const weekBefore = new Date('2026-03-25T18:00:00Z');

/** Where a reminder is due that nobody has sent. */
async function reminded(stage: Stage): Promise<EditionId> {
  const season = await anEdition(stage);
  await aDraft(season, { owner: stage.people.owner });
  await planReminders(season.as(stage.manager, { clock: whileOpen }), { edition: season.edition, days: [7], version: 0 });
  return season.edition;
}

/** How many have something open there. */
async function openNow(stage: Stage): Promise<{ edition: EditionId; count: number }> {
  const season = await anEdition(stage);
  await aDraft(season, { owner: stage.people.owner });
  return { edition: season.edition, count: 1 };
}

/** Somebody in an edition of its own who may be given more time. */
async function moreTime(stage: Stage) {
  const season = await anEdition(stage);
  const { owner } = await aDraft(season, { owner: stage.people.owner });
  return {
    edition: season.edition,
    email: await emailOf(stage, owner),
    until: '2026-04-20T09:00:00Z',
    reason: 'Their office was flooded.',
  };
}

async function extended(stage: Stage): Promise<{ extension: string }> {
  const given = await moreTime(stage);
  await extendDeadline(stage.as(stage.manager, { clock: whileJudging }), given);
  const { rows } = await stage.database.owner.pool.query<{ id: string }>(
    'select id from plaudit.deadline_extensions where edition_id = $1',
    [given.edition],
  );
  return { extension: rows[0]?.id ?? '' };
}

async function outage(stage: Stage) {
  const { edition } = await moreTime(stage);
  const [from, to] = ['2026-03-10T08:00:00Z', '2026-03-10T10:00:00Z'];
  return { edition, from, to, until: '2026-04-20T09:00:00Z', reason: 'Our pages did not answer.', count: 1 };
}

const why = 'It was sent in twice';
const mendBy = '2026-04-08T16:00:00Z';

async function sentBack(stage: Stage): Promise<EntryId> {
  const entry = await submission(stage);
  await returnEntry(stage.as(stage.manager, { clock: whileOpen }), { entry, reason: 'The evidence is missing.', until: mendBy });
  return entry;
}

const seen = { missing: [], unasked: [], restated: [] };
const toTheOther = async (stage: Stage) => ({ entry: await submission(stage), category: stage.categories[1], reason: 'A machine.', seen });

async function movedEntry(stage: Stage): Promise<EntryId> {
  const moving = await toTheOther(stage);
  await moveEntry(stage.as(stage.manager, { clock: whileOpen }), moving);
  return moving.entry;
}

/** By somebody else than all who try, so that each of them may look again. */
async function ruledOut(stage: Stage): Promise<EntryId> {
  const entry = await submission(stage);
  const other = await aMember(stage, stage.programme, 'manager', 'Ada Winterfeld');
  await ruleOut(stage.as(other, { clock: whileOpen }), { entry, version: 2, why, words: '' });
  return entry;
}

async function fileBeside(stage: Stage): Promise<string> {
  const ctx = stage.as(stage.people.owner, { clock: whileOpen });
  return (await addFile(ctx, { entry: await draft(stage), ...file })).file;
}

/** The invitation is the actor's own; a visitor is proved by it. */
async function invitation(stage: Stage, actor: Actor): Promise<string> {
  const token = newToken();
  const email = await addressOf(stage, actor);
  const { programme } = await createProgramme(stage.as(stage.administrator), { name: 'The Rookie Awards', timeZone: 'Europe/Dublin' });
  await invite(stage.as(stage.administrator), { programme, email, name: 'Ruth Abara', role: 'judge', token });
  return token;
}

async function planned(stage: Stage): Promise<string> {
  await acceptedEntry(stage);
  return (await previewAssignment(stage.as(stage.manager, { clock: whileJudging }), stage.edition)).hash;
}

/** Where judges owe ballots and nobody has reminded them. */
async function lateJudges(stage: Stage): Promise<{ edition: EditionId; count: number }> {
  const season = await anEdition(stage);
  await anAcceptedEntry(season, { owner: stage.people.owner });
  await assignAll(season);
  const { remind } = await progressForManager(season.as(stage.manager, { clock: whileJudging }), season.edition);
  return { edition: season.edition, count: remind.now };
}

let codes = 0;
const freshCode = () => {
  codes += 1;
  return `C${codes}`;
};

const programmeTrials: readonly Trial[] = [
  trial(createProgramme, before, () => ({ name: 'The Bellfounder Awards', timeZone: 'Europe/Dublin' })),
  trial(createEdition, before, ({ programme }) => ({ programme, name: '2027', ...timeline, seats: 3, minimumPanel: 2 })),
  trial(addCategory, before, ({ edition }) => ({ edition, code: freshCode(), name: 'Apprentice of the year' })),
  trial(changeProgrammeTexts, before, async (stage) => {
    const { id, version } = await programmeTexts(stage.as(stage.manager), await slugNow(stage));
    return { programme: id, version, name: 'The Handbell Awards', strapline: 'Said anew', summary: '' };
  }),
  trial(changeProgrammeAddress, before, async (stage) => {
    const { id, version } = await programmeTexts(stage.as(stage.manager), await slugNow(stage));
    return { programme: id, version, slug: `anew-${freshCode().toLowerCase()}` };
  }),
  trial(changeEditionAddress, before, async (stage) => ({ edition: await draftEdition(stage), slug: `anew-${freshCode().toLowerCase()}` })),
  trial(changeCategory, before, async (stage) => {
    const { edition, categories } = await anEdition(stage, { published: false });
    return { edition, category: categories[0], version: 2, name: 'Crew of the year', description: '' };
  }),
  trial(changePanel, before, async (stage) => ({ edition: await draftEdition(stage), version: 2, seats: 5, minimumPanel: 3 })),
  trial(changeCriteria, before, async (stage) => {
    const edition = await draftEdition(stage);
    return { edition, version: 2, criteria: [...weights], scaleMin: 1, scaleMax: 5 };
  }),
  trial(changeEditionDates, before, async (stage) => ({ edition: await draftEdition(stage), version: 2, ...timeline })),
  trial(closeEntries, whileOpen, async (stage) => ({ edition: (await anEdition(stage)).edition })),
  trial(endJudging, whileJudging, async (stage) => ({ edition: (await anEdition(stage)).edition })),
  trial(publishEdition, before, async (stage) => ({ edition: await draftEdition(stage) })),
  trial(schedulePublication, before, async (stage) => ({ edition: await draftEdition(stage), publishAt })),
  trial(cancelPublication, before, async (stage) => ({ edition: await scheduledEdition(stage) })),
  trial(publishScheduled, whileOpen, async (stage) => ({ edition: await scheduledEdition(stage) })),
  trial(requireFactorOfRoles, before, ({ programme }) => ({ programme, roles: [] })),
  trial(invite, before, ({ programme }) => {
    const token = newToken();
    return {
      programme,
      email: `${token.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}@new.example`,
      name: 'Ruth',
      role: 'judge' as const,
      token,
    };
  }),
  trial(acceptInvitation, before, async (stage, actor) => ({
    token: await invitation(stage, actor),
    name: 'Ruth Abara',
    session: newToken(),
  })),
  trial(withdrawInvitation, before, async (stage) => {
    const token = newToken();
    const email = `${token.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}@new.example`;
    const sent = { programme: stage.programme, email, name: 'Ruth Abara', role: 'judge' as const, token };
    return { programme: stage.programme, ...(await invite(stage.as(stage.manager), sent)) };
  }),
  trial(inviteToChapter, before, ({ edition }) => {
    const token = newToken();
    const email = `${token.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}@new.example`;
    return { edition, chapter: 'emea', email, name: 'Ruth', token };
  }),
  trial(withdrawChapter, before, async (stage) => {
    const person = await aChapterManager(stage, 'emea', 'Piet Vandaele');
    return { edition: stage.edition, chapter: 'emea', person };
  }),
  trial(withdrawRole, before, async (stage) => {
    const person = await aMember(stage, stage.programme, 'auditor', 'Piet Vandaele');
    return { programme: stage.programme, person, role: 'auditor' as const };
  }),
];

const entryTrials: readonly Trial[] = [
  trial(startEntry, whileOpen, ({ categories }) => ({ category: categories[0] })),
  trial(saveDraft, whileOpen, async (stage) => ({ entry: await draft(stage), version: 1, ...text })),
  trial(redeemLateCode, whileOpen, async (stage) => withLateCode(await anEdition(stage))),
  trial(addFile, whileOpen, async (stage) => ({ entry: await draft(stage), ...file })),
  trial(removeFile, whileOpen, async (stage) => ({ file: await fileBeside(stage) })),
  trial(submitEntry, whileOpen, async (stage) => ({ entry: await draft(stage), version: 1, ...text, chapter: 'emea' })),
  trial(moveToChapter, whileOpen, async (stage) => ({ entry: await submission(stage), chapter: 'americas', reason: 'Entered from Lima.' })),
  trial(copyEntry, whileOpen, async (stage) => ({ entry: await draft(stage), category: stage.categories[1] })),
  trial(withdrawEntry, whileOpen, async (stage) => ({ entry: await submission(stage) })),
  trial(reviveEntry, whileOpen, async (stage) => ({ entry: await withdrawn(stage) })),
  trial(reopenEntry, whileJudging, async (stage) => ({ entry: await submission(stage), ...reopened })),
  trial(cancelReopening, whileJudging, async (stage) => ({ entry: await openAgain(stage) })),
  trial(takeEntry, whileJudging, async (stage) => ({ entry: await submission(stage) })),
  trial(takeCategory, whileOpen, async (stage) => {
    // Where nothing of another chapter was sent in.
    await aSubmission(stage, { owner: stage.people.owner, category: 1 });
    return { category: stage.categories[1] };
  }),
  trial(extendDeadline, whileJudging, moreTime),
  trial(takeExtensionBack, whileJudging, extended),
  trial(graceOutage, whileJudging, outage),
  trial(takeGraceBack, whileJudging, async (stage) => ({
    grace: (await graceOutage(stage.as(stage.manager, { clock: whileJudging }), await outage(stage))).grace,
  })),
  trial(planReminders, whileOpen, async (stage) => ({ edition: (await anEdition(stage)).edition, days: [7, 1], version: 0 })),
  trial(remindWriters, weekBefore, async (stage) => ({ edition: await reminded(stage) })),
  trial(remindWritersNow, whileOpen, openNow),
  trial(acceptEntries, whileOpen, async (stage) => ({ edition: stage.edition, entries: [await submission(stage)] })),
  trial(undoAcceptances, whileOpen, async (stage) => ({ edition: stage.edition, entries: [await acceptedEntry(stage)] })),
  trial(acceptEntry, whileOpen, async (stage) => ({ entry: await submission(stage) })),
  trial(returnEntries, whileOpen, async (stage) => ({ edition: stage.edition, entries: [await submission(stage)], reason: 'Unread.' })),
  trial(undoReturns, whileOpen, async (stage) => ({ edition: stage.edition, entries: [await sentBack(stage)] })),
  trial(returnEntry, whileOpen, async (stage) => ({ entry: await submission(stage), reason: 'The evidence is missing.' })),
  trial(moveMending, whileOpen, async (stage) => ({ entry: await sentBack(stage), reason: 'They were ill.', until: mendBy })),
  trial(undoReturn, whileOpen, async (stage) => ({ entry: await sentBack(stage) })),
  trial(moveEntry, whileOpen, toTheOther),
  trial(undoMove, whileOpen, async (stage) => ({ entry: await movedEntry(stage) })),
  trial(undoScreening, whileOpen, async (stage) => ({ entry: await acceptedEntry(stage) })),
  trial(ruleOut, whileOpen, async (stage) => ({ entry: await submission(stage), version: 2, why, words: 'The year is another.' })),
  trial(lookAgain, whileOpen, async (stage) => ({ entry: await ruledOut(stage), agrees: 'yes' as const })),
  trial(sendVerdicts, whileOpen, async (stage) => ({ edition: stage.edition, entries: [await ruledOut(stage)] })),
  trial(takeVerdictBack, whileOpen, async (stage) => ({ entry: await ruledOut(stage) })),
  trial(changeScreening, whileOpen, async (stage) => ({ edition: stage.edition, secondLook: true, reasons: [why] })),
];

const written = (stage: Stage) => ({ version: 0, marks: marksOf(stage, [8]), comment: '' });

const judgingTrials: readonly Trial[] = [
  trial(assignJudges, whileJudging, async (stage) => ({ edition: stage.edition, plan: await planned(stage) })),
  trial(remindJudges, whileJudging, lateJudges),
  trial(releaseSeat, whileJudging, async (stage) => ({ entry: await seat(stage), judge: stage.people.judge, reason: 'Ill' })),
  trial(declareInterest, whileJudging, async (stage) => ({ entry: await seat(stage), reason: 'A colleague' })),
  trial(saveBallot, whileJudging, async (stage) => ({ entry: await seat(stage), ...written(stage) })),
  trial(submitBallot, whileJudging, async (stage) => ({ entry: await seat(stage), ...written(stage) })),
  trial(reopenBallot, whileJudging, async (stage) => ({ entry: await ballot(stage) })),
];

/** An accepted entry of an edition whose score counts votes, and how many it had. */
async function votes(stage: Stage) {
  const season = { ...stage, ...(await anEdition(stage, { published: false })) };
  const { edition, categories } = season;
  const ctx = () => stage.as(stage.manager, { clock: before });
  await changePart(ctx(), { edition, version: 2, part: 'award', body: { judges: 1, minimumPanel: 1, votes: { each: '0.001' } } });
  await publishEdition(ctx(), { edition });
  const entry = await acceptedEntry(season);
  return { edition, category: categories[0], source: 'votes', values: { [entry]: '12' }, evidence: 'The polling booth.' };
}

/** An accepted entry of a category whose divisions are ranked apart. */
async function divided(stage: Stage) {
  const season = { ...stage, ...(await anEdition(stage, { published: false })) };
  const { edition } = season;
  const ctx = () => stage.as(stage.manager, { clock: before });
  const apart = { code: 'A', name: 'Team of the year', ranked: 'apart', divisions: [{ key: 'all', name: 'Everybody' }] };
  const body = [apart, { code: 'B', name: 'Innovation of the year' }];
  await changePart(ctx(), { edition, version: 2, part: 'categories', body });
  await publishEdition(ctx(), { edition });
  return { edition, entry: await acceptedEntry(season), division: 'all', reason: 'Their accounts show it.' };
}

const resultTrials: readonly Trial[] = [
  trial(decideDivision, afterJudging, divided),
  trial(recordFigures, afterJudging, votes),
  trial(computeTally, afterJudging, async (stage) => ({ edition: await judgedEdition(stage) })),
  trial(publishResults, afterJudging, async (stage) => ({ ...(await countedEdition(stage)), announceAt: 'now' as const })),
  trial(withdrawAnnouncement, afterJudging, async (stage) => ({ edition: await publishedEdition(stage, ceremony) })),
  trial(tellWinners, afterJudging, async (stage) => ({ edition: await publishedEdition(stage, 'now') }), { role: 'jobs' }),
];

export const awardTrials: readonly Trial[] = [...programmeTrials, ...entryTrials, ...judgingTrials, ...resultTrials];
