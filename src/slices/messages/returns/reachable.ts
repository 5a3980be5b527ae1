/** Whom mail reaches: addresses it came back from, and what people want no mail about. Mail that somebody needs is sent all the same. */
import { type RawBuilder, sql } from 'kysely';
import { softReturns } from '#core/mail/reports.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

export function isOptional(topic: string): boolean {
  return topic === 'reminders' || topic === 'news';
}

const deadAddress = (ctx: Ctx, address: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from mail_returns r where r.organisation_id = ${ctx.organisation} and r.address = lower(${address})
    and (r.hard or r.returns >= ${softReturns}))`;

const refuses = (ctx: Ctx, person: RawBuilder<unknown>, topic: string) =>
  sql<boolean>`exists (select from mail_refusals f where f.organisation_id = ${ctx.organisation} and f.person_id = ${person}
    and f.topic = ${topic})`;

/** Of a row `o` of the outbox: whether an optional mail would be unwelcome or come back. */
export function bothered(ctx: Ctx, topic: string): RawBuilder<boolean> {
  if (!isOptional(topic)) return sql<boolean>`false`;
  return sql<boolean>`(${deadAddress(ctx, sql`o.recipient`)} or ${refuses(ctx, sql`o.person_id`, topic)})`;
}

/** Of these people, those a mail of an optional topic may be sent to: they have an address it reaches, and have not switched it off. */
export async function welcoming(ctx: Ctx, topic: 'reminders' | 'news', people: readonly PersonId[]): Promise<PersonId[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<{ id: PersonId }>`select p.id from directory.people p
    where p.id = any (${[...people]}::uuid[]) and p.email is not null and not ${deadAddress(ctx, sql`p.email`)}
      and not ${refuses(ctx, sql`p.id`, topic)}
    order by p.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

export type Reach = 'reached' | 'address-dead' | 'switched-off';

export async function reachOf(ctx: Ctx, topic: string, recipient: string, person: PersonId | null): Promise<Reach> {
  if (!isOptional(topic)) return 'reached';
  const { rows } = await sql<{ dead: boolean; off: boolean }>`select ${deadAddress(ctx, sql`${recipient}::text`)} as dead,
    ${refuses(ctx, sql`${person}::uuid`, topic)} as off`.execute(ctx.db);
  if (rows[0]?.off) return 'switched-off';
  return rows[0]?.dead ? 'address-dead' : 'reached';
}
