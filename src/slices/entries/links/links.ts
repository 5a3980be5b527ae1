/**
 * Whether anything answers at the web addresses of an entry: asked for by whoever screens it, looked up by a job behind the guard every
 * request of ours goes out by, and never while somebody waits for a page.
 */
import { z } from 'zod';
import type { Answers } from '#core/forms/answer-shapes.ts';
import { understood } from '#core/forms/reading.ts';
import { type Form, fieldsOf } from '#core/forms/shape.ts';
import { Problem, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import type { Networks } from '#platform/outward/networks.server.ts';
import { patience, probeOutward } from '#platform/outward/post.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Edition, editionById, formOfCategory, screeningRelations } from '#slices/programmes/index.ts';
import { answersOf } from '../answers/answers-store.ts';
import { entryId } from '../schemas.ts';
import { type Entry, lockEntry } from '../store.ts';
import * as store from './link-store.ts';

/** So many at once; a form asks for five, unless it says more. */
const mostLinks = 40;
/** Strangers' servers are asked no oftener, however often somebody presses. */
const minutesBetween = 10;

let networks: Networks = { allows: () => false };

/** Said once by every process: which networks inside may be asked. */
export function configureLinks(given: Networks): void {
  networks = given;
}

/** The addresses answers name, each once. */
export function addressesIn(form: Form, answers: Answers): string[] {
  const all = fieldsOf(form).flatMap(({ field }) => {
    const { answered } = understood(field, Object.hasOwn(answers, field.key) ? answers[field.key] : undefined);
    return answered?.kind === 'web-addresses' ? answered.answer : [];
  });
  return [...new Set(all)].slice(0, mostLinks);
}

async function addressesOf(ctx: Ctx, entry: Entry): Promise<string[]> {
  const form = await formOfCategory(ctx, { edition: entry.edition, version: entry.editionVersion, category: entry.categoryCode });
  return form ? addressesIn(form.form, (await answersOf(ctx, [entry.id])).get(entry.id) ?? {}) : [];
}

type Open = { readonly entry: Entry; readonly edition: Edition };

async function submitted(ctx: Ctx, id: EntryId): Promise<Open | undefined> {
  const entry = await lockEntry(ctx, id);
  const edition = entry && entry.state !== 'draft' ? await editionById(ctx, entry.edition) : undefined;
  return entry && edition && { entry, edition };
}

const subjectOf = (id: EntryId) => ({ kind: 'entry', id });

/** Puts the job to it; what it finds stands on the page of the entry. */
export const checkLinks = operation('entries.check-links', {
  input: z.object({ entry: entryId }),
  who: ['manager', 'chapter-manager', 'screener'],
  find: (ctx, input) => submitted(ctx, input.entry),
  relations: (ctx, { entry, edition }) => screeningRelations(ctx, edition, [entry]),
  run: async (ctx, _input, { entry, edition }) => {
    const addresses = await addressesOf(ctx, entry);
    const [last] = await store.linksOf(ctx, entry.id);
    const before = last?.askedAt.getTime() ?? 0;
    if (ctx.now.getTime() - before < minutesBetween * 60_000) throw problem('entries.links-asked-lately', { minutes: minutesBetween });
    await store.replaceLinks(ctx, entry.id, addresses);
    if (addresses.length > 0) await enqueue(ctx, 'entries.check-links', { entry: entry.id }, { jobKey: `links ${entry.id}` });
    const body = { addresses: addresses.length };
    await tell(ctx, { kind: 'entries.links-asked', programme: edition.programme, subject: subjectOf(entry.id), body });
    return { entry: entry.id, ...body };
  },
});

const outcome = z.object({
  address: z.string().max(2000),
  status: z.number().int().min(100).max(999).nullable(),
  fault: z.enum(['not-an-address', 'not-found', 'not-public', 'not-secure', 'slow', 'refused', 'broken']).nullable(),
});

/** What the job found. */
export const noteLinks = operation('entries.note-links', {
  input: z.object({ entry: entryId, found: z.array(outcome).max(mostLinks) }),
  who: ['system'],
  find: (ctx, input) => submitted(ctx, input.entry),
  run: async (ctx, { found }, { entry, edition }) => {
    const noted = await store.markChecked(ctx, entry.id, found);
    const failing = found.filter(({ status }) => status === null || status >= 400).length;
    const body = { noted, failing };
    await tell(ctx, { kind: 'entries.links-checked', programme: edition.programme, subject: subjectOf(entry.id), body });
    return { entry: entry.id, noted };
  },
});

/** The job: one address after the other, whatever it answers. `millis`: how long each may take; tests wait less. */
export async function lookAtLinks(ctx: Ctx, entry: EntryId, millis: number = patience): Promise<void> {
  const waiting = (await store.linksOf(ctx, entry)).filter(({ checkedAt }) => checkedAt === null);
  const found: store.Found[] = [];
  for (const { address } of waiting) {
    const { status, fault } = await probeOutward(address, networks, millis);
    found.push({ address, status, fault: status === null ? (fault ?? 'broken') : null });
  }
  if (found.length === 0) return;
  try {
    await noteLinks(ctx, { entry, found });
  } catch (error) {
    // Whoever entered was erased meanwhile.
    if (!(error instanceof Problem && error.code === 'general.not-found')) throw error;
  }
}
