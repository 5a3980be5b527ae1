/** Somebody with an authenticator app, as they would set it up, and the codes their app shows. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { configureSignIn, confirmAuthenticator, startAuthenticator, startedAuthenticator } from '#slices/people/index.ts';
import type { World } from '../season.ts';
import { type App, appOf } from './app.ts';

export const signInForTests = {
  secret: 'a secret that only tests use, 32 characters or more',
  secure: false,
  keepsMail: true,
  url: 'http://localhost:3000',
} as const;

export async function started(ctx: Ctx): Promise<App> {
  await startAuthenticator(ctx, { name: 'Telephone' });
  const begun = await startedAuthenticator(ctx, 'Aldersea', 'somebody');
  if (!begun) throw new Error('nothing was begun');
  return appOf(begun.key);
}

/** An app that counts, set up at an instant; its code of that step is used up. */
export async function withApp(world: World, person: PersonId, at: Date): Promise<App> {
  configureSignIn(signInForTests);
  const app = await started(world.as(person, { clock: at }));
  await confirmAuthenticator(world.as(person, { clock: at }), { code: app.codeAt(at) });
  return app;
}
