/** One nominee as managers and auditors see it: every nomination with whoever made it, what was merged, and what may be one. */
import { sql } from 'kysely';
import type { NominatorKind, NomineeKind } from '#core/categories/shape.ts';
import { type NomineeState, noTelling, tellWithinDays } from '#core/nominations/states.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { CategoryId, EntryId } from '#platform/ids.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { frameOf } from './listing/list-page.ts';
import { alikeIn, knownSince } from './listing/lists.ts';
import { limits, nomineeId } from './schemas.ts';
import { hasDeclined } from './store.ts';

type Row = {
  readonly id: string;
  readonly category: CategoryId;
  readonly categoryName: string;
  readonly categoryCode: string;
  readonly kind: NomineeKind;
  readonly name: string;
  readonly worksFor: string;
  readonly email: string;
  readonly mailbox: string;
  readonly state: NomineeState;
  readonly answer: string;
  readonly selves: number;
  readonly peers: number;
  readonly customers: number;
  readonly nominatedAt: Date;
  /** Of all that were merged, the one that came first: the month in which people are told runs from it. */
  readonly knownSince: Date;
  readonly toldAt: Date | null;
  readonly answeredAt: Date | null;
  readonly entry: EntryId | null;
  readonly mergedInto: string | null;
  readonly version: number;
};

async function oneOf(ctx: Ctx, edition: string, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select n.id, n.category_id as category, c.name as "categoryName", c.code as "categoryCode", n.kind, n.name, n.works_for as "worksFor", n.email,
           n.mailbox, n.state, n.answer, n.by_self as selves, n.by_peers as peers, n.by_customers as customers, n.nominated_at as "nominatedAt", ${knownSince} as "knownSince",
           coalesce(n.mailed_at, n.told_at) as "toldAt", n.answered_at as "answeredAt", n.entry_id as entry, n.joined_to as "mergedInto", n.version
      from nominees n join categories c on c.organisation_id = n.organisation_id and c.id = n.category_id
     where n.organisation_id = ${ctx.organisation} and n.edition_id = ${edition} and n.id = ${id}`.execute(ctx.db);
  return rows[0];
}

type Proposal = {
  readonly id: string;
  readonly nominee: string;
  readonly relation: NominatorKind;
  readonly name: string;
  readonly worksFor: string;
  readonly by: string;
  readonly byEmail: string;
  readonly reason: string;
  readonly evidence: string;
  readonly address: string;
  readonly named: boolean;
  readonly hidden: boolean;
  readonly at: Date;
};

async function proposalsOf(ctx: Ctx, nominee: string): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select m.id, n.id as nominee, m.relation, m.nominee_name as name, m.nominee_company as "worksFor", m.nominator_name as by,
           m.nominator_email as "byEmail", m.reason, m.evidence, m.evidence_address as address, m.named, m.hidden, m.confirmed_at as at
      from nominations m join nominees n on n.organisation_id = m.organisation_id and n.id = m.nominee_id
     where m.organisation_id = ${ctx.organisation} and (n.id = ${nominee} or n.joined_to = ${nominee})
     order by m.confirmed_at, m.id`.execute(ctx.db);
  return rows;
}

async function membersOf(ctx: Ctx, nominee: string) {
  return ctx.db
    .selectFrom('nominees')
    .select(['id', 'name', 'email'])
    .where('organisation_id', '=', ctx.organisation)
    .where('joined_to', '=', nominee)
    .orderBy('nominated_at')
    .orderBy('id')
    .execute();
}

const day = 86_400_000;

export type NomineeForManager = Awaited<ReturnType<typeof nomineeForManager>>;

/** @throws Problem `general.not-found` for everybody but managers and auditors of the programme */
export async function nomineeForManager(ctx: Ctx, programme: string, slug: string, text: string) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  const id = nomineeId.safeParse(text);
  const row = id.success ? await oneOf(ctx, edition.id, id.data) : undefined;
  if (!row) throw problem('general.not-found');
  const proposals = await snapshot(ctx, ['nominations'], (inside) => proposalsOf(inside, row.id));
  const declinedBefore = row.state !== 'declined' && (await hasDeclined(ctx, { edition: edition.id, mailbox: row.mailbox }));
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const merged = row.mergedInto !== null;
  const tellBy = new Date(row.knownSince.getTime() + tellWithinDays * day);
  const { nominatedAt, toldAt, answeredAt, knownSince: _since, mailbox: _mailbox, ...rest } = row;
  return {
    ...rest,
    edition: frameOf(edition),
    mayChange,
    nominatedAt: told(nominatedAt),
    toldAt: toldAt && told(toldAt),
    answeredAt: answeredAt && told(answeredAt),
    tellBy: told(tellBy),
    late: row.state === 'proposed' && row.name !== '' && tellBy <= ctx.now,
    declinedBefore,
    mayTell: mayChange && noTelling({ ...row, merged }, declinedBefore) === undefined,
    mayEdit: mayChange && !merged && (row.state === 'proposed' || row.state === 'told'),
    proposals: proposals.map(({ at, ...proposal }) => ({ ...proposal, at: told(at) })),
    members: await membersOf(ctx, row.id),
    alike: merged ? [] : await likelyFor(ctx, edition.id, row.id),
    limits,
  };
}

/** Those of its category that may be the same, with why; each can be merged into it or it into them. */
async function likelyFor(ctx: Ctx, edition: Parameters<typeof alikeIn>[1], id: string) {
  const pairs = await alikeIn(ctx, edition);
  return pairs.flatMap(({ first, second, score, evidence }) =>
    first.id === id || second.id === id ? [{ other: first.id === id ? second : first, score, evidence }] : [],
  );
}

const mostShown = 100;

export async function alikePage(ctx: Ctx, programme: string, slug: string) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  const pairs = await alikeIn(ctx, edition.id);
  return { edition: frameOf(edition), mayChange, count: pairs.length, pairs: pairs.slice(0, mostShown) };
}
