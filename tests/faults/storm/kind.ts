/** One entry a kind of operation: how a person does it through the product's forms, and how often it took effect. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryResultRow } from 'pg';
import type { Client } from './client.ts';
import type { Line } from './ledger.ts';
import type { World } from './world.ts';

/** Reads the database past every policy; only the checker and the mailbox of the storm's people use it. */
export type Look = <Row extends QueryResultRow>(statement: string, values?: readonly unknown[]) => Promise<Row[]>;

/** What the ledger says was done, and what the database shows. */
export type Count = { readonly of: string; readonly expected: number; readonly found: number };

type Doing = {
  /** How often, among the others. */
  readonly weight: number;
  /** Which clients do it; all unless said. */
  readonly by?: 'administrator' | 'manager';
  readonly act: (client: Client, world: World) => Promise<void>;
};

/** Done on the way by another kind. */
type Within = { readonly within: string };

export type Kind = (Doing | Within) & {
  /** Name of the operation. */
  readonly operation: string;
  /** Answers that are no failure, since several people may want the same at once. */
  readonly refusals?: readonly string[];
  /** Reads an answer as what it means, see `answeredTwice`. */
  readonly settle?: (line: Line) => Line;
  /** `lines` are this kind's, `all` everybody's. */
  readonly check: (lines: readonly Line[], look: Look, all: readonly Line[]) => Promise<Count[]>;
};

/** Repeats a look until the database is there to be looked at. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(200);
    }
  }
}

const done = (line: Line) => line.outcome === 'ok';

/** Each call left one mark with its own name: `statement` gives mark and how often it is there. */
export async function oncePerCall(lines: readonly Line[], look: Look, statement: string): Promise<Count[]> {
  const rows = await look<{ mark: string; found: number }>(statement);
  const found = new Map(rows.map((row) => [row.mark, row.found]));
  return lines.map((line) => ({ of: `${line.kind} ${line.call}`, expected: done(line) ? 1 : 0, found: found.get(line.call) ?? 0 }));
}

/** The seasons the storm finds were loaded as history; what it does itself is of this hour. */
const lately = (at: string) => `${at} > plaudit.plaudit_now() - interval '1 hour'`;

/** As many events of a kind as calls that were acknowledged, for each of what `field` of the body names: the actor unless said. */
export async function oncePerEvent(lines: readonly Line[], look: Look, event: string, field = 'actor'): Promise<Count[]> {
  const rows = await look<{ name: string; found: number }>(
    `select b.body::json ->> $2 as name, count(*)::int as found from plaudit.audit_events e
     join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id where e.kind = $1 and ${lately('e.at')} group by 1`,
    [event, field],
  );
  const found = new Map(rows.map((row) => [row.name, row.found]));
  const wanted = Map.groupBy(lines, (line) => line.about[field] ?? line.person ?? '');
  return [...wanted].map(([name, of]) => ({ of: `${event} of ${name}`, expected: of.filter(done).length, found: found.get(name) ?? 0 }));
}

/** The same, for each thing the event is about. */
export async function oncePerSubject(lines: readonly Line[], look: Look, event: string): Promise<Count[]> {
  const rows = await look<{ subject: string; found: number }>(
    `select subject_id as subject, count(*)::int as found from plaudit.audit_events where kind = $1 and ${lately('at')} group by 1`,
    [event],
  );
  const found = new Map(rows.map((row) => [row.subject, row.found]));
  const wanted = Map.groupBy(lines, ({ about }) => about.subject ?? '');
  return [...wanted].map(([subject, of]) => ({
    of: `${event} of ${subject}`,
    expected: of.filter(done).length,
    found: found.get(subject) ?? 0,
  }));
}

/** For operations that take away what a retry is recognised by: a second answer of this kind vouches for the first, unheard one. */
export function answeredTwice(second: string): (line: Line) => Line {
  return (line) => (line.unheard.length > 0 && line.answer === second ? { ...line, outcome: 'ok' } : line);
}
