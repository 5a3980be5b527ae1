/** What a referee does behind the link they were mailed: write, write anew, decline. The link alone says who they are. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { letterLimits, letterState } from '#core/entries/asking/letters.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds, token } from '#slices/people/index.ts';
import { editionById } from '#slices/programmes/index.ts';
import { lockEntry } from '../store.ts';
import type { Open } from './asking.ts';
import { requireTimeForLetters } from './deadline.ts';
import * as store from './letter-store.ts';

type Behind = Open & { readonly request: store.Request };

/** Its entry is locked first, as by all who ask; what is behind the link is read under that lock. */
async function lockBehind(ctx: Ctx, link: string): Promise<Behind | undefined> {
  const found = await store.requestBehind(ctx, link);
  const entry = found && (await lockEntry(ctx, found.entry));
  const [edition, request] = entry ? [await editionById(ctx, entry.edition), await store.requestBehind(ctx, link)] : [undefined, undefined];
  return entry && edition && request && { entry, edition, request };
}

/** @throws Problem where the link leads nowhere, or no letter is wanted any more */
async function requireWanted(ctx: Ctx, behind: Behind | undefined): Promise<Behind & { readonly until: Date }> {
  if (!behind) throw problem('entries.letter-link-unknown');
  // Of whoever was erased nothing is left to write to.
  if (letterState(behind.request) === 'withdrawn' || behind.request.email === '') throw problem('entries.letter-withdrawn');
  return { ...behind, until: await requireTimeForLetters(ctx, behind.edition, behind.entry) };
}

/** To whoever asked: that something came, no word of it, and not from whom, for a mail outlasts whoever is erased. */
async function mailAsker(ctx: Ctx, { entry, edition, request }: Behind, became: 'arrived' | 'declined'): Promise<void> {
  const asker = (await peopleByIds(ctx, [request.askedBy])).get(request.askedBy);
  if (asker === undefined) return;
  const { programme, programmeName, name } = edition;
  const of = { entry: entry.id, name: asker.name, title: entry.title, programme: `${programmeName} ${name}` };
  await mail(ctx, { mail: 'entries.letter-answered', to: asker.email, person: request.askedBy, programme, data: { ...of, became } });
}

/** A line ends in one way, whatever sent it, so that its hash is that of the text as it is read. */
const words = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(most));
const version = z.coerce.number().int().min(0);

/** Kept and acknowledged by mail with its hash. Of two that are sent at once the second is shown what the first one saved. */
export const writeLetter = operation('entries.write-letter', {
  input: z.object({ token, text: words(letterLimits.letter).pipe(z.string().min(1)), version }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ behind: await lockBehind(ctx, input.token) }),
  run: async (ctx, { text, version: seen, token: link }, found) => {
    const behind = await requireWanted(ctx, found.behind);
    const { entry, edition, request, until } = behind;
    if (seen !== request.version) throw problem('general.stale-version', { by: null, at: null });
    if (letterState(request) === 'declined') {
      const { open } = await store.countRequests(ctx, entry.id, ctx.now);
      if (open >= letterLimits.open) throw problem('entries.too-many-letters', { most: letterLimits.open });
    }
    const sha256 = hash('sha256', text, 'buffer');
    await store.markWritten(ctx, request, text, sha256);
    const { programme, programmeName, name, zone } = edition;
    const of = { name: request.name, title: entry.title, programme: `${programmeName} ${name}`, token: link, hash: sha256.toString('hex') };
    const data = { ...of, at: zonedText(ctx.now.getTime(), zone), until: zonedText(until.getTime(), zone) };
    await mail(ctx, { mail: 'entries.letter-receipt', to: request.email, programme, data });
    if (!request.writtenAt) await mailAsker(ctx, behind, 'arrived');
    const body = { request: request.id, version: request.version + 1 };
    await tell(ctx, { kind: 'entries.letter-written', programme, subject: { kind: 'entry', id: entry.id }, body });
    return { version: request.version + 1 };
  },
});

/** A letter that had arrived is taken back by it. As long as there is time, one may be written all the same. */
export const declineLetter = operation('entries.decline-letter', {
  input: z.object({ token, words: words(letterLimits.words).default('') }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ behind: await lockBehind(ctx, input.token) }),
  run: async (ctx, { words: said }, found) => {
    const behind = await requireWanted(ctx, found.behind);
    const { entry, edition, request } = behind;
    if (letterState(request) === 'declined') throw problem('entries.letter-not-waiting');
    await store.markDeclined(ctx, request, said);
    await mailAsker(ctx, behind, 'declined');
    const body = { request: request.id };
    await tell(ctx, { kind: 'entries.letter-declined', programme: edition.programme, subject: { kind: 'entry', id: entry.id }, body });
    return { declined: true };
  },
});
