/** Nominations from the form without an account to what the nominee answers, and what an organiser does between. */
import type { Client } from '../client.ts';
import { type Kind, oncePerCall, oncePerSubject, patiently } from '../kind.ts';
import type { World } from '../world.ts';

/** What says when a form was opened holds for a day, so one reading of it is enough for each guest. */
const marks = new WeakMap<Client, string>();

async function markOf(guest: Client, path: string): Promise<string | undefined> {
  const known = marks.get(guest);
  if (known !== undefined) return known;
  const mark = /name="mark" value="([^"]+)"/.exec((await guest.read(path)) ?? '')?.[1];
  if (mark === undefined) return undefined;
  marks.set(guest, mark);
  // Nobody reads and writes such a form faster.
  await new Promise((done) => setTimeout(done, 2_500));
  return mark;
}

/** A nomination, and the nominee it made once the code of the mail came back. */
async function nominated(
  client: Client,
  { look, season, guestOf }: World,
  name: string,
): Promise<{ id: string; email: string } | undefined> {
  const guest = guestOf(client);
  guest.forget();
  const form = `/p/${season.slug}/${season.open.slug}/categories/A/nominate`;
  const mark = await markOf(guest, form);
  if (mark === undefined) return undefined;
  const call = client.nextCall();
  const [email, nominatorEmail] = [`call-${call}@nominees.example`, `call-${call}@nominators.example`];
  const whom = { kind: 'person', name, worksFor: 'Storm Mutual', email, relation: 'customer' };
  const fields = { ...whom, reason: `Call ${call}`, nominator: `Guest ${call}`, nominatorEmail, mark, website: '' };
  await guest.send({ kind: 'nominations.nominate', path: form, act: 'nominate', fields }, call);
  const [mail] = await patiently(() =>
    look<{ code: string; nomination: string }>(
      "select data ->> 'code' as code, data ->> 'nomination' as nomination from plaudit.outbox where recipient = $1 and mail = 'nominations.code'",
      [nominatorEmail],
    ),
  );
  if (mail === undefined) return undefined;
  const confirm = { kind: 'nominations.confirm-nomination', path: `/nominations/${mail.nomination}`, act: 'confirm' };
  await guest.send({ ...confirm, fields: { code: mail.code }, about: { subject: mail.nomination } });
  const [nominee] = await patiently(() =>
    look<{ id: string }>(
      `select b.body::json ->> 'nominee' as id from plaudit.audit_events e
       join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
       where e.kind = 'nominations.nomination-confirmed' and e.subject_id = $1`,
      [mail.nomination],
    ),
  );
  return nominee && { id: nominee.id, email };
}

async function tokenOf({ look }: World, email: string): Promise<string | undefined> {
  const rows = await patiently(() =>
    look<{ token: string }>("select data ->> 'token' as token from plaudit.outbox where recipient = $1 and data ->> 'token' is not null", [
      email,
    ]),
  );
  return rows[0]?.token;
}

async function wholeNomination(client: Client, world: World): Promise<void> {
  const { look, season, guestOf } = world;
  const name = `Nominee ${client.nextCall()}`;
  const first = await nominated(client, world, name);
  const second = first && (await nominated(client, world, name));
  if (!first || !second) return;
  const list = `/manage/${season.slug}/${season.open.slug}/nominations`;
  const path = `${list}/${first.id}`;
  const about = { subject: first.id };
  const versions = await patiently(() => look<{ version: number }>('select version from plaudit.nominees where id = $1', [first.id]));
  const changed = { version: String(versions[0]?.version ?? 0), name, worksFor: 'Storm', email: first.email };
  await client.send({ kind: 'nominations.change-nominee', path, act: 'change', fields: changed, about });
  const pair = { into: first.id, nominee: second.id };
  await client.send({ kind: 'nominations.merge-nominees', path, act: 'merge', fields: pair, about });
  await client.send({ kind: 'nominations.split-nominee', path, act: 'split', fields: { nominee: second.id, brought: '' }, about });
  const guest = guestOf(client);
  for (const [nominee, answer] of [[first, 'accept'] as const, [second, 'decline'] as const]) {
    const told = { subject: nominee.id };
    await client.send({ kind: 'nominations.tell-nominee', path: `${list}/${nominee.id}`, act: 'tell', about: told });
    const token = await tokenOf(world, nominee.email);
    if (token === undefined) continue;
    const own = { path: `/nominee/${token}`, about: told };
    guest.forget();
    await guest.send({ ...own, kind: 'nominations.correct-nominee', act: 'correct', fields: { name: `${name} B.`, worksFor: 'Storm' } });
    const fields: Record<string, string> = answer === 'accept' ? { name } : { answer: 'No, thank you.' };
    await guest.send({ ...own, kind: `nominations.${answer}-nomination`, act: answer, fields });
    guest.forget();
  }
}

const within = (operation: string, event: string): Kind => ({
  operation: `nominations.${operation}`,
  within: 'nominations.nominate',
  check: (lines, look) => oncePerSubject(lines, look, `nominations.${event}`),
});

export const nominations: readonly Kind[] = [
  {
    operation: 'nominations.nominate',
    weight: 3,
    by: 'manager',
    act: wholeNomination,
    check: (lines, look) =>
      oncePerCall(
        lines,
        look,
        "select substring(recipient from '^call-(.*)@nominators[.]example$') as mark, count(*)::int as found from plaudit.outbox where mail = 'nominations.code' group by 1",
      ),
  },
  within('confirm-nomination', 'nomination-confirmed'),
  within('change-nominee', 'nominee-changed'),
  within('merge-nominees', 'nominees-merged'),
  within('split-nominee', 'nominee-split'),
  within('tell-nominee', 'nominee-told'),
  within('correct-nominee', 'nominee-corrected'),
  within('accept-nomination', 'nomination-accepted'),
  within('decline-nomination', 'nomination-declined'),
];
