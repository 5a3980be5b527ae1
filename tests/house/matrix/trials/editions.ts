/** What is done to the parts of an edition, and to the lock of a published one. */
import { changePart, editionById, lockConfiguration, unlockConfiguration } from '#slices/programmes/index.ts';
import { anEdition, dates } from '#tests/support/season.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const because = 'A category was forgotten.';

async function edition(stage: Stage, published: boolean) {
  const made = await anEdition(stage, { published });
  const found = await editionById(stage.as(stage.manager, { clock: before }), made.edition);
  return { edition: made.edition, version: found?.version ?? 0 };
}

async function unlocked(stage: Stage) {
  const { edition: id, version } = await edition(stage, true);
  await unlockConfiguration(stage.as(stage.manager, { clock: before }), { edition: id, version, because });
  return { edition: id, version: version + 1 };
}

export const editionTrials: readonly Trial[] = [
  trial(changePart, before, async (stage) => ({
    ...(await edition(stage, false)),
    part: 'texts' as const,
    body: { strapline: 'Said anew' },
  })),
  trial(unlockConfiguration, before, async (stage) => ({ ...(await edition(stage, true)), because })),
  trial(lockConfiguration, before, unlocked),
];
