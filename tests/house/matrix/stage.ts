/** A season with somebody in every part, and the things an operation can be tried on, made as people would make them. */
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { requestLink } from '#slices/people/index.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { startVerification } from '#slices/system/index.ts';
import { assignAll, submit } from '#tests/support/panel.ts';
import {
  aChapterManager,
  aMember,
  anAcceptedEntry,
  anEdition,
  aPerson,
  aSeason,
  dates,
  emailOf,
  foundedWorld,
  type Season,
  type SeasonOptions,
  type World,
} from '#tests/support/season.ts';
import type { Actor } from './actors.ts';

/** One judge reads every entry, so every accepted entry is that judge's. */
const panel = { seats: 1, minimumPanel: 1 } as const;

export type Stage = Season & { readonly people: Readonly<Record<Exclude<Actor, 'visitor' | 'system'>, PersonId>> };

export async function aStage(world: World, options: SeasonOptions = panel): Promise<Stage> {
  const season = await aSeason(world, { ...options, chapters: true, nominations: true });
  const { programme, manager, administrator } = season;
  const people = {
    stranger: await aPerson(world, 'Sten Iversen'),
    neighbour: (await aSeason(world)).manager,
    foreigner: (await foundedWorld(world.database)).administrator,
    owner: await aPerson(world, 'Orla Tennant'),
    writer: await aPerson(world, 'Wanda Brightwater'),
    judge: await aMember(world, programme, 'judge', 'Maren Oduya'),
    manager,
    region: await aChapterManager(season, 'emea', 'Nadia Achour'),
    sibling: await aChapterManager(season, 'americas', 'Tomás Rey'),
    screener: await aMember(world, programme, 'screener', 'Bram Ostrowski'),
    auditor: await aMember(world, programme, 'auditor', 'Aino Vuori'),
    administrator,
  };
  return { ...season, people };
}

/** The address of whoever tries it; a visitor has none yet. */
export async function addressOf(stage: Stage, actor: Actor): Promise<string> {
  if (actor === 'visitor' || actor === 'system') return `${ids.random()}@new.example`;
  return emailOf(stage, stage.people[actor]);
}

export async function acceptedEntry(stage: Stage): Promise<EntryId> {
  return (await anAcceptedEntry(stage, { owner: stage.people.owner })).entry;
}

/** An entry on which the judge has a seat and has written nothing. */
export async function seat(stage: Stage): Promise<EntryId> {
  const entry = await acceptedEntry(stage);
  await assignAll(stage);
  return entry;
}

/** An entry whose ballot is in. */
export async function ballot(stage: Stage): Promise<EntryId> {
  const entry = await seat(stage);
  await submit(stage, stage.people.judge, entry, [8]);
  return entry;
}

/** An edition of its own with all ballots in. */
export async function judgedEdition(stage: Stage): Promise<EditionId> {
  const season = { ...stage, ...(await anEdition(stage, panel)) };
  await ballot(season);
  return season.edition;
}

const asManager = (stage: Stage) => stage.as(stage.manager, { clock: dates.afterJudging });

export async function countedEdition(stage: Stage): Promise<{ edition: EditionId; tally: string }> {
  const edition = await judgedEdition(stage);
  return { edition, tally: (await computeTally(asManager(stage), { edition })).tally };
}

export async function publishedEdition(stage: Stage, announceAt: string): Promise<EditionId> {
  const counted = await countedEdition(stage);
  await publishResults(asManager(stage), { ...counted, announceAt });
  return counted.edition;
}

/** A mail that waits to be sent, and the token in it. */
export async function queuedMail(stage: Stage, email: string): Promise<{ outbox: string; token: string }> {
  const token = newToken();
  await requestLink(stage.asVisitor(), { email, to: '/home', token });
  const { rows } = await stage.database.owner.pool.query<{ id: string }>(
    `select id from plaudit.outbox where organisation_id = $1 and recipient = $2 and data ->> 'token' = $3`,
    [stage.organisation, email, token],
  );
  return { outbox: rows[0]?.id ?? '', token };
}

export async function runningJob(stage: Stage): Promise<string> {
  return (await startVerification(stage.as(stage.administrator), {})).job;
}

/** A job of the organisation that has failed once, as the queue would have it. */
export async function failedJob(stage: Stage): Promise<string> {
  await runningJob(stage);
  const { rows } = await stage.database.jobs.pool.query<{ id: string }>(
    `update graphile_worker._private_jobs set last_error = 'unreachable', attempts = 1
      where id = (select max(id) from graphile_worker._private_jobs where payload ->> 'organisation' = $1) returning id`,
    [stage.organisation],
  );
  return rows[0]?.id ?? '';
}

/** What the programme is called in addresses by now: one of the trials calls it anew. */
export async function slugNow({ database, programme }: Stage): Promise<string> {
  const { rows } = await database.owner.pool.query<{ slug: string }>('select slug from plaudit.programmes where id = $1', [programme]);
  return rows[0]?.slug ?? '';
}
