/** What is done with lists of past winners, and with the names in them. */
import { matchWinnerName } from '#slices/companies/index.ts';
import { applyWinners, proposeWinners, withdrawWinners } from '#slices/programmes/index.ts';
import { dates } from '#tests/support/season.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const manager = (stage: Stage) => stage.as(stage.manager, { clock: before });

/** Of a winner nobody else has. */
function aList(stage: Stage) {
  const nominee = `Corvane ${crypto.randomUUID()}`;
  const content = `year,category,nominee\n1927/28,Courtesy,${nominee}\n`;
  return { nominee, list: { programme: stage.programme, file: 'winners.csv', format: 'csv' as const, content } };
}

const proposed = async (stage: Stage) => ({ import: (await proposeWinners(manager(stage), aList(stage).list)).import });

export const winnerTrials: readonly Trial[] = [
  trial(proposeWinners, before, (stage) => aList(stage).list),
  trial(applyWinners, before, proposed),
  trial(withdrawWinners, before, proposed),
  trial(matchWinnerName, before, async (stage) => {
    const { list, nominee } = aList(stage);
    await applyWinners(manager(stage), { import: (await proposeWinners(manager(stage), list)).import });
    return { programme: stage.programme, written: nominee, company: 'new' as const };
  }),
];
