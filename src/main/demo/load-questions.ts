/** Questions on the demo's public page: some shown with their answers, the last one waiting for whoever looks at the demo. */
import type { ProgrammeId } from '#platform/ids.ts';
import { decideRemark, makeRemark } from '#slices/programmes/index.ts';
import { manager } from '../../../db/demo/people.ts';
import { questions } from '../../../db/demo/questions.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

export async function loadQuestions(world: World, people: People, programme: ProgrammeId): Promise<void> {
  for (const [i, { by, kind, ago, body, ...rest }] of questions.entries()) {
    const { remark } = await makeRemark(world.as(people(by), `question ${i}`, world.calendar.ago(ago)), { programme, kind, body });
    if (!('answer' in rest)) continue;
    const decision = { remark, version: 1, state: 'shown', answer: rest.answer } as const;
    await decideRemark(world.as(people(manager.email), `answer ${i}`, world.calendar.ago(ago - 1)), decision);
  }
}
