/** What there is to see of mail: batches, addresses that mail came back from, and a link that switches some off. */
import { configureMail, prepareBatch } from '#slices/messages/index.ts';
import { dates, type Season } from '#tests/support/season.ts';
import { offToken } from '../../../src/slices/messages/topics/links.ts';

export type MailPlaces = { readonly mail: string; readonly batch: string; readonly mailOff: string };

/** The installation secret of the tests, which the web process under test is given too. */
const secret = 'a secret that only tests use, 32 characters or more';

/** `size` batches to everybody who entered, and as many mails that were refused, to addresses mail came back from. */
export async function mails(season: Season, size: number): Promise<MailPlaces> {
  configureMail({ smtpUrl: undefined, mailFrom: 'Plaudit <plaudit@example.org>', url: 'http://localhost' }, secret);
  const { organisation, programme, edition, database } = season;
  const manager = season.as(season.manager, { clock: dates.afterJudging });
  let batch = '';
  const text = { mail: 'entries.letter', subject: 'News', body: '{greeting}' };
  for (let i = 0; i < size; i += 1) ({ batch } = await prepareBatch(manager, { edition, ...text }));
  const { pool } = database.owner;
  const { rows } = await pool.query<{ id: string }>('select id from plaudit.outbox where organisation_id = $1 and batch_id = $2', [
    organisation,
    batch,
  ]);
  await pool.query(
    `with refused as (insert into plaudit.outbox (organisation_id, id, recipient, mail, data, message_id, state, created_at, programme_id, edition_id)
       select $1, gen_random_uuid(), 'nobody-' || n || '@example.org', 'entries.receipt', '{}', '<x>', 'refused', now(), $2, $3
       from generate_series(1, $4::int) n returning recipient)
     insert into plaudit.mail_returns (organisation_id, address, hard, returns, reason, first_at, last_at)
       select $1, recipient, true, 1, '5.1.1 nobody', now(), now() from refused`,
    [organisation, programme, edition, size],
  );
  return { mail: 'entries.receipt', batch, mailOff: offToken(season, rows[0]?.id ?? '') };
}
