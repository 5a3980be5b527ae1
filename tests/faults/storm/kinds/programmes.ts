/** An organiser's work: programmes, editions and who has a role in them. */
import type { Client } from '../client.ts';
import { type Kind, oncePerCall, oncePerEvent, oncePerSubject, patiently } from '../kind.ts';
import type { World } from '../world.ts';

/** Wall time of a form, so many days from now. */
const wall = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
const dates = (closes: number) => ({ entriesOpenAt: wall(-1), entriesCloseAt: wall(closes), judgingCloseAt: wall(closes + 20) });
const named = (table: string) =>
  `select substring(name from '^Call (.*)$') as mark, count(*)::int as found from plaudit.${table} where name like 'Call %' group by 1`;

async function versionOf({ look }: World, edition: string): Promise<string> {
  const rows = await patiently(() => look<{ version: number }>('select version from plaudit.editions where id = $1', [edition]));
  return String(rows[0]?.version ?? 0);
}

/** An edition from its making to the end of its judging. */
async function wholeEdition(client: Client, world: World): Promise<void> {
  const { slug } = world.season;
  const call = client.nextCall();
  const fields = { name: `Call ${call}`, seats: '3', minimumPanel: '2', ...dates(10) };
  const made = await client.send({ kind: 'programmes.create-edition', path: `/manage/${slug}/new`, act: 'create', fields }, call);
  const path = made.location;
  const [edition] = await patiently(() => world.look<{ id: string }>('select id from plaudit.editions where name = $1', [`Call ${call}`]));
  if (!made.ok || edition === undefined) return;
  const about = { subject: edition.id };
  const [category, tree] = [client.nextCall(), `${path}/categories`];
  await client.send(
    { kind: 'programmes.add-category', path: tree, act: 'category', fields: { code: 'A', name: `Call ${category}` } },
    category,
  );
  const [a] = await patiently(() => world.look<{ id: string }>('select id from plaudit.categories where edition_id = $1', [edition.id]));
  const renamed = { category: a?.id ?? '', name: `Call ${category}`, description: 'Renamed', version: await versionOf(world, edition.id) };
  await client.send({ kind: 'programmes.change-category', path: tree, act: 'rename', fields: renamed, about: { subject: a?.id ?? '' } });
  const panel = { seats: '5', minimumPanel: '3', version: await versionOf(world, edition.id) };
  await client.send({ kind: 'programmes.change-panel', path, act: 'panel', fields: panel, about });
  const criteria = { 'criteria.0.name': 'Result', 'criteria.0.weight': '60', 'criteria.1.name': 'Craft', 'criteria.1.weight': '40' };
  const scaled = { ...criteria, scaleMin: '1', scaleMax: '10', version: await versionOf(world, edition.id) };
  await client.send({ kind: 'programmes.change-criteria', path: `${path}/criteria`, act: 'criteria', fields: scaled, about });
  const moved = { ...dates(12), version: await versionOf(world, edition.id) };
  await client.send({ kind: 'programmes.change-edition-dates', path: `${path}/timeline`, act: 'dates', fields: moved, about });
  await client.send({ kind: 'programmes.publish-edition', path, act: 'publish', about });
  await client.send({ kind: 'programmes.close-entries', path: `${path}/entries`, act: 'close', about });
  await client.send({ kind: 'programmes.end-judging', path: `${path}/judging`, act: 'end', about });
}

const address = (call: string) => `call-${call}@storm.example`;

/** Somebody is invited and the invitation is withdrawn before an answer. */
async function wholeInvitation(client: Client, world: World, path: string): Promise<void> {
  const call = client.nextCall();
  const email = address(call);
  await client.send({ kind: 'programmes.invite', path, act: 'invite', fields: { email, name: `Guest ${call}`, role: 'auditor' } }, call);
  const [sent] = await patiently(() => world.look<{ id: string }>('select id from plaudit.invitations where email = $1', [email]));
  if (sent === undefined) return;
  const about = { subject: sent.id };
  const fields = { invitation: sent.id };
  await client.send({ kind: 'programmes.withdraw-invitation', path, act: 'withdraw-invitation', fields, about });
}

/** Somebody is invited to judge, accepts, and has the role taken away again. */
async function wholeRole(client: Client, world: World): Promise<void> {
  const path = `/manage/${world.season.slug}/people`;
  const call = client.nextCall();
  const email = address(call);
  await client.send({ kind: 'programmes.invite', path, act: 'invite', fields: { email, name: `Guest ${call}`, role: 'judge' } }, call);
  const [mail] = await patiently(() =>
    world.look<{ token: string }>("select data ->> 'token' as token from plaudit.outbox where recipient = $1", [email]),
  );
  const guest = world.guestOf(client);
  const accept = {
    kind: 'programmes.accept-invitation',
    path: `/invitations/${mail?.token}`,
    act: 'accept',
    fields: { name: `Guest ${call}` },
  };
  await guest.send(accept, call);
  guest.forget();
  const [person] = await patiently(() => world.look<{ id: string }>('select id from directory.people where email = $1', [email]));
  if (person === undefined) return;
  const withdrawn = { person: person.id, role: 'judge' };
  await client.send({ kind: 'programmes.withdraw-role', path, act: 'withdraw', fields: withdrawn, about: { person: person.id } });
  await wholeInvitation(client, world, path);
}

const mailed =
  "select substring(recipient from '^call-(.*)@storm[.]example$') as mark, count(*)::int as found from plaudit.outbox group by 1";

export const programmes: readonly Kind[] = [
  {
    operation: 'programmes.create-programme',
    weight: 1,
    by: 'administrator',
    act: async (client, world) => {
      const call = client.nextCall();
      const fields = { name: `Call ${call}`, timeZone: 'Etc/UTC' };
      const made = await client.send({ kind: 'programmes.create-programme', path: '/manage/new', act: 'create', fields }, call);
      const [programme] = await patiently(() =>
        world.look<{ id: string; slug: string }>('select id, slug from plaudit.programmes where name = $1', [fields.name]),
      );
      if (!made.ok || programme === undefined) return;
      const texts = { name: fields.name, strapline: 'Said anew', summary: '', version: '1' };
      const path = `/manage/${programme.slug}/texts`;
      const about = { subject: programme.id };
      await client.send({ kind: 'programmes.change-programme-texts', path, act: 'texts', fields: texts, about });
    },
    check: (lines, look) => oncePerCall(lines, look, named('programmes')),
  },
  {
    operation: 'programmes.change-programme-texts',
    within: 'programmes.create-programme',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.texts-changed'),
  },
  {
    operation: 'programmes.create-edition',
    weight: 2,
    by: 'manager',
    act: wholeEdition,
    check: (lines, look) => oncePerCall(lines, look, named('editions')),
  },
  {
    operation: 'programmes.add-category',
    within: 'programmes.create-edition',
    check: (lines, look) => oncePerCall(lines, look, named('categories')),
  },
  {
    operation: 'programmes.change-criteria',
    within: 'programmes.create-edition',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.criteria-changed'),
  },
  {
    operation: 'programmes.change-category',
    within: 'programmes.create-edition',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.category-changed'),
  },
  {
    operation: 'programmes.change-panel',
    within: 'programmes.create-edition',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.panel-changed'),
  },
  {
    operation: 'programmes.change-edition-dates',
    within: 'programmes.create-edition',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.dates-changed'),
  },
  {
    operation: 'programmes.publish-edition',
    within: 'programmes.create-edition',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.edition-published'),
  },
  {
    operation: 'programmes.close-entries',
    within: 'programmes.create-edition',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.entries-closed'),
  },
  {
    operation: 'programmes.end-judging',
    within: 'programmes.create-edition',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.judging-ended'),
  },
  {
    operation: 'programmes.invite',
    weight: 2,
    by: 'manager',
    act: wholeRole,
    check: (lines, look) => oncePerCall(lines, look, mailed),
  },
  {
    operation: 'programmes.accept-invitation',
    within: 'programmes.invite',
    check: (lines, look) =>
      oncePerCall(
        lines,
        look,
        "select substring(email from '^call-(.*)@storm[.]example$') as mark, count(*)::int as found from directory.people group by 1",
      ),
  },
  {
    operation: 'programmes.withdraw-invitation',
    within: 'programmes.invite',
    check: (lines, look) => oncePerSubject(lines, look, 'programmes.invitation-withdrawn'),
  },
  {
    operation: 'programmes.withdraw-role',
    within: 'programmes.invite',
    check: (lines, look) => oncePerEvent(lines, look, 'programmes.role-withdrawn', 'person'),
  },
];
