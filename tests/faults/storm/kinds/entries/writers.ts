/** Several people at one entry: writers who come, change and go, and an entry that changes hands. */
import type { Client } from '../../client.ts';
import { type Kind, oncePerCall, oncePerSubject, patiently } from '../../kind.ts';
import type { World } from '../../world.ts';
import { startEntry } from './writing.ts';

const address = (call: string) => `call-${call}@writers.example`;

/** Of the events that say somebody was asked, and of their mails: one of each a call. */
const asked = [
  `select substring(b.body::json ->> 'email' from '^call-(.*)@writers[.]example$') as mark, count(*)::int as found from plaudit.audit_events e
   join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id where e.kind = 'entries.writer-invited' group by 1`,
  "select substring(recipient from '^call-(.*)@writers[.]example$') as mark, count(*)::int as found from plaudit.outbox where mail in ('entries.writer-invited', 'entries.ownership-offered') group by 1",
];

const askedOnce: Kind['check'] = async (lines, look) =>
  (await Promise.all(asked.map((statement) => oncePerCall(lines, look, statement)))).flat();

/** An entry of its own for each, since what others save in it would be another story. */
async function anEntry(client: Client, world: World): Promise<string | undefined> {
  const draft = await startEntry(client, world);
  if (draft !== undefined) client.desk.drafts.splice(client.desk.drafts.indexOf(draft), 1);
  return draft?.id;
}

type Asked = { readonly email: string; readonly token: string };

async function ask(client: Client, { look }: World, entry: string, act: 'invite' | 'offer'): Promise<Asked | undefined> {
  const call = client.nextCall();
  const email = address(call);
  const kind = act === 'invite' ? 'entries.invite-writer' : 'entries.offer-ownership';
  const fields = { email, name: `Guest ${call}`, rights: 'edit' };
  await client.send({ kind, path: `/entries/${entry}/writers`, act, fields, about: { subject: entry } }, call);
  const [mail] = await patiently(() =>
    look<{ token: string }>("select data ->> 'token' as token from plaudit.outbox where recipient = $1", [email]),
  );
  return mail && { email, token: mail.token };
}

/** By whoever has the mail, who has no account before. */
async function accept(client: Client, world: World, entry: string, { email, token }: Asked, as: 'writer' | 'owner') {
  const guest = world.guestOf(client);
  guest.forget();
  const form = { kind: 'entries.accept-writer-invitation', path: `/sharing/${token}`, act: 'accept', fields: { name: 'Guest' } };
  await guest.send({ ...form, about: { subject: entry, as } });
  const [person] = await patiently(() => world.look<{ id: string }>('select id from directory.people where email = $1', [email]));
  return { guest, person: person?.id };
}

async function wholeTeam(client: Client, world: World): Promise<void> {
  const entry = await anEntry(client, world);
  if (entry === undefined) return;
  const path = `/entries/${entry}/writers`;
  const about = { subject: entry };
  const first = await ask(client, world, entry, 'invite');
  if (first === undefined) return;
  const { person } = await accept(client, world, entry, first, 'writer');
  if (person !== undefined) {
    await client.send({ kind: 'entries.change-writer', path, act: 'change', fields: { person, rights: 'view' }, about });
    await client.send({ kind: 'entries.remove-writer', path, act: 'remove', fields: { person }, about });
  }
  const second = await ask(client, world, entry, 'invite');
  if (second !== undefined) {
    const { guest } = await accept(client, world, entry, second, 'writer');
    await guest.send({ kind: 'entries.leave-entry', path, act: 'leave', about });
    guest.forget();
  }
  if ((await ask(client, world, entry, 'invite')) === undefined) return;
  const [open] = await patiently(() =>
    world.look<{ id: string }>(
      `select b.body::json ->> 'invitation' as id from plaudit.audit_events e
       join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
       where e.kind = 'entries.writer-invited' and e.subject_id = $1 order by e.at desc, e.id desc limit 1`,
      [entry],
    ),
  );
  const fields = { invitation: open?.id ?? '' };
  await client.send({ kind: 'entries.withdraw-writer-invitation', path, act: 'withdraw', fields, about });
}

async function handedOver(client: Client, world: World): Promise<void> {
  const entry = await anEntry(client, world);
  const offer = entry && (await ask(client, world, entry, 'offer'));
  if (!entry || !offer) return;
  const { guest } = await accept(client, world, entry, offer, 'owner');
  guest.forget();
}

const within = (operation: string, event: string): Kind => ({
  operation: `entries.${operation}`,
  within: 'entries.invite-writer',
  check: (lines, look) => oncePerSubject(lines, look, `entries.${event}`),
});

export const writers: readonly Kind[] = [
  { operation: 'entries.invite-writer', weight: 1, act: wholeTeam, check: askedOnce },
  { operation: 'entries.offer-ownership', weight: 1, act: handedOver, check: askedOnce },
  {
    operation: 'entries.accept-writer-invitation',
    within: 'entries.invite-writer',
    check: async (lines, look) => {
      const as = (what: string) => lines.filter(({ about }) => about.as === what);
      return [
        ...(await oncePerSubject(as('writer'), look, 'entries.writer-joined')),
        ...(await oncePerSubject(as('owner'), look, 'entries.owner-changed')),
      ];
    },
  },
  within('change-writer', 'writer-rights-changed'),
  within('remove-writer', 'writer-removed'),
  within('leave-entry', 'writer-left'),
  within('withdraw-writer-invitation', 'writer-invitation-withdrawn'),
];
