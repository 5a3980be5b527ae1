/** Who asks by a key: the person behind it as they stand now, within what the key was made for. */
import { CompiledQuery } from 'kysely';
import { type Scope, scopes } from '#core/access/scopes.ts';
import type { Asker } from '#http/api/serve.ts';
import type { Client, Ctx } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { Ids, OrganisationId, PersonId, ProgrammeId } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { hashKey, noteKeyUse } from './key-store.ts';

type Row = {
  readonly now: Date;
  readonly id: string;
  readonly person: PersonId;
  readonly language: string;
  readonly scopes: readonly string[];
  readonly programmes: readonly ProgrammeId[] | null;
  readonly stale: boolean;
  readonly waits: boolean;
};

/** What keeps a signed-in person from going on keeps their keys from it too: terms to agree to, a factor administrators need. */
const statement = `
  select plaudit.plaudit_now() as now, k.id, k.person_id as person, p.language, k.scopes,
         coalesce(k.used_at < plaudit.plaudit_now() - interval '1 minute', true) as stale,
         case when k.every_programme then null else coalesce((select json_agg(r.programme_id) from plaudit.api_key_programmes r
           where r.organisation_id = $1 and r.key_id = k.id), '[]') end as programmes,
         exists (select from plaudit.terms t where t.organisation_id = $1 and t.replaced_at is null and not exists (
           select from plaudit.acceptances a where a.organisation_id = $1 and a.person_id = p.id and a.kind = t.kind and a.version = t.version))
         or (o.administrators_need_factor
           and exists (select from plaudit.memberships m where m.organisation_id = $1 and m.person_id = p.id and m.role = 'administrator')
           and not exists (select from directory.factors f where f.person_id = p.id and f.confirmed_at is not null)) as waits
    from plaudit.api_keys k
    join directory.organisations o on o.id = k.organisation_id
    join directory.people p on p.id = k.person_id and p.erased_at is null
   where k.organisation_id = $1 and k.secret_hash = $2 and k.revoked_at is null and k.expires_at > plaudit.plaudit_now()`;

type Arrival = {
  readonly organisation: OrganisationId;
  readonly secret: string;
  readonly client?: Client;
  readonly log: Log;
  readonly ids: Ids;
  /** `performance.now()` when the request came in. */
  readonly arrived: number;
};

const isScope = (scope: string): scope is Scope => scopes.some((one) => one === scope);

/** Undefined for a key that was never made, is over, was revoked, or whose person is erased: all of them look the same. */
export async function askerByKey(
  database: Database,
  { organisation, secret, client, log, ids, arrived }: Arrival,
): Promise<Asker | undefined> {
  const { rows } = await database.db.executeQuery<Row>(CompiledQuery.raw(statement, [organisation, hashKey(secret)]));
  const row = rows[0];
  if (row === undefined) return undefined;
  const { id, person, now, language, programmes, waits } = row;
  if (row.stale) await noteKeyUse(database, organisation, id, now);
  // A key is no session: what asks for one finds none under this id, and nothing grave is ever proved by it.
  const actor = { kind: 'person', id: person, sessionId: id, key: { id, programmes } } as const;
  const ctx: Ctx = { actor, organisation, db: database.db, database, now, log, ids, language, arrived, ...(client && { client }) };
  return { ctx, key: { id, scopes: row.scopes.filter(isScope) }, waits };
}
