/** Terms as anybody reads them. */
import { type Ctx, personOf } from '#platform/context.ts';
import type { TermsKind } from '../schemas.ts';

export type Terms = { readonly kind: TermsKind; readonly version: number; readonly body: string; readonly since: string };

/** What is in force: terms first, then privacy; none where an organisation asks for nothing. */
export async function currentTerms(ctx: Ctx): Promise<Terms[]> {
  const rows = await ctx.db
    .selectFrom('terms')
    .select(['kind', 'version', 'body', 'published_at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('replaced_at', 'is', null)
    .orderBy('kind', 'desc')
    .execute();
  return rows.map(({ kind, version, body, published_at }) => ({
    kind: kind === 'privacy' ? 'privacy' : 'terms',
    version,
    body,
    since: published_at.toISOString(),
  }));
}

export type Accepted = { readonly kind: TermsKind; readonly version: number; readonly at: string };

/** What whoever asks agreed to here, newest first. */
export async function acceptedTerms(ctx: Ctx): Promise<Accepted[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const rows = await ctx.db
    .selectFrom('acceptances')
    .select(['kind', 'version', 'accepted_at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .orderBy('accepted_at', 'desc')
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, version, accepted_at }) => ({
    kind: kind === 'privacy' ? 'privacy' : 'terms',
    version,
    at: accepted_at.toISOString(),
  }));
}
