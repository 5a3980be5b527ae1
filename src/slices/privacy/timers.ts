/** Timers: how long data are kept, looked at before they go, and let go by hand or by themselves. */
import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { OrganisationId, ProgrammeId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { allTimers, type Due, type Timer } from '#platform/privacy/holders.ts';
import { declareKept } from '#platform/privacy/kept.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organisationRelations } from '#slices/system/index.ts';
import { heldSubjects, programmesByName } from './holding.ts';
import { days, scope } from './schemas.ts';
import { putRule } from './store.ts';

const day = 86_400_000;

type Rule = { readonly scope: string; readonly timer: string; readonly days: number; readonly automatic: boolean };

export async function rulesOf(ctx: Ctx): Promise<Rule[]> {
  const { rows } = await sql<Rule>`select scope_id as scope, timer, days, automatic from retention_rules
    where organisation_id = ${ctx.organisation} order by timer, scope_id`.execute(ctx.db);
  return rows;
}

function timerOf(name: string): Timer {
  const timer = allTimers().find((one) => one.name === name);
  if (!timer) throw problem('privacy.unknown-timer');
  return timer;
}

/** Days a timer keeps what is of a programme, or of none: the programme's own, the organisation's, or else those of the timer. */
async function keptBy(ctx: Ctx, timer: Timer): Promise<(programme: ProgrammeId | null) => number> {
  const rules = (await rulesOf(ctx)).filter((rule) => rule.timer === timer.name);
  const of = (scopeId: string | null) => rules.find((rule) => rule.scope === scopeId)?.days;
  return (programme) => of(programme) ?? of(ctx.organisation) ?? timer.days;
}

declareKept(async (ctx, timer, programme) => (await keptBy(ctx, timerOf(timer)))(programme));

/** Nothing of a programme that is held is old enough. */
export async function dueOf(ctx: Ctx, timer: Timer): Promise<Due> {
  const { people, programmes } = await heldSubjects(ctx);
  const kept = await keptBy(ctx, timer);
  const cutoff = (programme: ProgrammeId | null) =>
    programme !== null && programmes.includes(programme) ? new Date(0) : new Date(ctx.now.getTime() - kept(programme) * day);
  return { cutoff, heldPeople: people };
}

const scopes = ['ballots', 'decisions', 'nominations'];
const findOrganisation = (ctx: Ctx) => Promise.resolve(ctx.organisation);

export const setTimer = operation('privacy.set-timer', {
  input: z.object({ timer: z.string().max(100), programme: scope, days, automatic: z.boolean() }),
  who: ['administrator'],
  find: findOrganisation,
  relations: organisationRelations,
  run: async (ctx, input, organisation) => {
    const { name, perProgramme } = timerOf(input.timer);
    if (input.programme !== null && !perProgramme) throw problem('privacy.unknown-timer');
    if (input.programme !== null && !(await programmesByName(ctx)).some(({ id }) => id === input.programme))
      throw problem('general.not-found');
    await putRule(ctx, input);
    const body = { timer: name, days: input.days, automatic: input.automatic, scope: input.programme };
    await tell(ctx, { kind: 'privacy.timer-set', programme: null, subject: { kind: 'organisation', id: organisation }, body });
    return null;
  },
});

/** Lets go what was looked at: `count` is what the page said. */
export const startTimer = operation('privacy.start-timer', {
  input: z.object({ timer: z.string().max(100), count: z.coerce.number().int().min(1) }),
  who: ['administrator'],
  grave: true,
  scopes,
  find: findOrganisation,
  relations: organisationRelations,
  run: async (ctx, input, organisation) => {
    const timer = timerOf(input.timer);
    const count = await timer.count(ctx, await dueOf(ctx, timer));
    if (count !== input.count) throw problem('privacy.count-changed', { seen: input.count, count });
    await enqueue(ctx, 'privacy.run-timer', { timer: timer.name }, { maxAttempts: 5 });
    await tell(ctx, {
      kind: 'privacy.timer-started',
      programme: null,
      subject: { kind: 'organisation', id: organisation },
      body: { timer: timer.name, count },
    });
    return { count };
  },
});

/** In the jobs role, which alone may take what others wrote. Nothing due is told too: that it was looked. */
export const runTimer = operation('privacy.run-timer', {
  input: z.object({ timer: z.string().max(100) }),
  who: ['system'],
  scopes,
  find: findOrganisation,
  run: async (ctx, input, organisation) => {
    const timer = timerOf(input.timer);
    const count = await timer.apply(ctx, await dueOf(ctx, timer));
    await tell(ctx, {
      kind: 'privacy.timer-ran',
      programme: null,
      subject: { kind: 'organisation', id: organisation },
      body: { timer: timer.name, count },
    });
    return { count };
  },
});

/** Timers an administrator has set to run by themselves. */
export async function automaticTimers(database: Database): Promise<{ organisation: OrganisationId; timer: string }[]> {
  const { rows } = await database.pool.query<{ organisation: OrganisationId; timer: string }>(
    `select organisation_id as organisation, timer from plaudit.retention_rules where automatic and scope_id = organisation_id order by 1, 2`,
  );
  return rows;
}
