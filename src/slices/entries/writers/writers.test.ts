/** Several people write one entry, each as far as its owner lets them. */
import { expect, test } from 'vitest';
import { type Right, rights } from '#core/entries/writers.ts';
import { Problem } from '#core/problems/problem.ts';
import { configureFiles } from '#platform/files.server.ts';
import { type EntryId, ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { startUpload } from '#slices/files/index.ts';
import { previewAssignment } from '#slices/judging/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { inviteTo, shareEntry } from '#tests/support/entering/sharing.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, anAcceptedEntry, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import {
  acceptWriterInvitation,
  addFile,
  changeWriter,
  entriesOfOwner,
  entryForOwner,
  fileForReader,
  inviteWriter,
  leaveEntry,
  removeFile,
  removeWriter,
  reopenEntry,
  reviveEntry,
  saveDraft,
  submitEntry,
  takeUpload,
  withdrawEntry,
  withdrawWriterInvitation,
} from '../index.ts';
import { historyPage } from '../together/history.ts';
import { mostADay } from './inviting.ts';
import { writerInvitation, writersPage } from './views.ts';

configureFiles(temporaryFolder('writers'));
const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const at = (person: PersonId, clock = dates.whileOpen) => season.as(person, { clock });
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };
const colleague = () => aPerson(world, 'Wanda Brightwater');

type Shared = { readonly entry: EntryId; readonly owner: PersonId; readonly person: PersonId };

async function shared(right: Right): Promise<Shared> {
  const made = await aDraft(season);
  const person = await colleague();
  await shareEntry(season, { ...made, rights: right }, person);
  return { ...made, person };
}

const fileOf = (name: string) => new File(['What our policyholders wrote to us.\n'], name, { type: 'text/plain' });
const accept = (person: PersonId, token: string, clock?: Date) => acceptWriterInvitation(at(person, clock), { token, session: newToken() });

test('an invitation is mailed, kept nowhere but in the mail, and accepted exactly once however many accept it at the same moment', async () => {
  const { entry, owner } = await aDraft(season);
  const email = `${ids.random()}@new.example`;
  const token = await inviteTo(season, { entry, owner, rights: 'edit' }, email);
  const { rows } = await database.owner.pool.query('select mail, data from plaudit.outbox where recipient = $1', [email]);
  expect(rows).toMatchObject([{ mail: 'entries.writer-invited', data: { token, rights: 'edit', name: 'Wanda Brightwater', title: '' } }]);
  const kept = await database.owner.pool.query('select from plaudit.writer_invitations i where i::text like $1', [`%${token}%`]);
  expect(kept.rowCount).toBe(0);
  expect(await writerInvitation(world.asVisitor({ clock: dates.whileOpen }), token)).toMatchObject({ email, known: false, rights: 'edit' });
  const join = () =>
    acceptWriterInvitation(world.asVisitor({ clock: dates.whileOpen }), { token, name: 'Wanda Brightwater', session: newToken() });
  const outcomes = await Promise.allSettled([join(), join(), join(), join()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
  expect(await refusalCode(join())).toBe('people.invitation-used-or-expired');
  const page = await writersPage(at(owner), entry);
  expect([page.writers.map(({ email: of, rights: may }) => [of, may]), page.invitations]).toEqual([[[email, 'edit']], []]);
});

test('an invitation is for whoever it was sent to, works for thirty days, and no longer once it is withdrawn or sent again', async () => {
  const { entry, owner } = await aDraft(season);
  const [person, other] = [await colleague(), await aPerson(world, 'Tobiah Renn')];
  const sharing = { entry, owner, rights: 'view' as const };
  const email = await emailOf(world, person);
  const first = await inviteTo(season, sharing, email);
  expect(await refusalCode(accept(other, first))).toBe('people.invitation-for-another');
  const second = await inviteTo(season, sharing, email);
  expect(await refusalCode(accept(person, first))).toBe('people.invitation-used-or-expired');
  const over = new Date(dates.whileOpen.getTime() + 30 * 86_400_000);
  expect(await refusalCode(accept(person, second, over))).toBe('people.invitation-used-or-expired');
  const [open] = (await writersPage(at(owner), entry)).invitations;
  const withdraw = () => withdrawWriterInvitation(at(owner), { entry, invitation: open?.id ?? '' });
  await withdraw();
  expect(await refusalCode(withdraw())).toBe('entries.writer-invitation-not-open');
  expect(await refusalCode(accept(person, second))).toBe('people.invitation-used-or-expired');
  await accept(person, await inviteTo(season, sharing, email));
  expect(await refusalCode(inviteTo(season, sharing, email))).toBe('entries.writer-held');
  expect(await refusalCode(inviteTo(season, sharing, await emailOf(world, owner)))).toBe('entries.writer-is-owner');
});

test('not more than so many invitations leave for one entry in a day', async () => {
  const { entry, owner } = await aDraft(season);
  const sharing = { entry, owner, rights: 'view' as const };
  for (let i = 0; i < mostADay; i += 1) await inviteTo(season, sharing, `${ids.random()}@new.example`);
  expect(await refusalCode(inviteTo(season, sharing, 'one@more.example'))).toBe('entries.too-many-writers-invited');
});

/** Each act on an entry of its own, so that none stands in the way of another; what it needs, and how it is done. */
const acts: Readonly<Record<string, { readonly needs: Right | 'owner'; readonly act: (of: Shared) => Promise<unknown> }>> = {
  read: { needs: 'view', act: ({ entry, person }) => entryForOwner(at(person), entry) },
  'read its history': { needs: 'view', act: ({ entry, person }) => historyPage(at(person), entry, undefined) },
  'see who writes it': { needs: 'view', act: ({ entry, person }) => writersPage(at(person), entry) },
  save: { needs: 'edit', act: ({ entry, person }) => saveDraft(at(person), { entry, version: 1, ...text }) },
  'send a file in pieces': {
    needs: 'edit',
    act: ({ entry, person }) => startUpload(at(person), { kind: 'entry', subject: entry, name: 'talk.mp4', bytes: 100 }),
  },
  'lay a file beside it': {
    needs: 'edit',
    act: async ({ entry, person }) => addFile(at(person), { entry, ...(await takeUpload(at(person), entry, fileOf('letters.txt'))) }),
  },
  'read and take a file away': {
    needs: 'edit',
    act: async ({ entry, owner, person }) => {
      const { file } = await addFile(at(owner), { entry, ...(await takeUpload(at(owner), entry, fileOf('ours.txt'))) });
      await fileForReader(at(person), file);
      return removeFile(at(person), { file });
    },
  },
  submit: { needs: 'submit', act: ({ entry, person }) => submitEntry(at(person), { entry, version: 1, ...text }) },
  'withdraw and bring back': {
    needs: 'submit',
    act: async ({ entry, owner, person }) => {
      await submitEntry(at(owner), { entry, version: 1, ...text });
      await withdrawEntry(at(person), { entry });
      return reviveEntry(at(person), { entry });
    },
  },
  invite: {
    needs: 'owner',
    act: ({ entry, person }) =>
      inviteWriter(at(person), { entry, email: 'ruth@new.example', name: 'Ruth', rights: 'view', token: newToken() }),
  },
  'change rights': { needs: 'owner', act: ({ entry, person }) => changeWriter(at(person), { entry, person, rights: 'submit' }) },
  remove: { needs: 'owner', act: ({ entry, person }) => removeWriter(at(person), { entry, person }) },
};

const answerOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

test.each(Object.entries(acts))('whoever it is shared with may %s as far as their right goes', async (_name, { needs, act }) => {
  const answers = [];
  for (const has of rights) answers.push(await answerOf(act(await shared(has))));
  const strange = await shared('submit');
  answers.push(await refusalCode(act({ ...strange, person: await aPerson(world, 'Tobiah Renn') })));
  const allowed = rights.map((has) => needs !== 'owner' && rights.indexOf(has) >= rights.indexOf(needs));
  const short = needs === 'owner' ? 'general.not-found' : 'entries.right-missing';
  expect(answers).toEqual([...allowed.map((may) => (may ? 'done' : short)), 'general.not-found']);
});

test('what is taken away is gone with the next request: whoever was removed saves, sends, reads and submits nothing more', async () => {
  const { entry, owner, person } = await shared('submit');
  const started = await startUpload(at(person), { kind: 'entry', subject: entry, name: 'talk.mp4', bytes: 100 });
  await saveDraft(at(person), { entry, version: 1, ...text });
  const remove = () => removeWriter(at(owner), { entry, person });
  const outcomes = await Promise.allSettled([remove(), remove()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const later = [
    () => saveDraft(at(person), { entry, version: 2, ...text, title: 'Once more' }),
    () => takeUpload(at(person), entry, fileOf('late.txt')),
    () =>
      addFile(at(person), {
        entry,
        upload: started.upload,
        name: 'talk.mp4',
        mediaType: 'video/mp4',
        bytes: 100,
        sha256: '1'.repeat(64),
      }),
    () => submitEntry(at(person), { entry, version: 2, ...text }),
    () => historyPage(at(person), entry, undefined),
    () => entryForOwner(at(person), entry),
  ];
  for (const one of later) expect(await refusalCode(one())).toBe('general.not-found');
  expect(await entryForOwner(at(owner), entry)).toMatchObject({ ...text, version: 2, state: 'draft' });
  expect((await historyPage(at(owner), entry, undefined)).lines.map(({ by }) => by)).toEqual(['Wanda Brightwater']);
});

test('a save and a removal at the same moment: the save counts whole before it, or not at all', async () => {
  const { entry, owner, person } = await shared('edit');
  const [saved] = await Promise.allSettled([
    saveDraft(at(person), { entry, version: 1, ...text }),
    removeWriter(at(owner), { entry, person }),
  ]);
  expect((await entryForOwner(at(owner), entry)).version).toBe(saved.status === 'fulfilled' ? 2 : 1);
});

test('rights are changed with the next request, and whoever leaves is not led back', async () => {
  const { entry, owner, person } = await shared('view');
  const save = () => saveDraft(at(person), { entry, version: 1, ...text });
  expect(await refusalCode(save())).toBe('entries.right-missing');
  await changeWriter(at(owner), { entry, person, rights: 'edit' });
  await save();
  await leaveEntry(at(person), { entry });
  expect(await refusalCode(leaveEntry(at(person), { entry }))).toBe('general.not-found');
  expect(await refusalCode(changeWriter(at(owner), { entry, person, rights: 'view' }))).toBe('entries.no-such-writer');
});

test('entries shared with somebody stand beside their own, with whose they are and what they may do', async () => {
  const { entry, person } = await shared('edit');
  const own = await aDraft(season, { owner: person });
  const listed = (await entriesOfOwner(at(person))).map(({ id, shared: by }) => [id, by]);
  expect(new Map(listed as [string, unknown][])).toEqual(
    new Map<string, unknown>([
      [entry, { by: 'Orla Tennant', may: 'edit' }],
      [own.entry, undefined],
    ]),
  );
});

test('an address stands with its owner alone: others see who writes the entry, and not how they are written to', async () => {
  const { entry, owner, person } = await shared('submit');
  await inviteTo(season, { entry, owner, rights: 'view' }, 'ruth@new.example');
  const seen = await writersPage(at(person), entry);
  expect([seen.owner, seen.writers.map(({ email }) => email), seen.invitations]).toEqual([{ name: 'Orla Tennant', email: '' }, [''], []]);
});

test('a next version is written by those who write the entry it is of', async () => {
  const { entry, owner } = await aSubmission(season);
  const person = await colleague();
  await shareEntry(season, { entry, owner, rights: 'submit' }, person);
  await reopenEntry(season.as(season.manager, { clock: dates.whileJudging }), {
    entry,
    reason: 'A figure had slipped.',
    until: '2026-04-20T09:00:00Z',
  });
  const judging = at(person, dates.whileJudging);
  const again = (await entriesOfOwner(judging)).find(({ id }) => id === entry)?.openAgain;
  const draft = again?.draft as EntryId;
  const { version, title, nominee, body } = await entryForOwner(judging, draft);
  await saveDraft(judging, { entry: draft, version, title, nominee, body: `${body} And after.` });
  const sent = await submitEntry(judging, { entry: draft, version: version + 1, title, nominee, body: `${body} And after.` });
  expect(sent.entry).toBe(entry);
  await removeWriter(at(owner), { entry: draft, person });
  expect(await refusalCode(entryForOwner(judging, draft))).toBe('general.not-found');
});

test('nobody is seated to judge an entry they wrote', async () => {
  const own = await aSeason(world, { seats: 1, minimumPanel: 1 });
  const judges = [await aMember(world, own.programme, 'judge', 'Maren Oduya'), await aMember(world, own.programme, 'judge', 'Piet Aldous')];
  const { entry, owner } = await anAcceptedEntry(own);
  for (const judge of judges) await shareEntry(own, { entry, owner, rights: 'view' }, judge);
  const plan = await previewAssignment(own.as(own.manager, { clock: dates.whileJudging }), own.edition);
  expect([plan.added, plan.short.map(({ judges: has }) => has)]).toEqual([0, [0]]);
});
