/** Verdicts are sent one by one or many at once: from then on their writers know, and the entries do not compete. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { standingState } from '#core/screening/verdicts.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Entry, entryId, lockEntries, markScreened } from '#slices/entries/index.ts';
import { mostRows } from '#slices/lists/index.ts';
import { type Edition, editionById, editionId, entryRelations, reaches, requireReach } from '#slices/programmes/index.ts';
import { screener, sendersOfVerdicts } from '../found.ts';
import { mailIneligible } from './mails.ts';
import { settingsOf } from './settings.ts';
import { type Held, markSent, standingOn } from './store.ts';

type Asked = { readonly edition: Edition; readonly locked: readonly Entry[] };

async function find(ctx: Ctx, asked: { readonly edition: EditionId; readonly entries: readonly EntryId[] }): Promise<Asked | undefined> {
  const edition = await editionById(ctx, asked.edition);
  if (edition === undefined) return undefined;
  const locked = await lockEntries(ctx, asked.entries);
  return { edition, locked: locked.filter((entry) => entry.edition === edition.id) };
}

type Ready = { readonly entry: Entry; readonly verdict: Held };

/** Of another chapter, withdrawn, sent already or without a second screener's yes is left. */
async function readyOf(ctx: Ctx, { edition, locked }: Asked): Promise<Ready[]> {
  const reach = await requireReach(ctx, edition);
  const { secondLook } = await settingsOf(ctx, edition.id);
  const within = locked.filter((entry) => reaches(reach, entry) && entry.state === 'submitted');
  const verdicts = await standingOn(
    ctx,
    within.map(({ id }) => id),
  );
  return within.flatMap((entry) => {
    const verdict = verdicts.get(entry.id);
    return verdict && standingState(verdict, secondLook) === 'held' ? [{ entry, verdict }] : [];
  });
}

/** What the writer reads beside the entry: the reason as the edition calls it, then the screener's own words. */
const noteOf = ({ why, words }: Held) => (words === '' ? why : `${why}\n\n${words}`);

export const sendVerdicts = operation('screening.send-verdicts', {
  input: z.object({ edition: editionId, entries: z.array(entryId).min(1).max(mostRows) }),
  who: sendersOfVerdicts,
  scopes: ['decisions'],
  find,
  relations: (ctx, { edition, locked }) => entryRelations(ctx, edition, locked),
  run: async (ctx, { entries }, found) => {
    const ready = await readyOf(ctx, found);
    if (ready.length === 0) throw problem('screening.none-to-send', { chosen: entries.length });
    const ids = ready.map(({ verdict }) => verdict.id);
    await markSent(ctx, ids, screener(ctx));
    for (const { entry, verdict } of ready) {
      await markScreened(ctx, entry.id, 'ineligible', noteOf(verdict));
      await mailIneligible(ctx, { entry, edition: found.edition }, noteOf(verdict));
      const subject = { kind: 'entry', id: entry.id };
      const body = { number: entry.number, why: verdict.why, words: verdict.words };
      await tell(ctx, { kind: 'screening.verdict-sent', programme: found.edition.programme, subject, about: entry.owner, body });
    }
    const done = ready.map(({ entry }) => entry.id);
    return { done, left: [...new Set(entries)].filter((id) => !done.includes(id)) };
  },
});
