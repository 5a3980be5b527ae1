/** What every step of the load needs: contexts under keys of their own, told instants, tokens and the password. */
import { createHmac } from 'node:crypto';
import { readSecret } from '#platform/config.server.ts';
import type { Ctx } from '#platform/context.ts';
import { ids, type OrganisationId, type PersonId } from '#platform/ids.ts';
import { foundOrganisation } from '#slices/people/index.ts';
import { organisation as invented } from '../../../db/demo/people.ts';
import { programme } from '../../../db/demo/programme.ts';
import { callAs, type Errand } from '../errand.ts';
import { type Calendar, calendarOf, foundedBefore } from './calendar.ts';

export type World = {
  readonly organisation: OrganisationId;
  readonly calendar: Calendar;
  readonly password: string;
  /** A context under the step's key: a load that was cut short and is begun again repeats no step, and two loads make one. */
  readonly as: (who: PersonId | 'system' | 'visitor', step: string, at: Date) => Ctx;
  /** The same 32 bytes for the same step, and nobody's guess. */
  readonly token: (step: string) => string;
};

const system = { kind: 'system', name: 'demo' } as const;
const nowhere = '00000000-0000-4000-8000-000000000000';

const actorOf = (who: PersonId | 'system' | 'visitor') => {
  if (who === 'visitor') return { kind: 'visitor' } as const;
  return who === 'system' ? system : ({ kind: 'person', id: who, sessionId: nowhere } as const);
};

/** Three words nobody else has, easily typed: made from the installation secret, so that every start says the same. */
function passwordFrom(bytes: Uint8Array): string {
  const [consonants, vowels] = ['bdfgjklmnprstvwz', 'aeiou'];
  const syllable = (i: number) => `${consonants[(bytes[i] ?? 0) % 16]}${vowels[(bytes[i + 9] ?? 0) % 5]}`;
  return [0, 3, 6].map((at) => [at, at + 1, at + 2].map(syllable).join('')).join('-');
}

async function findOrFound({ database }: Errand): Promise<{ id: OrganisationId; start: Date } | undefined> {
  const find = async () => {
    const rows = await database.db.selectFrom('directory.organisations').select(['id', 'slug', 'created_at']).limit(2).execute();
    const [only] = rows;
    if (!only) return 'none';
    const ours = rows.length === 1 && only.slug === invented.slug;
    return ours ? { id: only.id, start: new Date(only.created_at.getTime() + foundedBefore) } : 'other';
  };
  const found = await find();
  if (found === 'other') return undefined;
  if (found !== 'none') return found;
  const [organisation, start] = [ids.next<OrganisationId>(), new Date()];
  start.setMilliseconds(0);
  await foundOrganisation(callAs(database, organisation, system, { clock: new Date(start.getTime() - foundedBefore) }), invented);
  return { id: organisation, start };
}

/** Undefined when somebody else's organisation is here: the demo is for empty installations. */
export async function openWorld(errand: Errand): Promise<World | undefined> {
  const found = await findOrFound(errand);
  if (!found) return undefined;
  const secret = readSecret(errand.config) ?? '';
  const derive = (step: string) => createHmac('sha256', secret).update(`demo ${step}`).digest();
  return {
    organisation: found.id,
    calendar: calendarOf(found.start, programme.timeZone),
    password: passwordFrom(derive('password')),
    as: (who, step, at) => {
      return callAs(errand.database, found.id, actorOf(who), { key: `demo:${step}`, clock: at });
    },
    token: (step) => derive(step).toString('base64url'),
  };
}
