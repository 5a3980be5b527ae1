/** Trials of what is done with an installation as a whole. */
import { ids } from '#platform/ids.ts';
import { discardHeld, releaseHeld } from '#slices/messages/index.ts';
import { noteRestore } from '#slices/system/index.ts';
import { dates } from '#tests/support/season.ts';
import { queuedMail, type Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;

/** One mail that is held, whatever was held before. */
async function heldMail(stage: Stage): Promise<{ count: number }> {
  const { outbox } = await queuedMail(stage, `${ids.random()}@new.example`);
  const { pool } = stage.database.owner;
  await pool.query("update plaudit.outbox set state = 'kept', held_for = null where organisation_id = $1 and held_for = 'restore'", [
    stage.organisation,
  ]);
  await pool.query("update plaudit.outbox set state = 'held', held_for = 'restore' where organisation_id = $1 and id = $2", [
    stage.organisation,
    outbox,
  ]);
  return { count: 1 };
}

export const operatingTrials: readonly Trial[] = [
  trial(releaseHeld, before, heldMail),
  trial(discardHeld, before, heldMail),
  trial(noteRestore, before, () => ({ backup: ids.random(), takenAt: before.toISOString() }), { role: 'jobs' }),
];
