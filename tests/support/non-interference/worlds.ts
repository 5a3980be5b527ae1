/** Worlds from one seed, what each says to a reader, and where two of them say different things. */
import { apiRoot } from '#http/api/serve.ts';
import { mailboxForMachine } from '#slices/messages/index.ts';
import { createDatabase, type TestDatabase } from '../database.ts';
import { type Court, movedTo, type Reader } from './court.ts';
import { type Asking, type Door, openDoor, written } from './doors.ts';
import type { Question } from './questions.ts';
import type { Secret, Way } from './secret.ts';

export type Room = { readonly court: Court; readonly door: Door; readonly close: () => Promise<void> };

export type Telling = { readonly secret: Secret; readonly way: Way };

/** A copy of the court's database in which each of these secrets went its way. Both ways of one draw their ids from the same seed. */
export async function aRoom(court: Court, tellings: readonly Telling[], at: Date, dataFolder: string): Promise<Room> {
  const database: TestDatabase = await createDatabase(court.database.name);
  await database.setClock(at);
  // The first use of a key in a minute is written down, which would be a statement more in one of the worlds.
  await database.owner.pool.query('update plaudit.api_keys set used_at = $1, sealed_secret = null, shown_until = null', [at]);
  const byName = [...tellings].sort((a, b) => (a.secret.name < b.secret.name ? -1 : 1));
  for (const { secret, way } of byName) await secret.tell(movedTo(court, database, secret.name), way);
  const moved = movedTo(court, database, 'worlds');
  const door = await openDoor(database, court.organisation, dataFolder);
  const close = async () => {
    await door.close();
    await database.drop();
  };
  return { court: moved, door, close };
}

export type Said = { readonly status: number; readonly text: string; readonly statements: string };
export type Transcript = ReadonlyMap<string, Said>;

/** So many questions at once; what each makes the database do is kept apart. */
const atOnce = 4;

/** Asked once a minute by every process, of everybody's behalf: whose the host is. */
const nowAndThen = /^SELECT \d+: select id, host is not distinct from/;

export async function said({ door }: Pick<Room, 'door'>, asking: Asking): Promise<Said> {
  const { result, statements } = await door.ask(asking);
  return {
    status: result.status,
    text: written(result),
    statements: statements.filter((statement) => !nowAndThen.test(statement)).join('\n'),
  };
}

export function askerOf({ court }: Room, reader: Reader): Pick<Asking, 'session' | 'key'> {
  return { session: court.sessions.get(reader), key: court.keys.get(reader) };
}

/** What a reader is told, question by question. */
export async function transcript(room: Room, reader: Reader, questions: readonly Question[]): Promise<Transcript> {
  const asker = askerOf(room, reader);
  const told = new Map<string, Said>();
  const waiting = [...questions];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) told.set(next.path, await said(room, { path: next.path, ...asker }));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return told;
}

/** The first place where two texts part, with what stands around it. */
function parting(one: string, other: string): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  const from = Math.max(0, (at < 0 ? one.length : at) - 60);
  return `…${one.slice(from, from + 160)}… or …${other.slice(from, from + 160)}…`;
}

/** Status, headers and body to the byte, and every statement with its count of rows. One line for each question that tells the worlds apart. */
export function differences(one: Transcript, other: Transcript): string[] {
  return [...one].flatMap(([path, said]) => {
    const besides = other.get(path);
    if (!besides) return [`${path} was asked in one world only`];
    if (said.text !== besides.text) return [`${path} says ${parting(said.text, besides.text)}`];
    return said.statements === besides.statements ? [] : [`${path} does ${parting(said.statements, besides.statements)}`];
  });
}

/** Answers by status; a run in which nobody was let in proves nothing. */
export function statusesOf(told: Transcript): ReadonlyMap<number, number> {
  return new Map([...Map.groupBy(told.values(), ({ status }) => status)].map(([status, of]) => [status, of.length]));
}

const statusesOfPages = [200, 202, 302, 303, 404];

/** How a question may be answered: the API asks whoever has no key for one, and refuses in words what it does not know. */
export function statusesExpected(path: string): readonly number[] {
  return path.startsWith(apiRoot) ? [200, 400, 401, 404, 422] : statusesOfPages;
}

/** Every mail as its recipient would read it, by recipient. */
export async function mailsIn({ court }: Pick<Room, 'court'>): Promise<ReadonlyMap<string, readonly string[]>> {
  const mails = await mailboxForMachine(court.asSystem(), 1_000);
  const byRecipient = Map.groupBy(mails, ({ to }) => to);
  return new Map([...byRecipient].map(([to, of]) => [to, of.map(({ subject, text }) => `${subject}\n\n${text ?? ''}`).sort()]));
}
