/** What somebody has chosen to hear about. */
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { type Topic, topics } from '../schemas.ts';
import { type OffLink, offLink } from './topics.ts';

export async function ownTopics(ctx: Ctx): Promise<Readonly<Record<Topic, boolean>>> {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  const rows = await ctx.db
    .selectFrom('mail_refusals')
    .select('topic')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .execute();
  const off = new Set(rows.map((row) => row.topic));
  return Object.fromEntries(topics.map((topic) => [topic, !off.has(topic)])) as Record<Topic, boolean>;
}

/** @throws Problem `messages.link-over` */
export async function offPage(ctx: Ctx, token: string): Promise<Omit<OffLink, 'person'>> {
  const link = await offLink(ctx, token);
  if (!link) throw problem('messages.link-over');
  return { topic: link.topic, email: link.email };
}
