/** What is done to the parts of an edition, and to the lock of a published one. */
import {
  applyFormCopy,
  changeFormCopy,
  changePart,
  copyEdition,
  createEditionFrom,
  discardFormCopy,
  editionById,
  editionDocumentOf,
  lockConfiguration,
  publishEdition,
  replaceConfiguration,
  startDryRun,
  stopDryRun,
  unlockConfiguration,
} from '#slices/programmes/index.ts';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { aDraft, anEdition, dates } from '#tests/support/season.ts';
import { someFigures } from '#tests/support/tally/dry-run.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const panel = { seats: 1, minimumPanel: 1 } as const;
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

const asked = (label: string) => formOf(asks('short-text', 'name', { label }));
const copied = JSON.parse(JSON.stringify(asked('Said anew')));

/** A form with a draft that answers it, in an edition that is open to changes. */
async function answered(stage: Stage) {
  const season = await anEdition(stage, { published: false });
  await enterByForm(season, asked('Said once'));
  const ctx = season.as(season.manager, { clock: before });
  await publishEdition(ctx, { edition: season.edition });
  await aDraft(season);
  return { season, ctx, place: { edition: season.edition, form: 'entry' } };
}

async function copy(stage: Stage) {
  const { ctx, place } = await answered(stage);
  await changeFormCopy(ctx, { ...place, version: 0, body: copied });
  return { ctx, place };
}

/** What the edition is made of, with other words in it. */
async function document(stage: Stage, published: boolean) {
  const ctx = stage.as(stage.manager, { clock: before });
  const found = await editionById(ctx, (await edition(stage, published)).edition);
  if (found === undefined) throw new Error('no edition');
  const made = JSON.parse(JSON.stringify(await editionDocumentOf(ctx, found))) as Record<string, never>;
  return { edition: found.id, version: found.version, document: { ...made, texts: { strapline: 'Said anew' } } };
}

export const editionTrials: readonly Trial[] = [
  trial(changePart, before, async (stage) => ({
    ...(await edition(stage, false)),
    part: 'texts' as const,
    body: { strapline: 'Said anew' },
  })),
  trial(changeFormCopy, before, async (stage) => ({ ...(await answered(stage)).place, version: 0, body: copied })),
  trial(discardFormCopy, before, async (stage) => ({ ...(await copy(stage)).place, version: 1 })),
  trial(applyFormCopy, before, async (stage) => {
    const { ctx, place } = await copy(stage);
    const found = await editionById(ctx, place.edition);
    await unlockConfiguration(ctx, { edition: place.edition, version: found?.version ?? 0, because });
    return { ...place, version: (found?.version ?? 0) + 1, copy: 1 };
  }),
  trial(unlockConfiguration, before, async (stage) => ({ ...(await edition(stage, true)), because })),
  trial(lockConfiguration, before, unlocked),
  trial(copyEdition, before, async (stage) => ({ from: (await edition(stage, true)).edition, name: '2031', years: 1 })),
  trial(createEditionFrom, before, async (stage) => {
    const { document: made } = await document(stage, true);
    return { programme: stage.programme, name: '2032', document: made };
  }),
  trial(startDryRun, before, async (stage) => ({ edition: (await anEdition(stage, panel)).edition, ...someFigures })),
  trial(stopDryRun, before, async (stage) => {
    const made = await anEdition(stage, panel);
    return startDryRun(stage.as(stage.manager, { clock: before }), { edition: made.edition, ...someFigures });
  }),
  trial(replaceConfiguration, before, (stage) => document(stage, false)),
];
