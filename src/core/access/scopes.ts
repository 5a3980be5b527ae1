/** What a key may be given: to read or to change one subject. Few, so that whoever makes a key can tell what they hand out. */
export const scopes = [
  'read:programmes',
  'write:programmes',
  'read:people',
  'write:people',
  'read:companies',
  'write:companies',
  'read:entries',
  'write:entries',
  'read:judging',
  'read:results',
  'read:record',
  'read:webhooks',
  'write:webhooks',
] as const;

export type Scope = (typeof scopes)[number];

/** Where the operations of a slice are asked for; a slice without a line has no operation in the API. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  programmes: ['programmes', 'people'],
  companies: ['companies'],
  entries: ['entries'],
  screening: ['entries'],
  integrations: ['webhooks'],
};

/** Whether a key with this scope may be let at an operation: the scopes follow from the operations, not from what a route likes. */
export function coversOperation(scope: string, operation: string): boolean {
  const [slice = ''] = operation.split('.');
  return (subjects[slice] ?? []).some((subject) => scope === `write:${subject}`);
}
