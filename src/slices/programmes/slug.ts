/** The part of an address a name becomes. */

/** `The Handbell Awards – Été 2027` → `the-handbell-awards-ete-2027`; at most 60 characters, never empty. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'awards' : plain;
}

/** What stands at a programme's or an edition's place in an address already. */
const taken = new Set([
  'new',
  'system',
  'mailbox',
  'companies',
  'contacts',
  'entries',
  'people',
  'texts',
  'enter',
  'winners',
  'questions',
  'webhooks',
]);

/** Whether a name may be one in an address at all. */
export const isFreeSlug = (slug: string): boolean => !taken.has(slug);

/** Tries the slug, then the slug with 2, 3, … behind it, until `take` gets one. */
export async function firstFreeSlug<T>(name: string, take: (slug: string) => Promise<T | undefined>): Promise<{ slug: string; taken: T }> {
  const stem = slugOf(name);
  for (let n = taken.has(stem) ? 2 : 1; ; n += 1) {
    const slug = n === 1 ? stem : `${stem}-${n}`;
    const made = await take(slug);
    if (made !== undefined) return { slug, taken: made };
  }
}
