/** Signing in and out, links, passwords, and the first administrator. */
import type { Client } from '../client.ts';
import { answeredTwice, type Kind, oncePerCall, oncePerEvent, patiently } from '../kind.ts';

const address = (call: string) => `call-${call}@storm.example`;
const callOf = (column: string) => `substring(${column} from '^call-(.*)@storm[.]example$')`;

export async function signIn(client: Client): Promise<void> {
  const { id: person, email, password } = client.person;
  await client.send({
    kind: 'people.sign-in-by-password',
    path: '/sign-in',
    act: 'password',
    fields: { email, password },
    about: { person },
  });
}

export async function setUp(client: Client, token: string): Promise<void> {
  const { email, password } = client.person;
  const fields = { organisation: 'The Storm', name: 'Ada Lindqvist', email, password };
  await client.send({ kind: 'people.set-up', path: `/set-up/${token}`, act: 'set-up', fields, about: { email } });
}

export const people: readonly Kind[] = [
  {
    operation: 'people.set-up',
    // Once, before there is anything else.
    within: 'the beginning',
    check: (lines, look) => oncePerEvent(lines, look, 'people.administrator-added', 'email'),
  },
  {
    operation: 'people.sign-in-by-password',
    weight: 1,
    act: async (client) => {
      client.forget();
      await signIn(client);
    },
    check: (lines, look) => oncePerEvent(lines, look, 'people.signed-in', 'person'),
  },
  {
    operation: 'people.sign-out',
    weight: 1,
    act: async (client) => {
      await client.send({ kind: 'people.sign-out', path: '/account', act: 'sign-out' });
      await signIn(client);
    },
    // Whoever is signed out is nobody: a retry is told to sign in, which says as much as an answer.
    settle: answeredTwice('sign-in needed'),
    check: (lines, look) => oncePerEvent(lines, look, 'people.signed-out'),
  },
  {
    operation: 'people.set-password',
    weight: 1,
    act: async (client) => {
      const { password } = client.person;
      const fields = { password, _proof: password };
      await client.send({ kind: 'people.set-password', path: '/account', act: 'password', fields });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'people.password-set'),
  },
  {
    operation: 'people.request-link',
    weight: 6,
    act: async (client) => {
      const call = client.nextCall();
      await client.send({ kind: 'people.request-link', path: '/sign-in', act: 'link', fields: { email: address(call) } }, call);
    },
    check: async (lines, look) => [
      ...(await oncePerCall(lines, look, `select ${callOf('recipient')} as mark, count(*)::int as found from plaudit.outbox group by 1`)),
      // The job that settles each mail does so once, however often it was run.
      ...(await oncePerCall(
        lines,
        look,
        `select ${callOf("(b.body::json ->> 'recipient')")} as mark, count(*)::int as found from plaudit.audit_events e
         join plaudit.audit_bodies b on b.event_id = e.id where e.kind = 'messages.mail-kept' group by 1`,
      )),
    ],
  },
  {
    operation: 'people.sign-in-by-link',
    weight: 2,
    act: async (client, { look, guestOf }) => {
      const call = client.nextCall();
      const guest = guestOf(client);
      await guest.send({ kind: 'people.request-link', path: '/sign-in', act: 'link', fields: { email: address(call) } }, call);
      const [mail] = await patiently(() =>
        look<{ token: string }>("select data ->> 'token' as token from plaudit.outbox where recipient = $1", [address(call)]),
      );
      await guest.send(
        { kind: 'people.sign-in-by-link', path: `/link/${mail?.token}`, act: 'sign-in', fields: { name: `Guest ${call}` } },
        call,
      );
      guest.forget();
    },
    check: (lines, look) =>
      oncePerCall(lines, look, `select ${callOf('email')} as mark, count(*)::int as found from directory.people group by 1`),
  },
];
