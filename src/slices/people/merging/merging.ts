/** Two accounts of one person become one: asked for in the one, proved at the other, looked at, and done for good. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { type Merging, mergingOf, type Pair } from '#platform/privacy/holders.ts';
import { tell } from '#platform/tell.server.ts';
import { isKnownIn, moveMemberships } from '#slices/system/index.ts';
import { takeFactor } from '../factors/showing.ts';
import { hasFactor } from '../factors/views.ts';
import { mergedKind } from '../privacy/announcing.ts';
import { countFailure, forgetFailures, type Trying, waitBefore } from '../proof/attempts.ts';
import { countRequest } from '../proof/link-requests.ts';
import { email, shownSecret, token } from '../schemas.ts';
import * as store from '../store.ts';
import { enterOrganisation, joinAccounts, lockPair, moveAgreements } from './merge-store.ts';

const findActor = (ctx: Ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined);
const organisation = (ctx: Ctx) => ({ kind: 'organisation', id: ctx.organisation });

/** Mails the other address. Whether it has an account is told there alone. */
export const requestMerge = operation('people.request-merge', {
  input: z.object({ email, token }),
  who: ['person'],
  secret: true,
  grave: true,
  find: findActor,
  run: async (ctx, input, { id: person }) => {
    await countRequest(ctx, input.email, undefined);
    const own = await store.lockAccount(ctx, person);
    const other = await store.findPerson(ctx, input.email);
    if (other?.id === person) throw problem('privacy.merge-one-account');
    await store.insertLink(ctx, input.token, { purpose: 'merge', email: input.email, person });
    const data = { token: input.token, by: own?.email ?? '', known: other ? 1 : 0 };
    await mail(ctx, { mail: 'people.merge-asked', to: input.email, ...(other && { person: other.id }), data });
    const body = { person, email: input.email };
    await tell(ctx, { kind: 'people.merge-requested', programme: null, subject: organisation(ctx), body });
    return null;
  },
});

/** Organisations in whose record either account is, and the one that is asked in. */
export async function placesOf(ctx: Ctx, pair: Pair): Promise<OrganisationId[]> {
  const rows = await ctx.db.selectFrom('directory.organisations').select('id').orderBy('id').execute();
  const known: OrganisationId[] = [];
  for (const { id } of rows) if (id === ctx.organisation || (await isKnownIn(ctx, id, [pair.from, pair.into]))) known.push(id);
  return known;
}

/** One mark for what somebody looked at: whatever would move otherwise by now has to be looked at again. */
export function markOf(pair: Pair, all: readonly Merging[]): string {
  const counts: Record<string, number> = {};
  for (const { what, count } of all.flatMap(({ moves }) => moves)) counts[what] = (counts[what] ?? 0) + count;
  return createHash('sha256')
    .update(canonicalJson({ ...pair, counts }))
    .digest('hex');
}

async function proves(ctx: Ctx, other: PersonId, secret: string): Promise<number | undefined> {
  if (!(await hasFactor(ctx, other))) return undefined;
  const trying: Trying = { what: 'proof', account: other, person: other };
  const wait = await waitBefore(ctx, trying);
  if (wait > 0) return wait;
  if (await takeFactor(ctx, other, { secret, passkey: '' }, `proof ${other}`)) {
    await forgetFailures(ctx, trying);
    return undefined;
  }
  await countFailure(ctx, trying);
  return 0;
}

type Joined = { readonly merged: boolean; readonly waitMinutes: number };
type Names = { readonly from: string; readonly into: string; readonly name: string };

async function sayMerged(ctx: Ctx, person: PersonId, names: Names): Promise<void> {
  for (const to of [names.into, names.from]) await mail(ctx, { mail: 'people.accounts-merged', to, person, data: names });
}

async function joinEverywhere(ctx: Ctx, pair: Pair, shown: string): Promise<void> {
  const places = await placesOf(ctx, pair);
  const all: Merging[] = [];
  for (const place of places) all.push(await mergingOf(await enterOrganisation(ctx, place), pair));
  const [block] = all.flatMap(({ blocks }) => blocks);
  if (block) throw block;
  if (markOf(pair, all) !== shown) throw problem('privacy.merge-changed');
  for (const place of places) {
    const there = await enterOrganisation(ctx, place);
    await moveMemberships(there, pair.from, pair.into);
    await moveAgreements(there, pair);
    await tell(there, { kind: mergedKind, programme: null, subject: organisation(there), about: pair.into, body: { ...pair } });
  }
  await enterOrganisation(ctx, ctx.organisation);
}

/**
 * The link proves the mailbox of the other account; where that has a second factor, it is asked for too. A wrong one is counted, so it is
 * answered and not thrown. `shown` is the mark of what the preview said.
 */
export const mergeAccounts = operation('people.merge-accounts', {
  input: z.object({ token, secret: shownSecret, shown: z.string().max(64) }),
  who: ['person'],
  secret: true,
  grave: true,
  scopes: ['ballots', 'decisions', 'nominations'],
  find: async (ctx, input) => {
    const actor = await findActor(ctx);
    return actor && { into: actor.id, link: await store.lockLink(ctx, input.token, 'merge') };
  },
  run: async (ctx, input, { into, link }): Promise<Joined> => {
    if (!link?.email || link.person !== into) throw problem('privacy.merge-link-over');
    const other = await store.findPerson(ctx, link.email);
    const pair = { from: other?.id ?? into, into };
    const accounts = pair.from === into ? undefined : await lockPair(ctx, pair);
    if (!accounts) throw problem('privacy.merge-one-account');
    const wait = await proves(ctx, pair.from, input.secret);
    if (wait !== undefined) {
      await tell(ctx, { kind: 'people.merge-refused', programme: null, subject: organisation(ctx), about: pair.from, body: { ...pair } });
      return { merged: false, waitMinutes: wait };
    }
    await store.markLinkUsed(ctx, link);
    await joinEverywhere(ctx, pair, input.shown);
    await joinAccounts(ctx, pair, accounts.from.email);
    await sayMerged(ctx, into, { from: accounts.from.email, into: accounts.into.email, name: accounts.into.name });
    return { merged: true, waitMinutes: 0 };
  },
});
