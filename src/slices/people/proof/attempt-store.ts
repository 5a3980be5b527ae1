/** Every statement that writes or locks counted failures. The names of what is counted are kept as hashes. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';

export type Bucket = { readonly name: string; readonly allowed: number };
export type Counted = Bucket & { readonly failures: number; readonly firstAt: Date };

const hashOf = (name: string): Buffer => createHash('sha256').update(name).digest();

/** The counts, of which the first is locked: made where it is not there, so that there is always something to lock. */
export async function lockFailures(ctx: Ctx, buckets: readonly [Bucket, ...Bucket[]]): Promise<Counted[]> {
  const [first] = buckets;
  await sql`insert into directory.sign_in_failures (bucket_hash, failures, first_at)
    values (${hashOf(first.name)}, 0, ${ctx.now}) on conflict (bucket_hash) do nothing`.execute(ctx.db);
  await sql`select from directory.sign_in_failures where bucket_hash = ${hashOf(first.name)} for update`.execute(ctx.db);
  const rows = await ctx.db
    .selectFrom('directory.sign_in_failures')
    .select(['bucket_hash', 'failures', 'first_at'])
    .where(
      'bucket_hash',
      'in',
      buckets.map(({ name }) => hashOf(name)),
    )
    .execute();
  return buckets.flatMap((bucket) => {
    const row = rows.find(({ bucket_hash }) => bucket_hash.equals(hashOf(bucket.name)));
    return row ? [{ ...bucket, failures: row.failures, firstAt: row.first_at }] : [];
  });
}

/** One more in each; a count whose first failure lies before `since` begins anew. In one order for everybody, so that nobody waits in a ring. */
export async function markFailures(ctx: Ctx, buckets: readonly Bucket[], since: Date): Promise<void> {
  const hashes = buckets.map(({ name }) => hashOf(name)).sort((a, b) => a.compare(b));
  await sql`insert into directory.sign_in_failures as f (bucket_hash, failures, first_at)
    select hash, 1, ${ctx.now}::timestamptz from unnest(${hashes}::bytea[]) hash order by hash
    on conflict (bucket_hash) do update set
      failures = case when f.failures = 0 or f.first_at < ${since} then 1 else f.failures + 1 end,
      first_at = case when f.failures = 0 or f.first_at < ${since} then excluded.first_at else f.first_at end`.execute(ctx.db);
}

export async function deleteFailures(ctx: Ctx, bucket: Bucket): Promise<void> {
  await ctx.db.deleteFrom('directory.sign_in_failures').where('bucket_hash', '=', hashOf(bucket.name)).execute();
}
