/** Whoever changes a row says which version they saw; another one was saved meanwhile if it differs. */
import { problem } from '#core/problems/problem.ts';

type Texts = Readonly<Record<string, string | number>>;

/** @throws Problem `general.stale-version` with both texts of every field in which `saved` and `sent` differ */
export function requireFresh(row: { readonly version: number }, seen: number, saved: Texts = {}, sent: Texts = {}): void {
  if (row.version === seen) return;
  const fields = Object.entries(saved)
    .filter(([path, text]) => String(text) !== String(sent[path]))
    .map(([path, text]) => ({ path, code: 'field.changed-meanwhile', facts: { saved: text, sent: sent[path] ?? '' } }) as const);
  throw problem('general.stale-version', {}, fields);
}
