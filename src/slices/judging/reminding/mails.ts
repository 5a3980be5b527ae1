/** Mails of judging: data in; what fills their texts out. */

import type { Ctx } from '#platform/context.ts';
import { personOf } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';
import { declareEditionMail } from '#platform/mails.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { wordsFor } from '#words/index.ts';
import { ballotsOfJudge } from '../views.ts';

/** Who holds a seat in an edition. */
async function seated(ctx: Ctx, edition: EditionId): Promise<PersonId[]> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .select('judge_id')
    .distinct()
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .orderBy('judge_id')
    .execute();
  return rows.map(({ judge_id }) => judge_id);
}

declareEditionMail('judging.missing', {
  topic: 'reminders',
  places: ['missing', 'entries', 'closes'],
  values: (data, { words }) => ({
    missing: words.judging.mails.ballots(Number(data.count)),
    entries: String(data.entries),
    closes: words.dates.both(String(data.closes), data.yours),
  }),
  path: () => '/judge',
  words: (values, { judging: { mails } }) => ({
    subject: mails.missing.subject(values.missing, values.programme),
    text: mails.missing.text(values),
  }),
  people: (ctx, edition) => seated(ctx, edition.id),
  read: async (ctx, edition) => {
    const person = personOf(ctx);
    const queue = (await ballotsOfJudge(ctx)).find((one) => one.edition === edition.id);
    const owed = queue?.categories.flatMap(({ ballots }) => ballots.filter(({ state }) => state !== 'done')) ?? [];
    if (person === undefined || !queue || owed.length === 0) return undefined;
    const { line } = wordsFor(ctx.language).judging.mails;
    return {
      name: (await peopleByIds(ctx, [person])).get(person)?.name ?? '',
      count: owed.length,
      entries: owed.map(({ number, title }) => line(number, title)).join('\n'),
      closes: queue.closesAt,
    };
  },
});
