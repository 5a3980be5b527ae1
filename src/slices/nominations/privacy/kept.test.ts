import { expect, test } from 'vitest';
import '#main/slices.ts';
import { setTimer } from '#slices/privacy/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { aNomination, told } from '#tests/support/nominations/nominations.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { wordsFor } from '#words/index.ts';
import { nominationByLink } from '../answering/view.ts';
import { nominationForm } from '../public-view.ts';
import { acceptedTimer, openTimer } from './timers.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

test('the form, the mail and the page of a nominee say how long the programme keeps what it holds', async () => {
  const season = await aSeason(world, { nominations: true });
  const administrator = season.as(world.administrator);
  const open = season.asVisitor({ clock: dates.whileOpen });
  const { code } = (
    await database.owner.pool.query<{ code: string }>('select code from plaudit.categories where id = $1', [season.categories[0]])
  ).rows[0] ?? { code: '' };
  const said = async () => {
    const { nominee } = await aNomination(season, { email: `${crypto.randomUUID()}@valewick.example` });
    const link = await told(season, nominee);
    const mails = await database.owner.pool.query<{ kept: number }>(
      `select (data ->> 'kept')::int as kept from plaudit.outbox where mail = 'nominations.told' and data ->> 'token' = $1`,
      [link],
    );
    const form = await nominationForm(open, season.slug, season.editionSlug, code);
    return { form: form.kept, mail: mails.rows[0]?.kept, page: (await nominationByLink(open, link)).kept };
  };
  expect(await said()).toEqual({ form: 180, mail: 180, page: { open: 180, accepted: 1095 } });
  await setTimer(administrator, { timer: openTimer, programme: season.programme, days: 90, automatic: true });
  await setTimer(administrator, { timer: acceptedTimer, programme: '', days: 400, automatic: true });
  expect(await said()).toEqual({ form: 90, mail: 90, page: { open: 90, accepted: 400 } });
  expect(wordsFor('en').nominations.form.privacy('Aldersea', 90)).toContain('is deleted, 90 days after entries close');
});
