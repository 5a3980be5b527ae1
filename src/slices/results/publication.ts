/** What the page of results asks for in its address: which categories are tried without an award, and when the winners would be announced. */
import { instantOf, zonedText } from '#core/season/wall-time.ts';
import type { CategoryId } from '#platform/ids.ts';
import type { Edition } from '#slices/programmes/index.ts';
import { categoryId } from './schemas.ts';

export type Announcement =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly instant: string; readonly told: string }
  | { readonly kind: 'past' | 'unreadable' };

export type Publication = {
  readonly notAwarded: readonly CategoryId[];
  /** Undefined while nobody has asked to see what would be announced. */
  readonly announcement: Announcement | undefined;
};

function announcementIn(query: URLSearchParams, { zone }: Edition, now: Date): Announcement | undefined {
  switch (query.get('announce')) {
    case 'now':
      return { kind: 'now' };
    case 'later': {
      const at = instantOf(query.get('at') ?? '', zone);
      if (at === undefined) return { kind: 'unreadable' };
      return at <= now.getTime() ? { kind: 'past' } : { kind: 'at', instant: new Date(at).toISOString(), told: zonedText(at, zone) };
    }
    default:
      return undefined;
  }
}

export function publicationIn(query: URLSearchParams, edition: Edition, now: Date): Publication {
  const wanted = query.getAll('not').map((id) => categoryId.safeParse(id));
  return { notAwarded: wanted.flatMap((id) => (id.success ? [id.data] : [])), announcement: announcementIn(query, edition, now) };
}
