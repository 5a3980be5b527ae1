/** Everybody tries everything: those who may not first, on what the first who may then does it with, so that only permission was missing. */
import { Problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { asPerson, asSystem, asVisitor } from '#tests/support/contexts.ts';
import { type Actor, actors } from './actors.ts';
import { changedTables, type Fingerprint } from './fingerprint.ts';
import type { Outcome } from './permissions.ts';
import type { Stage } from './stage.ts';
import type { Trial } from './trial.ts';

function contextFor(stage: Stage, actor: Actor, { at, role }: Trial, organisation: OrganisationId): Ctx {
  const database = stage.database[role];
  if (actor === 'visitor') return asVisitor(database, organisation);
  if (actor === 'system') return asSystem(database, organisation);
  return asPerson(database, organisation, stage.people[actor], { provedAt: at });
}

/** Those an administrator is tried as, standing in for them: somebody with a thing of their own, with a seat, with a role. */
const stoodInFor = ['owner', 'judge', 'manager', 'region', 'screener'] as const;

function standingIn(stage: Stage, person: (typeof stoodInFor)[number], trial: Trial, organisation: OrganisationId): Ctx {
  const ctx = contextFor(stage, person, trial, organisation);
  if (ctx.actor.kind !== 'person') throw new Error(`${person} is no person`);
  return { ...ctx, actor: { ...ctx.actor, standIn: { id: ids.next(), by: stage.people.administrator } } };
}

type Answer = { readonly code: string; readonly facts: unknown; readonly fields: unknown };

async function answerOf(work: Promise<unknown>): Promise<Answer> {
  try {
    await work;
    return { code: 'done', facts: {}, fields: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, facts: error.facts, fields: error.fields };
  }
}

/** What somebody who may is answered: `done`, or the code of a refusal. */
export async function doneBy(stage: Stage, trial: Trial, actor: Actor): Promise<string> {
  await stage.database.setClock(trial.at);
  const { input, organisation = stage.organisation } = await trial.prepare(stage, actor);
  return (await answerOf(trial.call(contextFor(stage, actor, trial, organisation), input))).code;
}

/** The same input about things that are not there. */
function elsewhere(input: unknown): unknown {
  const random = new Map<string, string>();
  const other = (id: string) => random.get(id) ?? random.set(id, ids.random()).get(id) ?? id;
  return JSON.parse(JSON.stringify(input).replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, other));
}

export type Tried = {
  readonly outcomes: ReadonlyMap<Actor, Outcome>;
  /** Refusals that differ from the refusal of something that is not there. */
  readonly telling: readonly string[];
  /** Who was stood in for → what an administrator was answered in their place; only where not both may by a role. */
  readonly standIns: ReadonlyMap<string, string>;
};

type Powers = { readonly may: (actor: Actor) => boolean; readonly mayInPlaceOf: (person: (typeof stoodInFor)[number]) => boolean };

export async function tryEverybody(
  stage: Stage,
  trial: Trial,
  { may, mayInPlaceOf }: Powers,
  look: () => Promise<Fingerprint>,
): Promise<Tried> {
  await stage.database.setClock(trial.at);
  const outcomes = new Map<Actor, Outcome>();
  const telling: string[] = [];
  const attempt = (actor: Actor, subject: { input: unknown; organisation?: OrganisationId }) =>
    answerOf(trial.call(contextFor(stage, actor, trial, subject.organisation ?? stage.organisation), subject.input));
  const permitted = actors.filter(may);
  const first = permitted[0] ?? 'system';
  const subject = await trial.prepare(stage, first);
  const before = await look();
  const answers = new Map<Actor, string>();
  for (const actor of actors.filter((one) => !may(one))) {
    const refused = await attempt(actor, subject);
    const missing = await attempt(actor, { ...subject, input: elsewhere(subject.input) });
    answers.set(actor, refused.code);
    if (JSON.stringify(refused) !== JSON.stringify(missing))
      telling.push(`${trial.operation}: ${actor} is told ${JSON.stringify(refused)}, and of nothing ${JSON.stringify(missing)}`);
  }
  const standIns = new Map<string, string>();
  for (const person of stoodInFor.filter((one) => !mayInPlaceOf(one))) {
    const ctx = standingIn(stage, person, trial, subject.organisation ?? stage.organisation);
    standIns.set(person, (await answerOf(trial.call(ctx, subject.input))).code);
  }
  // Looked at once for all of them: if anything changed, one of them wrote.
  const wrote = changedTables(before, await look());
  for (const [actor, answer] of answers) outcomes.set(actor, { answer, wrote });
  if (wrote.length > 0) standIns.set('somebody', `wrote ${wrote.join(', ')}`);
  for (const actor of permitted) {
    const { code } = await attempt(actor, actor === first ? subject : await trial.prepare(stage, actor));
    outcomes.set(actor, { answer: code, wrote: [] });
  }
  return { outcomes, telling, standIns };
}
