/**
 * Loads the demo into an empty installation and says how to sign in. Everything is done by the operations themselves, as people
 * would do it, at instants in the past; each step has an idempotency key, so a load that was killed goes on where it was.
 */

import { readSecret } from '#platform/config.server.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { OrganisationId } from '#platform/ids.ts';
import { sentences } from '#platform/say.server.ts';
import { auditor, manager, screener, signIns } from '../../db/demo/people.ts';
import { configureForIntegrations } from './api/open.ts';
import { loadCompanies } from './demo/load-companies.ts';
import { loadProgramme } from './demo/load-edition.ts';
import { loadPastWinners } from './demo/load-past-winners.ts';
import { giveRole, loadPeople } from './demo/load-people.ts';
import { loadQuestions } from './demo/load-questions.ts';
import { loadWebhook } from './demo/load-webhook.ts';
import { loadPastEdition } from './demo/past-edition.ts';
import { loadRunningEdition } from './demo/running-edition.ts';
import { openWorld, type World } from './demo/world.ts';
import { configureStore } from './doors/store.ts';
import { runErrand } from './errand.ts';

/** The last thing the load does. Keys are forgotten after two days; an interest once declared stays. */
async function isLoaded(database: Database, organisation: OrganisationId): Promise<boolean> {
  const row = await database.db
    .selectFrom('interests')
    .select('judge_id')
    .where('organisation_id', '=', organisation)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function load(world: World): Promise<void> {
  const people = await loadPeople(world);
  const programme = await loadProgramme(world, people);
  await giveRole(world, people, manager, { programme, role: 'manager', at: world.calendar.foundedAt });
  await giveRole(world, people, auditor, { programme, role: 'auditor', at: world.calendar.foundedAt });
  await giveRole(world, people, screener, { programme, role: 'screener', at: world.calendar.foundedAt });
  await loadCompanies(world, people);
  await loadWebhook(world, people, programme);
  await loadPastWinners(world, people, programme);
  await loadPastEdition(world, people, programme);
  await loadQuestions(world, people, programme);
  await loadRunningEdition(world, people, programme);
}

await runErrand(async (errand) => {
  const world = await openWorld(errand);
  if (!world) return;
  configureStore(errand.config);
  configureForIntegrations(errand.config, readSecret(errand.config) ?? '');
  if (!(await isLoaded(errand.database, world.organisation))) await load(world);
  const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const [role, email] = [width(signIns.map((signIn) => signIn.as)), width(signIns.map((signIn) => signIn.email))];
  console.log(sentences.demoSignIns);
  for (const signIn of signIns) console.log(`  ${signIn.as.padEnd(role)}  ${signIn.email.padEnd(email)}  ${world.password}`);
});
