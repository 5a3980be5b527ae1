/** The last step of the way back from a provider, for the page on which it is taken: what the answer says, and then what it is good for. */
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { comeBack, connectProvider } from './coming-back.ts';
import { type Return, readAnswer, returnForBrowser, stateOf } from './views.ts';

type Arriving = { readonly came: Return; readonly browser: string; readonly session: string };

/** `person` is null when nobody was signed in: a provider was connected with the account somebody is signed in to. */
export type Arrived = { readonly person: string | null; readonly waiting: boolean; readonly onward: string };

/** @throws Problem those of reading the answer, and of the operations */
export async function arriveFromProvider(ctx: Ctx, { came, browser, session }: Arriving): Promise<Arrived> {
  const state = stateOf(came);
  const { connects } = await returnForBrowser(ctx, came, browser);
  if (connects && ctx.actor.kind !== 'person') throw problem('people.visit-over');
  const identity = await readAnswer(ctx, came, browser);
  if (!connects) return comeBack(ctx, { state, browser, identity, session });
  await connectProvider(ctx, { state, browser, identity });
  return { person: null, waiting: false, onward: '/account/providers?saved=connected' };
}
