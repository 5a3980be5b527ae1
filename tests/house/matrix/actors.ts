/** Who is asked to do everything, and how each stands to the things they are tried on. */
import type { Relation } from '#core/access/relations.ts';

export const actors = [
  'visitor',
  'stranger',
  'neighbour',
  'foreigner',
  'owner',
  'writer',
  'judge',
  'manager',
  'region',
  'sibling',
  'screener',
  'auditor',
  'administrator',
  'system',
] as const;
export type Actor = (typeof actors)[number];

/**
 * A stranger is signed in and nothing else; a neighbour manages another programme and is no more than a stranger to this one, a foreigner
 * runs another organisation and is no more here at all. What all programmes share is open to whoever manages any. Administrators manage
 * every programme of their organisation. A region manages the chapter the entries tried on belong to; a sibling manages another chapter of the
 * same edition, and is a stranger to these. A writer may do whatever the owner of an entry lets others do.
 */
export const standings: Readonly<Record<Actor, readonly Relation[]>> = {
  visitor: ['visitor'],
  stranger: ['visitor', 'person'],
  neighbour: ['visitor', 'person', 'organiser'],
  foreigner: ['visitor', 'person'],
  owner: ['visitor', 'person', 'owner'],
  writer: ['visitor', 'person', 'writer'],
  judge: ['visitor', 'person', 'judge'],
  manager: ['visitor', 'person', 'manager', 'organiser'],
  region: ['visitor', 'person', 'chapter-manager'],
  sibling: ['visitor', 'person'],
  screener: ['visitor', 'person', 'screener'],
  auditor: ['visitor', 'person', 'auditor'],
  administrator: ['visitor', 'person', 'manager', 'organiser', 'administrator'],
  system: ['system'],
};
