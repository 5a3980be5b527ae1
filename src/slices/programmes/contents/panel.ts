/** How many judges read each entry of an edition, and how many ballots it needs to be counted. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { keepPart } from '../configuration/keep.ts';
import { lookAgain } from '../publication/ready.ts';
import { editionId, panel, version } from '../schemas.ts';
import * as store from '../store.ts';
import { requireFresh } from './fresh.ts';

type Panel = { readonly seats: number; readonly minimumPanel: number };

const panelOf = ({ seats, minimumPanel }: Panel) => ({ seats, minimumPanel });

export function requireSeatsForPanel({ seats, minimumPanel }: Panel): void {
  if (minimumPanel <= seats) return;
  const facts = { minimum: minimumPanel, seats };
  throw problem('general.invalid-input', { count: 1 }, [{ path: 'minimumPanel', code: 'programmes.panel-larger-than-seats', facts }]);
}

/** Until judging opens: from then on judges sit by it and their ballots are counted by it. */
export const changePanel = operation('programmes.change-panel', {
  input: z.object({ edition: editionId, version, ...panel }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    const [from, to] = [panelOf(edition), panelOf(input)];
    requireFresh(edition, input.version, from, to);
    if (edition.published && ctx.now >= edition.entriesCloseAt)
      throw problem('programmes.panel-settled', { openedAt: zonedText(edition.entriesCloseAt.getTime(), edition.zone) });
    requireSeatsForPanel(input);
    const { seats: judges, minimumPanel } = input;
    await keepPart(ctx, edition, 'award', (now) => ({ ...now, judges, minimumPanel }));
    await store.markPanel(ctx, edition.id, input);
    await lookAgain(ctx, edition);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'programmes.panel-changed', programme: edition.programme, subject, body: { from, to } });
    return { edition: edition.id };
  },
});
