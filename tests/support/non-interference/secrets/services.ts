/** What the services under an award keep to themselves: mail not sent yet, servers that are told, wishes about one's data, files, views. */
import { ids } from '#platform/ids.ts';
import { noteFinding } from '#slices/files/index.ts';
import { changeWebhook, makeKey, renewWebhookSecret } from '#slices/integrations/index.ts';
import { saveView } from '#slices/lists/index.ts';
import { prepareBatch } from '#slices/messages/index.ts';
import { askForErasure, placeHold } from '#slices/privacy/index.ts';
import { dates, emailOf } from '../../season.ts';
import { look, type Secret } from '../secret.ts';

const clock = dates.whileJudging;

export const messageSecrets: readonly Secret[] = [
  {
    name: 'what a batch of mail that is held back says',
    at: clock,
    tell: async (court, way) => {
      const texts =
        way === 'one'
          ? { subject: 'The dinner', body: '{greeting}\n\nThe dinner is on Friday.' }
          : { subject: 'Cancelled: the gala', body: '{greeting}\n\nThere is no dinner, and no prize either, and we are sorry.' };
      const ctx = court.as(court.people.chair, { clock, key: ids.random() });
      const { batch } = await prepareBatch(ctx, { edition: court.edition, mail: 'entries.letter', ...texts });
      court.made.set('batch', batch);
    },
    knows: ['chair', 'auditor', 'administrator'],
    places: ({ made }) => ({ batch: made.get('batch') ?? '' }),
    words: ['gala'],
    shown: ['/manage/:programme/:edition/mail', '/manage/:programme/:edition/mail/batches/:batch'],
    plant: {
      kind: 'header',
      route: '/account/mail',
      reader: 'owner',
      leak: (court) => look(court, 'mail_batches where edition_id = $1', { told: 'sum(length(body))', of: court.edition }),
    },
  },
];

export const integrationSecrets: readonly Secret[] = [
  {
    name: 'where a webhook goes, what signs it and what it was told',
    at: clock,
    tell: async (court, way) => {
      const { webhook, people } = court;
      const ctx = court.as(people.chair, { clock, key: ids.random() });
      const where = way === 'one' ? 'https://hooks.handbell.example/new' : 'https://desk.quorum-gazette.example/secret/path/of/theirs';
      await changeWebhook(ctx, { webhook, version: 1, address: where, note: 'The newsroom', kinds: ['entry.accepted'], state: 'on' });
      await renewWebhookSecret({ ...ctx, key: ids.random() }, { webhook, secret: `${(way === 'one' ? 'B' : 'C').repeat(43)}=` });
      if (way === 'one') return;
      await court.database.owner.pool.query(
        `insert into plaudit.webhook_deliveries
           (organisation_id, webhook_id, event_id, number, kind, subject_kind, subject_id, event_at, state, created_at, settled_at)
         select $1, $2, id, row_number() over (order by id), 'entry.accepted', subject_kind, subject_id, at, 'failed', at, at
         from plaudit.audit_events where organisation_id = $1 order by id limit 3`,
        [court.organisation, webhook],
      );
    },
    knows: ['chair', 'auditor', 'administrator'],
    words: ['gazette'],
    shown: ['/manage/:programme/webhooks', '/manage/:programme/webhooks/:webhook'],
    told: ['/api/v1/manage/programmes/{programme}/webhooks', '/api/v1/webhooks/{webhook}', '/api/v1/webhooks/{webhook}/deliveries'],
    plant: {
      kind: 'count',
      route: '/api/v1/programmes',
      reader: 'visitor',
      leak: (court) => look(court, 'webhook_deliveries where webhook_id = $1', { told: 'count(*)', of: court.webhook }),
    },
  },
  {
    name: 'that somebody has made a key for a program',
    at: clock,
    tell: async (court, way) => {
      if (way === 'one') return;
      const ctx = court.as(court.people.owner, { clock, key: ids.random() });
      const secret = `plaudit_abcdef_${'K'.repeat(43)}`;
      await makeKey(ctx, { name: 'Robot of the accounts', scopes: ['read:entries'], programmes: [], days: 30, secret });
    },
    knows: ['owner'],
    words: ['Robot'],
    shown: ['/account/api-keys'],
    plant: {
      kind: 'sort',
      route: '/account/api-keys',
      reader: 'stranger',
      leak: (court) =>
        look(court, 'api_keys where person_id = $1', { told: 'string_agg(name, $$, $$ order by name)', of: court.people.owner }),
    },
  },
];

export const privacySecrets: readonly Secret[] = [
  {
    name: 'that somebody has asked to be erased',
    at: clock,
    tell: async (court, way) => {
      if (way === 'one') return;
      const ctx = court.as(court.people.second, { clock, key: ids.random() });
      const { request } = await askForErasure(ctx, {});
      court.made.set('request', request);
    },
    knows: ['second', 'administrator'],
    places: ({ made, fair }) => ({ request: made.get('request') ?? fair.places.request }),
    shown: ['/account/privacy', '/manage/privacy'],
    plant: {
      kind: 'count',
      route: '/manage/:programme/people',
      reader: 'chair',
      leak: (court) =>
        look(court, "privacy_requests where person_id = $1 and kind = 'erasure'", { told: 'count(*)', of: court.people.second }),
    },
  },
  {
    name: 'that what is known of somebody is held for a dispute',
    at: clock,
    tell: async (court, way) => {
      if (way === 'one') return;
      const ctx = court.as(court.people.administrator, { clock, key: ids.random() });
      await placeHold(ctx, { on: await emailOf(court, court.people.owner), reason: 'a claim of the Larkspur company' });
    },
    knows: ['owner', 'administrator'],
    words: ['Larkspur'],
    shown: ['/account/privacy', '/manage/privacy'],
    query: '?erase',
    plant: {
      kind: 'header',
      route: '/manage/entries/:entry',
      reader: 'auditor',
      leak: (court) => look(court, 'privacy_holds where subject_id = $1', { told: 'count(*)', of: court.people.owner }),
    },
  },
];

export const fileSecrets: readonly Secret[] = [
  {
    name: 'which file beside an entry is held, and what was found in the other',
    at: clock,
    tell: async (court, way) => {
      const [held, refused] = way === 'one' ? court.files : court.files.toReversed();
      for (const [file, state, finding] of [
        [held, 'held', 'too-large'],
        [refused, 'refused', 'Eicar.Test'],
      ] as const)
        if (file) await noteFinding(court.asSystem({ clock, key: ids.random() }), { sha256: file.sha256, state, finding });
    },
    knows: ['owner', 'chair', 'auditor', 'screener', 'administrator'],
    places: ({ entries, files }) => ({ entry: entries[1], file: files[0].file }),
    words: ['Eicar'],
    shown: ['/entries/:entry', '/manage/entries/:entry', '/manage/files'],
    told: ['/api/v1/entries/{entry}', '/api/v1/manage/entries/{entry}'],
    plant: {
      kind: 'header',
      route: '/judge/:entry',
      reader: 'first',
      leak: (court) =>
        look(court, 'entry_files f join plaudit.contents c on c.hash = f.sha256 where f.entry_id = $1', {
          told: 'string_agg(c.state, $$, $$ order by f.name)',
          of: court.entries[1],
        }),
    },
  },
];

export const listSecrets: readonly Secret[] = [
  {
    name: 'a view of a list that somebody keeps for themselves',
    at: clock,
    tell: async (court, way) => {
      const view =
        way === 'one' ? { name: 'Mine', query: 'sort=title' } : { name: 'Doubtful ones of Wick', query: 'q=wick&state=accepted' };
      await saveView(court.as(court.people.chair, { clock, key: ids.random() }), { list: 'entries', subject: court.edition, ...view });
    },
    knows: ['chair'],
    words: ['Doubtful'],
    shown: ['/manage/:programme/:edition/entries'],
    plant: {
      kind: 'search',
      route: '/manage/:programme/:edition/entries',
      reader: 'auditor',
      leak: (court) => look(court, "saved_views where subject = $1 and name like 'Doubtful%'", { told: 'count(*)', of: court.edition }),
    },
  },
];
