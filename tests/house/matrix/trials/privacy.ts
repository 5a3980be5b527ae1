/** What people may ask about their data, what administrators do about it, and what the jobs carry out. */
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { saveDraft } from '#slices/entries/index.ts';
import { addPerson, mergeAccounts, mergePreview, requestMerge } from '#slices/people/index.ts';
import {
  askForCopy,
  askForCopyOf,
  askForErasure,
  liftHold,
  orderErasure,
  placeHold,
  runTimer,
  setTimer,
  startTimer,
  takeCopy,
  withdrawRequest,
} from '#slices/privacy/index.ts';
import { aDraft, anEdition, aPerson, dates, emailOf } from '#tests/support/season.ts';
import { expireCopies, keepCopy } from '../../../../src/slices/privacy/copies.ts';
import { settleErasure } from '../../../../src/slices/privacy/erasures.ts';
import type { Actor } from '../actors.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const reason = 'by letter of 3 May';
const year = new Date(dates.entriesCloseAt.getTime() + 366 * 86_400_000);

const ownerOf = (stage: Stage, actor: Actor): PersonId =>
  actor === 'visitor' || actor === 'system' ? stage.people.owner : stage.people[actor];

/** Whoever has asked for something before is without it again. */
async function clear(stage: Stage): Promise<void> {
  await stage.database.owner.pool.query(
    "update plaudit.privacy_requests set state = 'withdrawn', settled_at = now(), sha256 = null where organisation_id = $1 and settled_at is null",
    [stage.organisation],
  );
}

/** A copy of the owner's that an administrator asked for, made and ready. */
async function readyCopy(stage: Stage): Promise<string> {
  await clear(stage);
  const email = await emailOf(stage, stage.people.owner);
  const { request } = await askForCopyOf(stage.as(stage.administrator, { clock: before }), { email, reason });
  await keepCopy({ ...stage.asSystem({ clock: before }) }, { request, sha256: 'a'.repeat(64), bytes: 1 });
  return request;
}

async function waitingErasure(stage: Stage): Promise<string> {
  await clear(stage);
  return (await askForErasure(stage.as(stage.people.owner, { clock: before }), {})).request;
}

async function hold(stage: Stage): Promise<string> {
  const on = await emailOf(stage, await aPerson(stage));
  return (await placeHold(stage.as(stage.administrator), { on, reason })).hold;
}

/** Everything due goes with each who may, so there is always one draft more. */
async function dueDraft(stage: Stage): Promise<{ timer: string; count: number }> {
  const season = { ...stage, ...(await anEdition(stage)) };
  const { entry, owner } = await aDraft(season);
  await saveDraft(season.as(owner, { clock: dates.whileOpen }), { entry, version: 1, title: 'Never sent', nominee: '', body: '' });
  const { rows } = await stage.database.owner.pool.query<{ due: number }>(
    `select count(*)::int as due from plaudit.entries where organisation_id = $1 and state <> 'accepted' and (title <> '' or nominee <> '' or body <> '')`,
    [stage.organisation],
  );
  return { timer: 'entries.drafts', count: rows[0]?.due ?? 0 };
}

async function mergeable(stage: Stage, actor: Actor): Promise<{ token: string; secret: string; shown: string }> {
  const token = newToken();
  const ctx = stage.as(ownerOf(stage, actor), { clock: before });
  await requestMerge(ctx, { email: await emailOf(stage, await aPerson(stage)), token });
  const { shown } = await mergePreview(ctx, token);
  return { token, secret: '', shown };
}

/** Somebody else by themselves could not be erased: they alone run something, or judges are reading what they wrote. */
export const privacyTrials: readonly Trial[] = [
  trial(askForCopy, before, async (stage) => {
    await clear(stage);
    return {};
  }),
  trial(askForCopyOf, before, async (stage) => ({ email: await emailOf(stage, await aPerson(stage)), reason })),
  trial(
    keepCopy,
    before,
    async (stage) => {
      await clear(stage);
      const { request } = await askForCopy(stage.as(stage.people.owner, { clock: before }), {});
      return { request, sha256: 'b'.repeat(64), bytes: 1 };
    },
    { role: 'jobs' },
  ),
  trial(takeCopy, before, async (stage) => ({ request: await readyCopy(stage) })),
  trial(expireCopies, before, () => ({}), { role: 'jobs' }),
  trial(askForErasure, before, async (stage, actor) => {
    await clear(stage);
    // Nobody who alone runs the organisation is let go.
    if (actor === 'administrator')
      await addPerson(stage.asSystem(), { email: `${ids.random()}@admin.example`, name: 'Ada Lindqvist', administrator: true });
    return {};
  }),
  trial(orderErasure, before, async (stage) => ({ email: await emailOf(stage, await aPerson(stage)), reason })),
  trial(withdrawRequest, before, async (stage) => ({ request: await waitingErasure(stage) })),
  trial(settleErasure, before, async (stage) => ({ request: await waitingErasure(stage), refusal: 'privacy.held' }), { role: 'jobs' }),
  trial(placeHold, before, async (stage) => ({ on: await emailOf(stage, await aPerson(stage)), reason })),
  trial(liftHold, before, async (stage) => ({ hold: await hold(stage) })),
  trial(setTimer, before, () => ({ timer: 'entries.drafts', programme: '', days: 365, automatic: false })),
  trial(startTimer, year, (stage) => dueDraft(stage)),
  trial(runTimer, before, () => ({ timer: 'messages.mail' }), { role: 'jobs' }),
  trial(requestMerge, before, async (stage) => ({ email: await emailOf(stage, await aPerson(stage)), token: newToken() })),
  trial(mergeAccounts, before, mergeable),
];
