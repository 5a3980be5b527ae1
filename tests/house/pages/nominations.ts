/** Nominations for the pages of a fair: nominees with several nominations each, one of them told, and others that look like them. */
import { mergeNominees } from '#slices/nominations/index.ts';
import { aNomination, told } from '#tests/support/nominations/nominations.ts';
import { dates } from '#tests/support/season.ts';
import type { Stage } from '../matrix/stage.ts';
import type { Places } from './fair.ts';

export async function nominations(stage: Stage, size: number): Promise<Pick<Places, 'nomination' | 'nominee' | 'ownNomination'>> {
  const manager = stage.as(stage.manager, { clock: dates.whileOpen });
  const { nominee, nomination } = await aNomination(stage);
  for (let i = 0; i < size; i += 1) {
    const by = {
      nominator: `Neighbour ${i}`,
      nominatorEmail: `neighbour.${i}@customers.example`,
      relation: 'peer' as const,
      hidden: i % 2 === 0,
    };
    const again = await aNomination(stage, { ...by, email: '', name: 'Inès Castellane' });
    await mergeNominees(manager, { into: nominee, nominee: again.nominee });
    await aNomination(stage, { ...by, name: `Ines Castelane ${'I'.repeat(i + 1)}`, email: '' });
  }
  return { nomination, nominee, ownNomination: await told(stage, nominee) };
}
