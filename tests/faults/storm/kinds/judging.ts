/** Ballots, most of all saving them; seats that are dealt, given up and taken back. */
import type { Client, Seat } from '../client.ts';
import { type Count, type Kind, type Look, oncePerEvent, patiently } from '../kind.ts';
import type { Line } from '../ledger.ts';
import type { World } from '../world.ts';

async function seatsOf({ person }: Client, { look }: World, edition: string): Promise<string[]> {
  const rows = await patiently(() =>
    look<{ entry: string }>('select entry_id as entry from plaudit.assignments where judge_id = $1 and edition_id = $2 order by 1', [
      person.id,
      edition,
    ]),
  );
  return rows.map(({ entry }) => entry);
}

/** One's own seats in the edition whose seats stay, as one remembers them. */
async function aSeat(client: Client, world: World, submitted: boolean): Promise<Seat | undefined> {
  const known =
    client.desk.seats ?? (await seatsOf(client, world, world.season.judged.id)).map((entry) => ({ entry, version: 0, submitted: false }));
  client.desk.seats = known;
  const fitting = known.filter((seat) => seat.submitted === submitted);
  return fitting.length === 0 ? undefined : client.chance.pick(fitting);
}

function written(client: Client, { season }: World, { version }: Seat, comment: string): Record<string, string> {
  const marks = season.judged.criteria.map((criterion) => [`marks.${criterion}`, String(client.chance.between(1, 10))]);
  return { version: String(version), comment, ...Object.fromEntries(marks) };
}

/** What the three kinds of writing did to a ballot is its version. */
async function versions(all: readonly Line[], look: Look): Promise<Count[]> {
  const writing = new Set(['judging.save-ballot', 'judging.submit-ballot', 'judging.reopen-ballot']);
  const done = all.filter(({ kind, outcome }) => writing.has(kind) && outcome === 'ok');
  const rows = await look<{ ballot: string; version: number }>(
    "select judge_id || ' ' || entry_id as ballot, version from plaudit.ballots",
  );
  const found = new Map(rows.map(({ ballot, version }) => [ballot, version]));
  return [...Map.groupBy(done, ({ person, about }) => `${person} ${about.entry}`)].map(([ballot, lines]) => ({
    of: `the ballot of ${ballot}`,
    expected: lines.length,
    found: found.get(ballot) ?? 0,
  }));
}

const judgingPage = ({ season }: World) => `/manage/${season.slug}/${season.dealt.slug}/judging`;

export const judging: readonly Kind[] = [
  {
    operation: 'judging.save-ballot',
    weight: 80,
    act: async (client, world) => {
      const seat = await aSeat(client, world, false);
      if (seat === undefined) return;
      const call = client.nextCall();
      const { entry } = seat;
      const fields = written(client, world, seat, `Ballot ${call}`);
      const saved = await client.send(
        { kind: 'judging.save-ballot', path: `/judge/${entry}/draft`, act: 'save', fields, about: { entry } },
        call,
      );
      if (saved.ok) seat.version += 1;
    },
    check: (_lines, look, all) => versions(all, look),
  },
  {
    operation: 'judging.submit-ballot',
    weight: 4,
    act: async (client, world) => {
      const seat = await aSeat(client, world, false);
      if (seat === undefined) return;
      const { entry } = seat;
      const fields = { ...written(client, world, seat, 'Submitted'), do: 'submit' };
      const done = await client.send({ kind: 'judging.submit-ballot', path: `/judge/${entry}`, act: 'ballot', fields, about: { entry } });
      if (done.ok) Object.assign(seat, { version: seat.version + 1, submitted: true });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'judging.ballot-submitted'),
  },
  {
    operation: 'judging.reopen-ballot',
    weight: 4,
    act: async (client, world) => {
      const seat = await aSeat(client, world, true);
      if (seat === undefined) return;
      const { entry } = seat;
      const done = await client.send({ kind: 'judging.reopen-ballot', path: `/judge/${entry}`, act: 'reopen', about: { entry } });
      if (done.ok) Object.assign(seat, { version: seat.version + 1, submitted: false });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'judging.ballot-reopened'),
  },
  {
    operation: 'judging.declare-interest',
    weight: 1,
    act: async (client, world) => {
      const [entry] = await seatsOf(client, world, world.season.dealt.id);
      if (entry === undefined) return;
      const fields = { reason: 'I worked there.' };
      await client.send({ kind: 'judging.declare-interest', path: `/judge/${entry}`, act: 'interest', fields });
    },
    // The manager may have taken the seat back a moment before.
    refusals: ['404'],
    check: (lines, look) => oncePerEvent(lines, look, 'judging.interest-declared'),
  },
  {
    operation: 'judging.release-seat',
    weight: 3,
    by: 'manager',
    act: async (client, world) => {
      const seats = await patiently(() =>
        world.look<{ entry: string; judge: string }>(
          'select entry_id as entry, judge_id as judge from plaudit.assignments where edition_id = $1',
          [world.season.dealt.id],
        ),
      );
      if (seats.length === 0) return;
      const { entry, judge } = client.chance.pick(seats);
      const fields = { entry, judge, reason: 'They are ill.' };
      await client.send({ kind: 'judging.release-seat', path: judgingPage(world), act: 'release', fields });
    },
    // The judge may have declared an interest a moment before.
    refusals: ['404'],
    check: (lines, look) => oncePerEvent(lines, look, 'judging.seat-released'),
  },
  {
    operation: 'judging.assign-judges',
    weight: 3,
    by: 'manager',
    act: async (client, world) => {
      const page = await client.read(judgingPage(world));
      const plan = /name="plan" value="(\w+)"/.exec(page ?? '')?.[1];
      if (plan === undefined) return;
      await client.send({ kind: 'judging.assign-judges', path: judgingPage(world), act: 'assign', fields: { plan } });
    },
    // A seat may have been given up since the plan was shown.
    refusals: ['409'],
    check: (lines, look) => oncePerEvent(lines, look, 'judging.judges-assigned'),
  },
];
