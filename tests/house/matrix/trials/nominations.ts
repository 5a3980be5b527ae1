/** What people do without an account, what managers do with it, and what nominees answer by their link. */
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import {
  acceptNomination,
  changeNominee,
  confirmNomination,
  correctNominee,
  declineNomination,
  mergeNominees,
  nominate,
  splitNominee,
  tellNominee,
} from '#slices/nominations/index.ts';
import { aNomination, aWaitingNomination, codeOf, told } from '#tests/support/nominations/nominations.ts';
import { dates } from '#tests/support/season.ts';
import { addressOf, type Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const at = dates.whileOpen;
/** Somebody new each time: who declined is not told again. */
const somebody = () => ({ email: `${ids.random()}@nominees.example`, nominatorEmail: `${ids.random()}@customers.example` });

const merged = async (stage: Stage) => {
  const [kept, other] = [await aNomination(stage, somebody()), await aNomination(stage, somebody())];
  await mergeNominees(stage.as(stage.manager, { clock: at }), { into: kept.nominee, nominee: other.nominee });
  return other.nominee;
};
const link = async (stage: Stage, more = {}) => told(stage, (await aNomination(stage, { ...somebody(), ...more })).nominee);

export const nominationTrials: readonly Trial[] = [
  trial(nominate, at, ({ categories }) => ({
    category: categories[0],
    kind: 'person' as const,
    name: 'Ines Castellane',
    ...somebody(),
    relation: 'customer' as const,
    reason: 'She rang back.',
    nominator: 'Tobiah Renn',
  })),
  trial(confirmNomination, at, async (stage) => {
    const { nomination } = await aWaitingNomination(stage, somebody());
    return { nomination, code: await codeOf(stage, nomination) };
  }),
  trial(mergeNominees, at, async (stage) => {
    const [kept, other] = [await aNomination(stage, somebody()), await aNomination(stage, somebody())];
    return { into: kept.nominee, nominee: other.nominee };
  }),
  trial(splitNominee, at, async (stage) => ({ nominee: await merged(stage) })),
  trial(changeNominee, at, async (stage) => {
    const { nominee } = await aNomination(stage, somebody());
    return { nominee, version: 1, name: 'Ines Castellane', worksFor: '', email: 'ines@nominees.example' };
  }),
  trial(tellNominee, at, async (stage) => ({ nominee: (await aNomination(stage, somebody())).nominee, token: newToken() })),
  trial(acceptNomination, at, async (stage, actor) => ({
    token: await link(stage, { email: await addressOf(stage, actor) }),
    name: 'Ines Castellane',
    session: newToken(),
  })),
  trial(declineNomination, at, async (stage) => ({ token: await link(stage), answer: 'Not this year.' })),
  trial(correctNominee, at, async (stage) => ({ token: await link(stage), name: 'Ines C.', worksFor: '' })),
];
