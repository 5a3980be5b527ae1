/** What is there before the storm begins, and what its people may look up while it lasts. */
import pg from 'pg';
import { type Database, openDatabase } from '#platform/database/transaction.server.ts';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { addPerson } from '#slices/people/index.ts';
import { eventually } from '#tests/support/child.ts';
import { asSystem } from '#tests/support/contexts.ts';
import type { Product } from '#tests/support/product.ts';
import type { Client, Person } from './client.ts';
import { type Look, patiently } from './kind.ts';
import { makeSeason, type Season } from './season.ts';

export type World = {
  readonly organisation: OrganisationId;
  /** In the order of the clients: the first administers and manages, the last enters what the others judge. */
  readonly people: readonly Person[];
  readonly season: Season;
  readonly look: Look;
  /** Somebody at the same desk who is not signed in. */
  readonly guestOf: (client: Client) => Client;
  /** A job that has failed and waits for somebody to have it run again; undefined when it did not fail in time. */
  readonly failedJob: () => Promise<string | undefined>;
  readonly close: () => Promise<void>;
};

export const password = 'a password for the storm';

function openLook(url: string): { look: Look; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 3, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const look: Look = async <Row extends pg.QueryResultRow>(statement: string, values: readonly unknown[] = []) =>
    (await pool.query<Row>(statement, [...values])).rows;
  return { look, close: () => pool.end() };
}

async function addPeople(database: Database, organisation: OrganisationId, count: number): Promise<Person[]> {
  const people: Person[] = [];
  for (let i = 1; i < count; i += 1) {
    const email = `person-${i}@storm.example`;
    const { person } = await addPerson(asSystem(database, organisation), { email, name: `Person ${i}`, password });
    people.push({ id: person, email, password });
  }
  return people;
}

async function settle(look: Look, database: Database, first: Person, count: number) {
  const [known] = await look<{ organisation: OrganisationId; person: string }>(
    'select o.id as organisation, p.id as person from directory.organisations o, directory.people p where p.email = $1',
    [first.email],
  );
  if (known === undefined) throw new Error('nobody set the product up');
  const { organisation, person } = known;
  const people = [{ ...first, id: person }, ...(await addPeople(database, organisation, count))];
  return { organisation, people, season: await makeSeason({ database, organisation, people }) };
}

export async function makeWorld(product: Product, first: Person, count: number, guestOf: World['guestOf']): Promise<World> {
  const { app, superUrl } = product.urls();
  const { look, close } = openLook(superUrl);
  const database = openDatabase(app, { max: 2, name: 'storm' });
  let settled: Awaited<ReturnType<typeof settle>>;
  try {
    settled = await settle(look, database, first, count);
  } finally {
    await database.close();
  }
  const { organisation } = settled;
  const failedJob = async () => {
    const key = ids.random();
    const payload = JSON.stringify({ organisation, payload: { outbox: 'nothing' } });
    await patiently(() => look('select plaudit.enqueue($1, $2::json, $3, null, 1)', ['messages.send-mail', payload, key]));
    const failed = async () => {
      const rows = await look<{ id: string }>(
        'select id::text from graphile_worker.jobs where key = $1 and last_error is not null and locked_at is null',
        [key],
      ).catch(() => []);
      return rows[0]?.id;
    };
    return eventually('the job has failed', failed).catch(() => undefined);
  };
  return { ...settled, look, guestOf, failedJob, close };
}
