/** What people do with whoever vouches for them, and with whoever acts as them: setting off, coming back, connecting, standing in. */
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import {
  beginStandIn,
  comeBack,
  configureProviders,
  connectProvider,
  disconnectProvider,
  endSessionsOf,
  endStandIn,
  identitiesOf,
  makeSignInLink,
  setOff,
  setOffToConnect,
} from '#slices/people/index.ts';
import { aPerson, dates, emailOf } from '#tests/support/season.ts';
import type { Actor } from '../actors.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const clock = { clock: before } as const;
const issuer = 'https://login.valewick.example';
const valewick = {
  id: 'valewick',
  name: 'Valewick',
  kind: 'oidc',
  issuer,
  client: 'plaudit',
  secret: 'none',
  domains: ['valewick.example'],
} as const;
/** Said before each way: every file of tests begins without anybody who vouches, and several may run in one process. */
function newWay() {
  configureProviders([{ ...valewick, domains: [...valewick.domains] }]);
  return { state: newToken(), browser: newToken() };
}
const setting = () => ({ provider: 'valewick', to: '/home', ...newWay() });
const somebody = () => ({ issuer, subject: ids.random(), email: `${ids.random()}@valewick.example`, name: 'Orla Tennant' });

function own(stage: Stage, actor: Actor): Promise<PersonId> {
  return actor === 'visitor' || actor === 'system' ? aPerson(stage) : Promise.resolve(stage.people[actor]);
}

async function onTheWay(stage: Stage, actor: Actor) {
  const person = await own(stage, actor);
  const { state, browser, ...rest } = setting();
  await setOffToConnect(stage.as(person, clock), { state, browser, ...rest });
  return { person, answer: { state, browser, identity: somebody() } };
}

const standInFor = async (stage: Stage) => ({ email: await emailOf(stage, stage.people.judge), reason: 'asked why the page is empty' });

export const providerTrials: readonly Trial[] = [
  trial(setOff, before, setting),
  trial(setOffToConnect, before, setting),
  trial(comeBack, before, async (stage) => {
    const way = newWay();
    await setOff(stage.asVisitor(clock), { provider: 'valewick', to: '/home', ...way });
    return { ...way, identity: somebody(), session: newToken() };
  }),
  trial(connectProvider, before, async (stage, actor) => (await onTheWay(stage, actor)).answer),
  trial(disconnectProvider, before, async (stage, actor) => {
    const { person, answer } = await onTheWay(stage, actor);
    await connectProvider(stage.as(person, clock), answer);
    return { identity: (await identitiesOf(stage.as(person, clock))).at(-1)?.id ?? '' };
  }),
  trial(endSessionsOf, before, async (stage) => ({ person: await aPerson(stage), reason: 'left the house' })),
  trial(makeSignInLink, before, async (stage) => ({ person: await aPerson(stage), token: newToken(), reason: 'showed a passport' })),
  trial(beginStandIn, before, standInFor),
  trial(endStandIn, before, async (stage) => {
    await beginStandIn(stage.as(stage.administrator, clock), await standInFor(stage));
    return {};
  }),
];
