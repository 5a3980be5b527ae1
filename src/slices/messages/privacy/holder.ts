/** What messages counts, gives and lets go of a person. */
import { sql } from 'kysely';
import { canonicalJson, type Json } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { type Due, declareHolder, type Part } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { deleteMailOf, deleteSettledMail, moveRefusals } from './privacy-store.ts';

type Mail = {
  readonly at: Date;
  readonly recipient: string;
  readonly mail: string;
  readonly state: string;
  readonly data: Record<string, Json>;
};

async function mailOf(ctx: Ctx, person: PersonId): Promise<Mail[]> {
  const { ids, addresses } = await marksOf(ctx, person);
  const { rows } = await sql<Mail>`select created_at as at, recipient, mail, state, data from outbox
    where organisation_id = ${ctx.organisation} and (person_id = any (${ids}::uuid[]) or lower(recipient) = any (${addresses}::text[]))
    order by created_at, id`.execute(ctx.db);
  return rows;
}

/** Without the links that would sign in or act. */
const withoutToken = ({ token: _secret, ...data }: Record<string, Json>) => canonicalJson(data);

async function mailPart(ctx: Ctx, person: PersonId): Promise<Part> {
  const mails = await mailOf(ctx, person);
  return { name: 'mail', rows: mails.map(({ at, data, ...mail }) => ({ at: at.toISOString(), ...mail, data: withoutToken(data) })) };
}

async function settledBefore(ctx: Ctx, { cutoff, heldPeople }: Due): Promise<number> {
  const { rows } = await sql<{ due: number }>`select count(*)::int as due from outbox where organisation_id = ${ctx.organisation}
    and settled_at < ${cutoff(null)} and (person_id is null or person_id <> all (${heldPeople}::uuid[]))`.execute(ctx.db);
  return rows[0]?.due ?? 0;
}

declareHolder({
  slice: 'messages',
  erasing: async (ctx, person) => ({ goes: [{ what: 'mail', count: (await mailOf(ctx, person)).length }], stays: [], blocks: [] }),
  exporting: async (ctx, person) => [await mailPart(ctx, person)],
  timers: [
    {
      name: 'messages.mail',
      days: 365,
      perProgramme: false,
      count: settledBefore,
      apply: (ctx, { cutoff, heldPeople }) => deleteSettledMail(ctx, cutoff(null), heldPeople),
    },
  ],
});

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await deleteMailOf(ctx, await marksOf(ctx, about));
});

accountsMerged((ctx, { from, into }) => moveRefusals(ctx, from, into));
