/** Who sent a request, in one prepared statement: organisation, session, person, membership, roles, and the clock that counts. */
import { CompiledQuery } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import type { Visitor } from '#http/context.ts';
import type { Actor, Client } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { Ids, OrganisationId, PersonId } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { noteUse } from '#slices/people/index.ts';

type Row = {
  readonly now: Date;
  readonly organisation: string;
  /** From here on only when there was a token to look for. */
  readonly session?: string | null;
  readonly person?: PersonId | null;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly language?: string | null;
  readonly zone?: string | null;
  readonly waiting?: boolean | null;
  readonly provedAt?: Date | null;
  readonly seenAt?: Date | null;
  readonly lacksFactor?: boolean;
  readonly owesTerms?: boolean;
  readonly administrator?: boolean;
  readonly roles?: Visitor['roles'];
  readonly standIn?: StandIn | null;
};

/** For whom this session stands in. */
type StandIn = {
  readonly id: string;
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly until: string;
  readonly roles: Visitor['roles'];
};

/** What somebody does in each programme; a chapter of any of its editions counts once. */
const rolesOf = (person: 'p' | 'q') => `coalesce((
  select json_agg(json_build_object('programme', r.programme, 'role', r.role) order by r.programme, r.role) from (
    select programme_id as programme, role from plaudit.programme_roles where organisation_id = o.id and person_id = ${person}.id
    union
    select e.programme_id, 'chapter-manager' from plaudit.chapter_roles c
      join plaudit.editions e on e.organisation_id = c.organisation_id and e.id = c.edition_id
     where c.organisation_id = o.id and c.person_id = ${person}.id) r), '[]')`;

/** While it lasts, while they still run the organisation, and never for somebody who does. */
const standInColumn = `(select json_build_object('id', t.id, 'person', q.id, 'name', q.name, 'email', coalesce(q.email, ''), 'until', t.ends_at,
           'roles', ${rolesOf('q')})
      from plaudit.stand_ins t join directory.people q on q.id = t.person_id and q.erased_at is null
     where t.organisation_id = o.id and t.session_id = s.id and t.by_id = p.id and t.ended_at is null and t.ends_at > plaudit.plaudit_now()
       and exists (select from plaudit.memberships m where m.organisation_id = o.id and m.person_id = p.id and m.role = 'administrator')
       and not exists (select from plaudit.memberships m where m.organisation_id = o.id and m.person_id = q.id))`;

const visitorStatement = (session: string) => `
  select plaudit.plaudit_now() as now, o.name as organisation, s.id as session, s.waiting, s.proved_at as "provedAt",
         s.seen_at as "seenAt", not s.strong and (o.everybody_needs_factor
           or (o.administrators_need_factor and exists (select from plaudit.memberships m
                where m.organisation_id = o.id and m.person_id = p.id and m.role = 'administrator'))
           or exists (select from plaudit.programme_roles r join plaudit.programmes g on g.organisation_id = o.id and g.id = r.programme_id
                       where r.organisation_id = o.id and r.person_id = p.id and r.role = any (g.factor_roles))
           or exists (select from plaudit.chapter_roles c join plaudit.editions e on e.organisation_id = o.id and e.id = c.edition_id
                        join plaudit.programmes g on g.organisation_id = o.id and g.id = e.programme_id
                       where c.organisation_id = o.id and c.person_id = p.id and 'chapter-manager' = any (g.factor_roles))) as "lacksFactor",
         p.id as person, p.name, p.email, p.language, p.time_zone as zone, ${standInColumn} as "standIn",
         exists (select from plaudit.terms t where t.organisation_id = o.id and t.replaced_at is null and not exists (
           select from plaudit.acceptances a where a.organisation_id = o.id and a.person_id = p.id and a.kind = t.kind
              and a.version = t.version)) as "owesTerms",
         exists (select from plaudit.memberships m
                  where m.organisation_id = o.id and m.person_id = p.id and m.role = 'administrator') as administrator,
         ${rolesOf('p')} as roles
    from directory.organisations o
    left join directory.sessions s on ${session} and s.expires_at > plaudit.plaudit_now()
    left join directory.people p on p.id = s.person_id and not s.waiting and p.erased_at is null
   where o.id = $1`;

export type Arrival = {
  readonly organisation: OrganisationId;
  /** From the cookie; undefined without one. An unknown or expired one makes a visitor like none at all. */
  readonly token: string | undefined;
  /** Instead of the cookie, by whoever knows from elsewhere whose it is: a link that was made for it. */
  readonly session?: string;
  readonly client?: Client;
  readonly log: Log;
  readonly ids: Ids;
  /** `performance.now()` when the request came in. */
  readonly arrived: number;
};

/** Without a token there is nobody to look for. */
const strangerStatement = 'select plaudit.plaudit_now() as now, name as organisation from directory.organisations where id = $1';
const byToken = visitorStatement('s.token_hash = $2');
const bySession = visitorStatement('s.id = $2');

async function find(database: Database, { organisation, token, session }: Arrival): Promise<Row> {
  const statement =
    session !== undefined
      ? CompiledQuery.raw(bySession, [organisation, session])
      : token === undefined
        ? CompiledQuery.raw(strangerStatement, [organisation])
        : CompiledQuery.raw(byToken, [organisation, hashToken(token)]);
  const { rows } = await database.db.executeQuery<Row>(statement);
  if (rows[0] === undefined) throw problem('general.not-found');
  return rows[0];
}

/** What a signed-in person has to do before anything else. */
function dueOf({ lacksFactor, owesTerms }: Row): Visitor['due'] {
  if (lacksFactor) return 'factor';
  return owesTerms ? 'terms' : undefined;
}

function actorOf({ person: id, session, provedAt }: Row): Actor {
  if (id == null || session == null) return { kind: 'visitor' };
  return { kind: 'person', id, sessionId: session, ...(provedAt && { provedAt }) };
}

export async function resolveVisitor(database: Database, arrival: Arrival): Promise<Visitor> {
  const { organisation, client, log, ids, arrived } = arrival;
  const row = await find(database, arrival);
  const actor = actorOf(row);
  const known = actor.kind === 'person';
  if (known && row.seenAt) await noteUse(database, actor.sessionId, { seenAt: row.seenAt, now: row.now });
  const ctx = { actor, organisation, db: database.db, database, now: row.now, log, ids, language: row.language ?? 'en', arrived };
  const self: Visitor = {
    ctx: { ...ctx, ...(client && { client }) },
    organisationName: row.organisation,
    person: known ? { id: actor.id, name: row.name ?? '', email: row.email ?? '' } : undefined,
    zone: row.zone ?? undefined,
    waiting: row.waiting === true,
    due: known ? dueOf(row) : undefined,
    administrator: row.administrator ?? false,
    roles: row.roles ?? [],
  };
  return row.standIn ? standingIn(self, row.standIn) : self;
}

/** As the one they stand in for. What is due first is theirs: nobody agrees to terms for somebody else. */
function standingIn(self: Visitor, { id, person, name, email, until, roles }: StandIn): Visitor {
  if (self.ctx.actor.kind !== 'person') return self;
  const actor = { ...self.ctx.actor, id: person, standIn: { id, by: self.ctx.actor.id } };
  const standIn = { self, until: new Date(until) };
  return { ...self, ctx: { ...self.ctx, actor }, person: { id: person, name, email }, administrator: false, roles, standIn };
}

const organisationStatement = 'select id, host is not distinct from $1 as named from directory.organisations order by named desc limit 2';

/** Which organisation a host belongs to changes about never; asking once a minute is enough. */
const memory = 60_000;
const remembered = new WeakMap<Database, Map<string, { readonly id: OrganisationId; readonly until: number }>>();

/** The organisation of a host, else the only one there is. */
export async function resolveOrganisation(database: Database, host: string): Promise<OrganisationId> {
  const known = remembered.get(database) ?? new Map<string, { id: OrganisationId; until: number }>();
  remembered.set(database, known);
  const before = known.get(host);
  if (before && before.until > performance.now()) return before.id;
  const { rows } = await database.db.executeQuery<{ id: OrganisationId; named: boolean }>(CompiledQuery.raw(organisationStatement, [host]));
  const [first, second] = rows;
  if (!first || (second && !first.named)) throw problem('general.not-found');
  // Hosts are whatever visitors send: the memory may not grow with them.
  if (known.size > 1_000) known.clear();
  known.set(host, { id: first.id, until: performance.now() + memory });
  return first.id;
}
