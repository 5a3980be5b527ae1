/** For slices whose mails prove an address as a sign-in link does: they work in the caller's transaction and leave the telling to it. */
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { openSession } from './sessions/opening.ts';
import * as store from './store.ts';

export async function personByEmail(ctx: Ctx, email: string): Promise<{ id: PersonId; name: string } | undefined> {
  const person = await store.findPerson(ctx, email);
  return person && { id: person.id, name: person.name };
}

/** The account somebody has, or one that waits until they sign in by a link to this address: others wrote to us of them. Nobody is signed in. */
export async function expectPerson(ctx: Ctx, { email, name }: { readonly email: string; readonly name: string }): Promise<PersonId> {
  const known = await store.findPerson(ctx, email);
  return known?.id ?? store.insertPerson(ctx, { email, name });
}

/**
 * The account of a proved address, made for somebody new, who gives a name; and a session in it.
 * @throws Problem `general.invalid-input` when a new account has no name
 */
export async function arriveByMail(
  ctx: Ctx,
  { email, name }: { email: string; name: string | undefined },
  session: string,
): Promise<{ person: PersonId; waiting: boolean }> {
  const known = await store.findPerson(ctx, email);
  if (!known && name === undefined)
    throw problem('general.invalid-input', { count: 1 }, [{ path: 'name', code: 'field.required', facts: {} }]);
  const person = known?.id ?? (await store.insertPerson(ctx, { email, name: name ?? '' }));
  return { person, ...(await openSession(ctx, person, session)) };
}
