/** Referees who are asked for letters: one writes and then declines, one is told that it is needed no more. */
import type { Client } from '../../client.ts';
import { type Kind, oncePerCall, oncePerSubject, patiently } from '../../kind.ts';
import type { World } from '../../world.ts';
import { startEntry } from './writing.ts';

type Asked = { readonly token: string; readonly request: string };

async function ask(client: Client, { look }: World, entry: string): Promise<Asked | undefined> {
  const call = client.nextCall();
  const email = `call-${call}@referees.example`;
  const fields = { email, name: `Referee ${call}`, relation: 'A customer', message: '', kind: 'confidential' };
  await client.send({ kind: 'entries.ask-for-letter', path: `/entries/${entry}/letters`, act: 'ask', fields }, call);
  const [mail] = await patiently(() =>
    look<Asked>(
      `select o.data ->> 'token' as token, (select b.body::json ->> 'request' from plaudit.audit_bodies b
         join plaudit.audit_events e on e.organisation_id = b.organisation_id and e.id = b.event_id
         where e.kind = 'entries.letter-asked' and e.subject_id = $2 and b.body::json ->> 'email' = $1) as request
       from plaudit.outbox o where o.recipient = $1 and o.mail = 'entries.letter-asked'`,
      [email, entry],
    ),
  );
  return mail;
}

async function wholeLetter(client: Client, world: World): Promise<void> {
  const draft = await startEntry(client, world);
  if (draft === undefined) return;
  client.desk.drafts.splice(client.desk.drafts.indexOf(draft), 1);
  const about = { subject: draft.id };
  const first = await ask(client, world, draft.id);
  if (first !== undefined) {
    const guest = world.guestOf(client);
    guest.forget();
    const path = `/letters/${first.token}`;
    await guest.send({ kind: 'entries.write-letter', path, act: 'write', fields: { text: 'They helped.', version: '0' }, about });
    await guest.send({ kind: 'entries.decline-letter', path, act: 'decline', fields: { words: 'After all not.' }, about });
  }
  const second = await ask(client, world, draft.id);
  if (second === undefined) return;
  const form = { path: `/entries/${draft.id}/letters`, act: 'withdraw', fields: { request: second.request }, about };
  await client.send({ ...form, kind: 'entries.withdraw-letter-request' });
}

const within = (operation: string, event: string): Kind => ({
  operation: `entries.${operation}`,
  within: 'entries.ask-for-letter',
  check: (lines, look) => oncePerSubject(lines, look, `entries.${event}`),
});

export const letters: readonly Kind[] = [
  {
    operation: 'entries.ask-for-letter',
    weight: 1,
    act: wholeLetter,
    check: async (lines, look) => [
      ...(await oncePerCall(
        lines,
        look,
        `select substring(b.body::json ->> 'email' from '^call-(.*)@referees[.]example$') as mark, count(*)::int as found from plaudit.audit_events e
         join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id where e.kind = 'entries.letter-asked' group by 1`,
      )),
      ...(await oncePerCall(
        lines,
        look,
        "select substring(recipient from '^call-(.*)@referees[.]example$') as mark, count(*)::int as found from plaudit.outbox where mail = 'entries.letter-asked' group by 1",
      )),
    ],
  },
  within('write-letter', 'letter-written'),
  within('decline-letter', 'letter-declined'),
  within('withdraw-letter-request', 'letter-request-withdrawn'),
];
