/** What a secret is to the harness: something that is one way in one world and another way in the other. */
import { inject } from 'vitest';
import type { Places } from '#tests/house/pages/fair.ts';
import { onDatabase, withClient } from '../postgres/template.ts';
import type { Court, Reader } from './court.ts';

/** `one` and `other` are alike but for what is secret: both act, or only one does where the secret is that something is there. */
export type Way = 'one' | 'other';

/** A leak made for the test: what a page of this slice could give away, and the harness must see. */
export type Plant = {
  readonly kind: 'count' | 'sort' | 'header' | 'search';
  /** The route it would be on, and a reader who may open it; a search is one for the secrets' words. */
  readonly route: string;
  readonly reader: Reader;
  /** What the secret makes of it, read past every wall. */
  readonly leak: (court: Court) => Promise<string>;
};

export type Secret = {
  /** Goes on from “whoever may not know”. */
  readonly name: string;
  /** The database's clock while it is asked for. */
  readonly at: Date;
  /** Done by operations, as people would do it. */
  readonly tell: (court: Court, way: Way) => Promise<void>;
  /** Who may know: for each of them at least one answer differs. Whoever is not named may learn nothing. */
  readonly knows: readonly Reader[];
  /** Addresses a mail may tell it to besides. */
  readonly mailed?: readonly string[];
  /** The pages that are about it. */
  readonly places?: (court: Court) => Partial<Places>;
  /** What is searched for, sorted and filtered by besides the dictionary: words of the secret itself. */
  readonly words?: readonly string[];
  /** The routes where whoever may know sees it: each of them on one of these. */
  readonly shown: readonly string[];
  /** Asked there too, where a page tells it only on a word more. */
  readonly query?: string;
  /** Addresses of the API where at least one of them is told it. */
  readonly told?: readonly string[];
  readonly plant: Plant;
};

/** What the secret's rows come to, past every wall: only a planted leak asks so. */
export function look({ database }: Court, from: string, { told, of }: { readonly told: string; readonly of: string }): Promise<string> {
  return withClient(onDatabase(inject('template').superUrl, database.name), async (client) => {
    await client.query('set search_path = plaudit, directory');
    const { rows } = await client.query<{ told: string | null }>(`select (${told})::text as told from ${from}`, [of]);
    return rows[0]?.told ?? 'nothing';
  });
}
