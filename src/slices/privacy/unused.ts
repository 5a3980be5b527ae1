/** Accounts nobody uses: told by mail, and erased a month later unless they are used after all. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Due, Timer } from '#platform/privacy/holders.ts';
import { noteErasure } from './erasures.ts';

const day = 86_400_000;

/** From the mail to the erasure. */
const notice = 30 * day;

/** So many in one transaction; who is left is due the next time. */
const most = 500;

/**
 * Those this organisation's record knows, and who neither did anything nor had anything done about them since; whoever has a role, an entry,
 * a seat, a key or a place in a company is no account without use, however long they stay away.
 */
async function unusedSince(ctx: Ctx, since: Date, { among, but }: { readonly among?: PersonId; readonly but: readonly PersonId[] }) {
  const { organisation } = ctx;
  const { rows } = await sql<{ id: PersonId }>`select p.id from directory.people p
    where p.email is not null and p.created_at <= ${since} and p.id <> all (${but}::uuid[]) ${among ? sql`and p.id = ${among}` : sql``}
      and exists (select from audit_bodies b where b.organisation_id = ${organisation} and b.person_id = p.id and b.body is not null)
      and not exists (select from audit_bodies b join audit_events e on e.organisation_id = b.organisation_id and e.id = b.event_id
        where b.organisation_id = ${organisation} and b.person_id = p.id and e.at > ${since})
      and not exists (select from directory.sessions s where s.person_id = p.id and s.seen_at > ${since})
      and not exists (select from directory.people a where a.same_as = p.id)
      and not exists (select from memberships m where m.organisation_id = ${organisation} and m.person_id = p.id)
      and not exists (select from programme_roles r where r.organisation_id = ${organisation} and r.person_id = p.id)
      and not exists (select from chapter_roles r where r.organisation_id = ${organisation} and r.person_id = p.id)
      and not exists (select from entries n where n.organisation_id = ${organisation} and n.owner_id = p.id)
      and not exists (select from entry_writers w where w.organisation_id = ${organisation} and w.person_id = p.id)
      and not exists (select from assignments a where a.organisation_id = ${organisation} and a.judge_id = p.id)
      and not exists (select from api_keys k where k.organisation_id = ${organisation} and k.person_id = p.id)
      and not exists (select from contacts c where c.organisation_id = ${organisation} and c.person_id = p.id)
      and not exists (select from remarks m where m.organisation_id = ${organisation} and m.person_id = p.id)
    order by p.id limit ${most}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Who has been told already, or asked for it, is not told again. */
async function dueOf(ctx: Ctx, { cutoff, heldPeople }: Due): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`select person_id as person from privacy_requests
    where organisation_id = ${ctx.organisation} and kind = 'erasure' and settled_at is null`.execute(ctx.db);
  return unusedSince(ctx, cutoff(null), { but: [...heldPeople, ...rows.map(({ person }) => person)] });
}

/** Whether nothing has happened since somebody was told. */
export const isUnusedSince = async (ctx: Ctx, person: PersonId, since: Date): Promise<boolean> =>
  (await unusedSince(ctx, since, { among: person, but: [] })).length > 0;

export const unusedAccounts: Timer = {
  name: 'privacy.unused-accounts',
  days: 730,
  perProgramme: false,
  count: async (ctx, due) => (await dueOf(ctx, due)).length,
  apply: async (ctx, due) => {
    const people = await dueOf(ctx, due);
    for (const person of people) await noteErasure(ctx, { person, why: 'the account was not used', wait: notice, mail: 'privacy.unused' });
    return people.length;
  },
};
