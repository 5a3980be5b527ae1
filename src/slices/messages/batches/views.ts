/** Batches as organisers see them: to whom, what each of them would read, and how far it is. */
import { sql } from 'kysely';
import { domainOf } from '#core/mail/addresses.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';
import { editionMails, topicOf } from '#platform/mails.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionForManager } from '#slices/programmes/index.ts';
import { bothered } from '../returns/reachable.ts';
import { fromOf } from '../senders/reading.ts';
import { composeAs } from '../sending/samples.ts';
import type { BatchState } from '../store/batches.ts';
import { editionMailOf, ownTexts, standingText } from '../texts/reading.ts';

export type BatchLine = {
  readonly id: string;
  readonly mail: string;
  readonly subject: string;
  readonly state: BatchState;
  readonly preparedAt: string;
  readonly all: number;
  readonly gone: number;
};

/** The newest fifty of an edition. */
export async function batchesOf(ctx: Ctx, edition: Edition): Promise<BatchLine[]> {
  const { rows } = await sql<Omit<BatchLine, 'preparedAt'> & { at: Date }>`
    select b.id, b.mail, b.subject, b.state, b.prepared_at as at,
      (select count(*)::int from outbox o where o.organisation_id = ${ctx.organisation} and o.batch_id = b.id) as all,
      (select count(*)::int from outbox o where o.organisation_id = ${ctx.organisation} and o.batch_id = b.id
        and o.state in ('sent', 'bounced', 'kept')) as gone
    from mail_batches b where b.organisation_id = ${ctx.organisation} and b.edition_id = ${edition.id}
    order by b.prepared_at desc, b.id limit 50`.execute(ctx.db);
  return rows.map(({ at, ...row }) => ({ ...row, preparedAt: zonedText(at.getTime(), edition.zone) }));
}

export type Reader = { readonly person: PersonId; readonly name: string; readonly email: string };

/** The first hundred, by name. */
export async function readersOf(ctx: Ctx, people: readonly PersonId[]): Promise<Reader[]> {
  const named = await peopleByIds(ctx, people.slice(0, 1_000));
  return [...named]
    .map(([person, { name, email }]) => ({ person, name, email }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .slice(0, 100);
}

/** What can be written to many in this edition, and to how many now. */
export async function newBatchPage(ctx: Ctx, programme: string, slug: string, chosen: string | null) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  if (!mayChange) throw problem('general.not-found');
  const all = [...editionMails()].filter(([, mail]) => mail.batch);
  const kinds = await snapshot(ctx, [], async (seen) => {
    const found: { mail: string; topic: string; people: number }[] = [];
    for (const [name, mail] of all) found.push({ mail: name, topic: mail.topic, people: (await mail.people(seen, edition)).length });
    return found;
  });
  const kind = kinds.find(({ mail }) => mail === chosen);
  const mail = kind && editionMailOf(kind.mail);
  const own = mail && (await ownTexts(ctx, edition.id, kind.mail)).get(kind.mail)?.text;
  const text = mail && (own ?? standingText(ctx, mail) ?? { subject: `{programme} {edition}: `, body: '' });
  return { edition, kinds, chosen: kind && text && mail ? { ...kind, ...text, places: mail.places } : undefined };
}

type BatchRow = {
  readonly id: string;
  readonly edition: EditionId;
  readonly mail: string;
  readonly subject: string;
  readonly body: string;
  readonly state: BatchState;
  readonly at: Date;
  readonly all: number;
  readonly leaving: number;
  readonly gone: number;
  readonly begun: number;
  readonly people: readonly PersonId[];
};

async function batchRow(ctx: Ctx, edition: EditionId, id: string): Promise<BatchRow> {
  const named = await ctx.db
    .selectFrom('mail_batches')
    .select('mail')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', id))
    .executeTakeFirst();
  if (!named) throw problem('general.not-found');
  const { rows } = await sql<BatchRow>`
    select b.id, b.edition_id as edition, b.mail, b.subject, b.body, b.state, b.prepared_at as at, m.*
    from mail_batches b, lateral (select count(*)::int as all, count(*) filter (where not ${bothered(ctx, topicOf(named.mail))})::int as leaving,
        count(*) filter (where o.state in ('sent', 'bounced', 'kept'))::int as gone,
        count(*) filter (where o.attempts > 0 or o.state in ('sent', 'bounced', 'kept'))::int as begun,
        coalesce(array_agg(o.person_id order by o.id) filter (where o.person_id is not null), '{}') as people
      from outbox o where o.organisation_id = ${ctx.organisation} and o.batch_id = b.id) m
    where b.organisation_id = ${ctx.organisation} and b.id = ${id}::uuid`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw problem('general.not-found');
  return row;
}

const notices = ['prepared', 'released', 'recalled', 'tested', 'discarded'] as const;

export type BatchPage = Awaited<ReturnType<typeof batchPage>>;

/** One batch; `as` shows what that one of its people would read, by their rights and as of now. */
export async function batchPage(
  ctx: Ctx,
  { programme, slug, batch }: { programme: string; slug: string; batch: string },
  query: URLSearchParams,
) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  const { at, people, ...row } = await batchRow(ctx, edition.id, batch);
  const readers = await readersOf(ctx, people);
  const reader = readers.find(({ person }) => person === query.get('as')) ?? readers[0];
  const mail = editionMailOf(row.mail);
  const preview = reader && (await snapshot(ctx, [], (seen) => composeAs(seen, mail, edition, row, reader.person)));
  const { from, replyTo } = await fromOf(ctx, edition.programme, row.id);
  return {
    edition,
    mayChange,
    batch: { ...row, preparedAt: zonedText(at.getTime(), edition.zone) },
    readers,
    reader,
    preview: preview && { subject: preview.subject, text: preview.text },
    from: { ...from, domain: domainOf(from.address), replyTo },
    asking: query.has('approve') && mayChange && row.state === 'held',
    said: notices.find((notice) => query.has(notice)),
  };
}
