/** What the page of results asks for in its address: which categories are tried without an award, and when the winners would be announced. */
import { instantOf, zonedText } from '#core/season/wall-time.ts';
import type { CategoryId } from '#platform/ids.ts';
import type { Edition } from '#slices/programmes/index.ts';
import { noLevel } from './counting/no-level.ts';
import type { LevelDecision } from './gate.ts';
import { categoryId, levelDecision } from './schemas.ts';

export type Announcement =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly instant: string; readonly told: string }
  | { readonly kind: 'past' | 'unreadable' };

export type Publication = {
  readonly notAwarded: readonly CategoryId[];
  readonly decided: readonly LevelDecision[];
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

const prefix = 'level.';

/** Levels as a form's fields `level.<entry>` have them; a field left empty decides nothing. */
export function decidedIn(fields: Iterable<readonly [string, unknown]>): LevelDecision[] {
  return [...fields].flatMap(([name, value]) => {
    if (!name.startsWith(prefix) || typeof value !== 'string' || value === '') return [];
    const found = levelDecision.safeParse({ entry: name.slice(prefix.length), level: value === noLevel ? null : value });
    return found.success ? [found.data] : [];
  });
}

export function publicationIn(query: URLSearchParams, edition: Edition, now: Date): Publication {
  const wanted = query.getAll('not').map((id) => categoryId.safeParse(id));
  const notAwarded = wanted.flatMap((id) => (id.success ? [id.data] : []));
  return { notAwarded, decided: decidedIn(query), announcement: announcementIn(query, edition, now) };
}
