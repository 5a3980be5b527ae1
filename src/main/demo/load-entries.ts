/** The demo's entries: written, submitted and screened, each at its own instant. */
import { addFile, saveDraft, startEntry, submitEntry, takeUpload } from '#slices/entries/index.ts';
import { acceptEntry, returnEntry } from '#slices/screening/index.ts';
import { manager, screener } from '../../../db/demo/people.ts';
import type { DemoEntry } from '../../../db/demo/shape.ts';
import { attachment } from './attachment.ts';
import { spread } from './calendar.ts';
import type { LoadedEdition } from './load-edition.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

const hour = 3_600_000;

async function loadEntry(world: World, people: People, edition: LoadedEdition, written: DemoEntry, submittedAt: Date): Promise<void> {
  const { owner, category, title, nominee, nomineeKind, body, state, file } = written;
  const name = `${edition.season.name}:entry:${category}:${title}`;
  const as = (step: string, after: number, who = owner) => {
    return world.as(people(who), `${name}:${step}`, new Date(submittedAt.getTime() + after * hour));
  };
  const { entry } = await startEntry(as('start', -52), { category: edition.categories.get(category) ?? '' });
  const { byForm } = edition;
  const text = {
    entry,
    version: 1,
    title,
    nominee,
    ...(nomineeKind && { nomineeKind }),
    ...(byForm ? { answers: { [byForm.story]: body, ...written.answers } } : { body }),
  };
  if (file) {
    const ctx = as('file', -2);
    await addFile(ctx, { entry, ...(byForm && { field: byForm.file }), ...(await takeUpload(ctx, entry, attachment(file))) });
  }
  if (state === 'draft') {
    await saveDraft(as('save', -1), text);
    return;
  }
  await submitEntry(as('submit', 0), text);
  if (state === 'accepted') await acceptEntry(as('accept', 30, manager.email), { entry });
  if (state === 'returned')
    await returnEntry(as('return', 20, screener.email), { entry, reason: written.returned ?? '', about: [...(written.about ?? [])] });
}

/** In the order they are written down, spread over the weeks from `from` to `to`, which is when the last decision has been made. */
export async function loadEntries(
  world: World,
  people: People,
  edition: LoadedEdition,
  work: { readonly entries: readonly DemoEntry[]; readonly from: Date; readonly to: Date },
): Promise<void> {
  for (const [i, entry] of work.entries.entries()) {
    await loadEntry(world, people, edition, entry, spread(work.from, work.to, i, work.entries.length));
  }
}
