/** Who is asked to do everything, and how each stands to the things they are tried on. */
import type { Relation } from '#core/access/relations.ts';

export const actors = ['visitor', 'stranger', 'owner', 'judge', 'manager', 'auditor', 'administrator', 'system'] as const;
export type Actor = (typeof actors)[number];

/** A stranger is signed in and nothing else. Administrators manage every programme of their organisation. */
export const standings: Readonly<Record<Actor, readonly Relation[]>> = {
  visitor: ['visitor'],
  stranger: ['visitor', 'person'],
  owner: ['visitor', 'person', 'owner'],
  judge: ['visitor', 'person', 'judge'],
  manager: ['visitor', 'person', 'manager'],
  auditor: ['visitor', 'person', 'auditor'],
  administrator: ['visitor', 'person', 'manager', 'administrator'],
  system: ['system'],
};
