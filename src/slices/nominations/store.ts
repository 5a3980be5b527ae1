/** Every statement that writes or locks nominees and nominations. Nominations are read inside the scope `nominations` alone. */
import { sql } from 'kysely';
import type { NominatorKind, NomineeKind } from '#core/categories/shape.ts';
import { mailboxOf } from '#core/nominations/mailbox.ts';
import type { NomineeState } from '#core/nominations/states.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EditionId, EntryId, ProgrammeId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';

export type Nominated = {
  readonly kind: NomineeKind;
  readonly name: string;
  readonly worksFor: string;
  readonly email: string;
};

export type NewNomination = Nominated & {
  readonly edition: EditionId;
  readonly category: CategoryId;
  readonly relation: NominatorKind;
  readonly reason: string;
  readonly evidence: string;
  readonly evidenceAddress: string;
  readonly nominator: string;
  readonly nominatorEmail: string;
  readonly named: boolean;
  readonly hidden: boolean;
};

/** The code is kept as its hash, together with what it confirms. */
const codeHash = (id: string, code: string) => hashToken(`${id} ${code}`);

export async function insertNomination(ctx: Ctx, nomination: NewNomination, code: string): Promise<string> {
  const id = ctx.ids.random();
  await ctx.db
    .insertInto('nominations')
    .values({
      organisation_id: ctx.organisation,
      id,
      edition_id: nomination.edition,
      category_id: nomination.category,
      relation: nomination.relation,
      nominee_kind: nomination.kind,
      nominee_name: nomination.name,
      nominee_company: nomination.worksFor,
      nominee_email: nomination.email,
      reason: nomination.reason,
      evidence: nomination.evidence,
      evidence_address: nomination.evidenceAddress,
      nominator_name: nomination.nominator,
      nominator_email: nomination.nominatorEmail,
      nominator_box: mailboxOf(nomination.nominatorEmail),
      named: nomination.named,
      hidden: nomination.hidden,
      code_hash: codeHash(id, code),
      made_at: ctx.now,
    })
    .execute();
  return id;
}

/** How many nominations of a mailbox count in an edition; anybody can send some in with anybody's address, so what waits is not among them. */
export async function countOf(ctx: Ctx, edition: EditionId, box: string): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('nominations')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('nominator_box', '=', box)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

export type Waiting = Nominated & {
  readonly id: string;
  readonly edition: EditionId;
  readonly category: CategoryId;
  readonly nominee: string | null;
  readonly relation: NominatorKind;
  readonly nominatorBox: string;
  readonly madeAt: Date;
  readonly tries: number;
  readonly codeHash: Buffer | null;
};

/** With all that the same mailbox sent in to the edition, in one order: of two codes that come back at once the second sees what the first did. */
export async function lockNomination(ctx: Ctx, id: string): Promise<Waiting | undefined> {
  await sql`select m.id from nominations m
     where m.organisation_id = ${ctx.organisation} and (m.edition_id, m.nominator_box) = (select o.edition_id, o.nominator_box
       from nominations o where o.organisation_id = ${ctx.organisation} and o.id = ${id}) order by m.id for update of m`.execute(ctx.db);
  return ctx.db
    .selectFrom('nominations')
    .select(['id', 'edition_id as edition', 'category_id as category', 'nominee_id as nominee', 'relation', 'nominee_kind as kind'])
    .select(['nominee_name as name', 'nominee_company as worksFor', 'nominee_email as email'])
    .select(['nominator_box as nominatorBox', 'made_at as madeAt', 'tries', 'code_hash as codeHash'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .$narrowType<{ relation: NominatorKind; kind: NomineeKind }>()
    .executeTakeFirst();
}

export const isCode = ({ id, codeHash: kept }: Pick<Waiting, 'id' | 'codeHash'>, code: string): boolean =>
  kept !== null && codeHash(id, code).equals(kept);

export async function markTried(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('nominations')
    .set({ tries: sql`tries + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** What somebody confirmed before in the same category, by the nominee as they wrote them down. */
export async function confirmedBy(ctx: Ctx, { category, nominatorBox }: Waiting): Promise<readonly Nominated[]> {
  return ctx.db
    .selectFrom('nominations')
    .select(['nominee_kind as kind', 'nominee_name as name', 'nominee_company as worksFor', 'nominee_email as email'])
    .where('organisation_id', '=', ctx.organisation)
    .where('category_id', '=', category)
    .where('nominator_box', '=', nominatorBox)
    .where('confirmed_at', 'is not', null)
    .$narrowType<{ kind: NomineeKind }>()
    .execute();
}

/** The nominee of a nomination whose code came back; from here on it counts. */
export async function insertNominee(ctx: Ctx, waiting: Waiting): Promise<string> {
  const id = ctx.ids.random();
  const { edition, category, kind, name, worksFor, email } = waiting;
  await ctx.db
    .insertInto('nominees')
    .values({
      organisation_id: ctx.organisation,
      id,
      edition_id: edition,
      category_id: category,
      kind,
      name,
      works_for: worksFor,
      email,
      mailbox: mailboxOf(email),
      state: 'proposed',
      nominated_at: ctx.now,
    })
    .execute();
  await ctx.db
    .updateTable('nominations')
    .set({ nominee_id: id, confirmed_at: ctx.now, code_hash: null })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', waiting.id)
    .execute();
  return id;
}

/**
 * Counts anew who proposed a nominee, with all that was merged into it: each nominator once, as what they said they are first, however often
 * they nominated. What is merged away counts nothing.
 */
export async function recount(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const counted = (relation: NominatorKind) => sql`count(*) filter (where f.relation = ${relation})::int`;
  await sql`update nominees n set by_self = c.self, by_peers = c.peers, by_customers = c.customers
      from nominees k cross join lateral (
        select ${counted('self')} as self, ${counted('peer')} as peers, ${counted('customer')} as customers
          from (select distinct on (m.nominator_box) m.relation from nominations m join nominees g
                  on g.organisation_id = m.organisation_id and g.id = m.nominee_id
                 where m.organisation_id = k.organisation_id and k.joined_to is null and (g.id = k.id or g.joined_to = k.id)
                 order by m.nominator_box, m.confirmed_at, m.id) f) c
     where n.organisation_id = ${ctx.organisation} and n.id = any (${[...ids]}::uuid[])
       and k.organisation_id = n.organisation_id and k.id = n.id`.execute(ctx.db);
}

export type Nominee = Nominated & {
  readonly id: string;
  readonly edition: EditionId;
  readonly category: CategoryId;
  readonly programme: ProgrammeId;
  readonly mailbox: string;
  readonly state: NomineeState;
  readonly entry: EntryId | null;
  readonly mergedInto: string | null;
  readonly version: number;
  /** Where the link was mailed last, and when; '' and null before that, and of links mailed before anybody kept it. */
  readonly mailedTo: string;
  readonly mailedAt: Date | null;
  readonly corrections: number;
};

const nomineeColumns = sql`n.id, n.edition_id as edition, n.category_id as category, n.kind, n.name, n.works_for as "worksFor", n.email, n.mailbox,
  n.state, n.entry_id as entry, n.joined_to as "mergedInto", n.version, n.mailed_to as "mailedTo", n.mailed_at as "mailedAt", n.corrections,
  (select d.programme_id from editions d where d.organisation_id = n.organisation_id and d.id = n.edition_id) as programme`;

/** Several, in one order whoever asks. */
export async function lockNominees(ctx: Ctx, ids: readonly string[]): Promise<Nominee[]> {
  const { rows } = await sql<Nominee>`select ${nomineeColumns} from nominees n
     where n.organisation_id = ${ctx.organisation} and n.id = any (${[...ids]}::uuid[]) order by n.id for update`.execute(ctx.db);
  return rows;
}

export async function lockNomineeOfLink(ctx: Ctx, token: string): Promise<Nominee | undefined> {
  const { rows } = await sql<Nominee>`select ${nomineeColumns} from nominees n
     where n.organisation_id = ${ctx.organisation} and n.link_hash = ${hashToken(token)} for update`.execute(ctx.db);
  return rows[0];
}

/** Whether whoever reads this mailbox declined another nomination of the edition. */
export async function hasDeclined(ctx: Ctx, { edition, mailbox }: Pick<Nominee, 'edition' | 'mailbox'>): Promise<boolean> {
  if (mailbox === '') return false;
  const row = await ctx.db
    .selectFrom('nominees')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('mailbox', '=', mailbox)
    .where('state', '=', 'declined')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function changeNominees(ctx: Ctx, ids: readonly string[]) {
  return ctx.db
    .updateTable('nominees')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', 'in', [...ids])
    .set({ version: sql`version + 1` });
}

/** All that was merged into one before goes with it. */
export async function markMerged(ctx: Ctx, into: string, nominee: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('nominees')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('joined_to', '=', nominee)
    .orderBy('id')
    .forUpdate()
    .execute();
  const moved = [nominee, ...rows.map(({ id }) => id)];
  await changeNominees(ctx, moved).set({ joined_to: into }).execute();
  return moved.slice(1);
}

/** It speaks for itself again, and for those of what it was merged with that it had brought. */
export async function markSplit(ctx: Ctx, nominee: string, brought: readonly string[]): Promise<void> {
  await changeNominees(ctx, [nominee]).set({ joined_to: null }).execute();
  if (brought.length > 0) await changeNominees(ctx, brought).set({ joined_to: nominee }).execute();
}

/** With another address whoever has that one was not told: the link lies in somebody else's mailbox, and opens nothing any more. */
export async function markText(ctx: Ctx, nominee: Nominee, { name, worksFor, email }: Omit<Nominated, 'kind'>): Promise<void> {
  const untold = { state: 'proposed', told_at: null, link_hash: null, mailed_to: '', mailed_at: null };
  await changeNominees(ctx, [nominee.id])
    .set({ name, works_for: worksFor, email, mailbox: mailboxOf(email), ...(email !== nominee.email && untold) })
    .execute();
}

/** By the nominee, who has only the link. */
export async function markCorrected(ctx: Ctx, nominee: Nominee, { name, worksFor }: Pick<Nominated, 'name' | 'worksFor'>): Promise<void> {
  await changeNominees(ctx, [nominee.id]).set({ name, works_for: worksFor, corrections: sql`corrections + 1` }).execute();
}

/** The link mailed before stops working. */
export async function markTold(ctx: Ctx, nominee: Nominee, token: string): Promise<void> {
  await changeNominees(ctx, [nominee.id])
    .set({ state: 'told', told_at: sql`coalesce(told_at, ${ctx.now})`, link_hash: hashToken(token) })
    .set({ mailed_to: nominee.email, mailed_at: ctx.now })
    .execute();
}

export async function markDeclined(ctx: Ctx, nominee: string, answer: string): Promise<void> {
  await changeNominees(ctx, [nominee]).set({ state: 'declined', answered_at: ctx.now, answer }).execute();
}

export async function markAccepted(ctx: Ctx, nominee: string, entry: EntryId | null): Promise<void> {
  await changeNominees(ctx, [nominee])
    .set({ answered_at: sql`case when state = 'accepted' then answered_at else ${ctx.now} end` })
    .set({ state: 'accepted', answer: '', entry_id: entry })
    .execute();
}

/** What nobody confirmed by then; without a trace, since it never counted. */
export async function deleteUnconfirmed(ctx: Ctx, before: Date): Promise<void> {
  await ctx.db
    .deleteFrom('nominations')
    .where('organisation_id', '=', ctx.organisation)
    .where('confirmed_at', 'is', null)
    .where('made_at', '<', before)
    .execute();
}
