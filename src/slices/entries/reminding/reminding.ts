/** Whoever has begun and not sent in is reminded before the close that counts for them: so many days before, once each, or by hand. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { dueReminder, furthestReminder, mayRemind, mostReminders, remindersBefore } from '#core/season/reminders.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, contextFor, personOf } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionById, editionId, lockEdition, programmeRelations } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import * as store from './reminding-store.ts';
import { byWriter, reachable, type Unfinished, unfinishedIn, type Waiting } from './unfinished.ts';

const days = z.array(z.coerce.number().int().min(1).max(furthestReminder)).max(mostReminders);
const relations = (ctx: Ctx, edition: Edition) => programmeRelations(ctx, edition.programme);

/** How many days before the close; none: nobody is reminded. What has been sent is not sent again. */
export const planReminders = operation('entries.plan-reminders', {
  input: z.object({ edition: editionId, days, version: z.coerce.number().int().min(0) }),
  who: ['manager'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations,
  run: async (ctx, input, edition) => {
    const by = personOf(ctx);
    if (by === undefined) throw problem('general.sign-in-needed');
    const before = await store.planOf(ctx, edition.id);
    if ((before?.version ?? 0) !== input.version) {
      throw problem('general.stale-version', { at: zonedText(before?.since.getTime() ?? ctx.now.getTime(), edition.zone) });
    }
    const to = [...new Set(input.days)].sort((a, b) => b - a);
    await store.upsertPlan(ctx, edition.id, to, by);
    const subject = { kind: 'edition', id: edition.id };
    const body = { from: before?.days ?? [], to };
    await tell(ctx, { kind: 'entries.reminders-planned', programme: edition.programme, subject, body });
    return { days: to };
  },
});

/** The mails of one act, each written down before. */
async function write(ctx: Ctx, edition: Edition, waiting: readonly Waiting[]): Promise<void> {
  const addressed = await peopleByIds(
    ctx,
    waiting.map(({ person }) => person),
  );
  const { line } = wordsFor(ctx.language).entries.mails;
  for (const { person, until, drafts } of waiting) {
    const owner = addressed.get(person);
    if (!owner) continue;
    await mail(ctx, {
      mail: 'entries.unfinished',
      to: owner.email,
      person,
      programme: edition.programme,
      edition: edition.id,
      data: {
        name: owner.name,
        programme: edition.programmeName,
        edition: edition.name,
        entries: drafts.map(({ title, number }) => line(title, number)).join('\n'),
        closes: zonedText(until, edition.zone),
        yours: owner.zone && zonedText(until, owner.zone),
      },
    });
  }
}

type Due = Waiting & { readonly days: number };

/** Who is due one at this moment and has not had it: by the plan, and by the close of each thing that was begun. */
async function dueIn(ctx: Ctx, edition: Edition): Promise<Due[]> {
  const plan = await store.planOf(ctx, edition.id);
  if (!plan || plan.days.length === 0 || !edition.published) return [];
  const dueOf = ({ until, since, begunAt }: Unfinished) =>
    dueReminder(remindersBefore(until, edition.zone, plan.days), {
      since: Math.max(plan.since.getTime(), since, begunAt.getTime()),
      now: ctx.now.getTime(),
      closesAt: until,
    });
  const all = (await unfinishedIn(ctx, edition)).map((draft) => ({ draft, days: dueOf(draft)?.days }));
  const due = [...Map.groupBy(all, ({ days: n }) => n)].flatMap(([n, of]) =>
    n === undefined ? [] : byWriter(of.map(({ draft }) => draft)).map((one) => ({ ...one, days: n })),
  );
  if (due.length === 0) return [];
  const key = (person: PersonId, n: number | null, until: number) => `${person} ${n} ${until}`;
  const had = new Set((await store.remindedIn(ctx, edition.id)).map((one) => key(one.person, one.days, one.closesAt.getTime())));
  const left = due.filter((one) => !had.has(key(one.person, one.days, one.until)));
  const welcome = new Set(await reachable(ctx, left));
  return left.filter((one) => welcome.has(one));
}

/** As many as one transaction writes to. */
const together = 200;

/** One reminder to each of the next who are due one. Their rows come first: whoever else is at it finds them. */
export const remindWriters = operation('entries.remind-writers', {
  input: z.object({ edition: editionId }),
  who: ['system'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  run: async (ctx, _input, edition) => {
    const due = await dueIn(ctx, edition);
    if (due.length === 0) throw problem('general.not-found');
    const taken = await store.takeReminders(ctx, edition.id, due.slice(0, together), null);
    await write(ctx, edition, taken);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'entries.writers-reminded', programme: edition.programme, subject, body: { count: taken.length } });
    return { reminded: taken.length };
  },
});

/** Sends all that is due in an edition; answers to how many. */
export async function remindIn(ctx: Ctx, edition: Edition['id']): Promise<number> {
  let all = 0;
  for (;;) {
    const found = await editionById(ctx, edition);
    if (!found || (await dueIn(ctx, found)).length === 0) return all;
    all += (await remindWriters(ctx, { edition })).reminded;
  }
}

export type ByHand = {
  /** Whom a reminder sent now would reach: each once, of the close that comes first for them. */
  readonly now: readonly Waiting[];
  /** Who has something begun and gets none: reminded by hand less than a day ago, or wanting no reminders. */
  readonly lately: number;
  readonly off: number;
};

export async function byHandNow(ctx: Ctx, edition: Edition): Promise<ByHand> {
  const first = new Map<PersonId, Waiting>();
  for (const one of byWriter(await unfinishedIn(ctx, edition))) if (!first.has(one.person)) first.set(one.person, one);
  const byHand = (await store.remindedIn(ctx, edition.id)).filter(({ days: n }) => n === null);
  const last = new Map(byHand.map(({ person, at }) => [person, at.getTime()]));
  const due = [...first.values()].filter(({ person }) => mayRemind(last.get(person), ctx.now.getTime()));
  const now = await reachable(ctx, due);
  return { now, lately: first.size - due.length, off: due.length - now.length };
}

/** `count` is what whoever presses it saw: another number is refused with both. */
export const remindWritersNow = operation('entries.remind-writers-now', {
  input: z.object({ edition: editionId, count: z.coerce.number().int().min(0) }),
  who: ['manager'],
  find: async (ctx, input) => {
    const edition = await lockEdition(ctx, input.edition);
    return edition?.published ? edition : undefined;
  },
  relations,
  run: async (ctx, { count }, edition) => {
    const by = personOf(ctx);
    if (by === undefined) throw problem('general.sign-in-needed');
    const { now } = await byHandNow(ctx, edition);
    if (now.length !== count) throw problem('entries.reminder-changed', { seen: count, now: now.length });
    if (now.length === 0) throw problem('entries.nobody-to-remind');
    await store.takeReminders(
      ctx,
      edition.id,
      now.map((one) => ({ ...one, days: null })),
      by,
    );
    await write(ctx, edition, now);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'entries.writers-reminded', programme: edition.programme, subject, body: { count } });
    return { reminded: count };
  },
});

const rounds = { kind: 'system', name: 'entries' } as const;

export async function sendReminders(database: Database, log: Log): Promise<void> {
  for (const { organisation, edition } of await store.planned(database)) {
    await remindIn(contextFor(database, log, organisation, rounds), edition);
  }
}
