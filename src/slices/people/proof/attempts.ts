/**
 * How often something may be tried. Failures are counted in the database, because web processes come and go and are several; per
 * account and place, so that whoever tries to get in keeps out only himself; and per account over all places far above that, from
 * which a browser that has been signed in before is exempt: it is the owner's.
 */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { knownToken } from '../door.ts';
import { type Bucket, deleteFailures, lockFailures, markFailures } from './attempt-store.ts';

const minute = 60_000;
const attemptWindow = 15 * minute;
/**
 * For an account from one place, for an account from anywhere, and from one place for whatever account. One place is an office at
 * times, and before a deadline all of it asks for links, or nominates. Links that were asked for by others still sign their owner in. A visit is
 * counted for the provider it leads to.
 */
const allowed = {
  password: { here: 10, anywhere: 100, place: 300 },
  factor: { here: 10, anywhere: 100, place: 300 },
  proof: { here: 10, anywhere: 100, place: 300 },
  link: { here: 5, anywhere: 30, place: 1_000 },
  nomination: { here: 10, anywhere: 40, place: 1_000 },
  visit: { here: 300, anywhere: 100_000, place: 1_000 },
} as const;

/** A network address as one place: of IPv6 the half that belongs to a line, because the other half is its owner's to choose. */
export function placeOf(address: string): string {
  const plain = address.split('%')[0] ?? '';
  if (plain.includes('.')) return plain.slice(plain.lastIndexOf(':') + 1);
  const [head = '', tail] = plain.split('::');
  const groups = (part: string) => part.split(':').filter((group) => group !== '');
  const [left, right] = [groups(head), groups(tail ?? '')];
  const between = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...between, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** What is tried, on which account (an address, or an id), and whose that is, if anybody's. */
export type Trying = { readonly what: keyof typeof allowed; readonly account: string; readonly person?: PersonId | undefined };

function bucketsOf(ctx: Ctx, { what, account, person }: Trying): readonly [Bucket, ...Bucket[]] {
  const place = placeOf(ctx.client?.address ?? '');
  const known = person !== undefined && ctx.client?.known?.includes(knownToken(person));
  const most = allowed[what];
  if (known) return [{ name: `${what} of ${account} at home`, allowed: most.here }];
  return [
    { name: `${what} of ${account} from ${place}`, allowed: most.here },
    { name: `${what} of ${account}`, allowed: most.anywhere },
    { name: `${what} from ${place}`, allowed: most.place },
  ];
}

/** Whole minutes to wait before the next try; 0 when it may be tried now. Of tries that come at once, one is looked at after another. */
export async function waitBefore(ctx: Ctx, trying: Trying): Promise<number> {
  const buckets = bucketsOf(ctx, trying);
  const counted = await lockFailures(ctx, buckets);
  const waits = counted.map(({ failures, firstAt, allowed }) => {
    const since = ctx.now.getTime() - firstAt.getTime();
    return failures >= allowed && since < attemptWindow ? Math.ceil((attemptWindow - since) / minute) : 0;
  });
  return Math.max(0, ...waits);
}

export async function countFailure(ctx: Ctx, trying: Trying): Promise<void> {
  await markFailures(ctx, bucketsOf(ctx, trying), new Date(ctx.now.getTime() - attemptWindow));
}

/** Whoever got in has not been guessing. */
export async function forgetFailures(ctx: Ctx, trying: Trying): Promise<void> {
  await deleteFailures(ctx, bucketsOf(ctx, trying)[0]);
}
