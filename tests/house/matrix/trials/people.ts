/** What people, messages and system do. */
import type { OrganisationId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import {
  addPerson,
  erasePerson,
  foundOrganisation,
  makeSetUpLink,
  requestLink,
  setPassword,
  setUp,
  setZone,
  signInByLink,
  signInByPassword,
  signOut,
} from '#slices/people/index.ts';
import { rerunFailedJob, startVerification, stopLongJob } from '#slices/system/index.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { aPerson, dates } from '#tests/support/season.ts';
import { settleMail } from '../../../../src/slices/messages/sending/sending.ts';
import { endLongJob } from '../../../../src/slices/system/long-jobs.ts';
import { failedJob, queuedMail, runningJob, type Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';
import { identityTrials } from './identity.ts';
import { providerTrials } from './providers.ts';

const { before } = dates;
const password = 'correct horse battery';
const somebodyNew = () => `${ids.random()}@new.example`;
const freshSlug = () => `o-${ids.random()}`;
const unfounded = () => Promise.resolve(ids.random<OrganisationId>());

/** Without an administrator, as it is before anybody has arrived. */
async function unmanned(stage: Stage): Promise<OrganisationId> {
  const organisation = ids.random<OrganisationId>();
  await foundOrganisation(asSystem(stage.database.app, organisation), { slug: freshSlug(), name: 'The Hall' });
  return organisation;
}

async function setUpLink(stage: Stage): Promise<string> {
  const token = newToken();
  await makeSetUpLink(stage.asSystem(), { token });
  return token;
}

async function withPassword(stage: Stage): Promise<string> {
  const email = somebodyNew();
  await addPerson(stage.asSystem(), { email, name: 'Piet Vandaele', password });
  return email;
}

export const peopleTrials: readonly Trial[] = [
  ...identityTrials,
  ...providerTrials,
  trial(foundOrganisation, before, () => ({ slug: freshSlug(), name: 'The Hall' }), { organisation: unfounded }),
  trial(makeSetUpLink, before, () => ({ token: newToken() })),
  trial(
    setUp,
    before,
    async (stage) => {
      const given = { token: await setUpLink(stage), session: newToken() };
      return { ...given, organisation: 'The Hall', email: somebodyNew(), name: 'Ines Castellane', password };
    },
    { organisation: unmanned },
  ),
  trial(addPerson, before, () => ({ email: somebodyNew(), name: 'Ruth Abara' })),
  trial(erasePerson, before, async (stage) => ({ person: await aPerson(stage), reason: 'asked to be forgotten' }), { role: 'jobs' }),
  trial(requestLink, before, () => ({ email: somebodyNew(), to: '/home', token: newToken() })),
  trial(signInByLink, before, async (stage) => {
    const { token } = await queuedMail(stage, somebodyNew());
    return { token, name: 'Tomas Reyl', session: newToken() };
  }),
  trial(signInByPassword, before, async (stage) => ({ email: await withPassword(stage), password, session: newToken() })),
  trial(signOut, before, () => ({})),
  trial(setPassword, before, () => ({ password })),
  trial(setZone, before, () => ({ zone: 'America/Toronto' })),
  trial(settleMail, before, async (stage) => ({ outbox: (await queuedMail(stage, somebodyNew())).outbox, state: 'kept' as const }), {
    role: 'jobs',
  }),
  trial(startVerification, before, () => ({})),
  trial(stopLongJob, before, async (stage) => ({ job: await runningJob(stage) })),
  trial(rerunFailedJob, before, async (stage) => ({ job: await failedJob(stage) })),
  trial(endLongJob, before, async (stage) => ({ job: await runningJob(stage), state: 'done' as const, note: 'whole', result: null }), {
    role: 'jobs',
  }),
];
