/** Honours: what was won, for ever. Results call these inside their publication, in its transaction and under scope `decisions`. */
import type { Ctx } from '#platform/context.ts';
import type { Edition } from './edition.ts';
import * as store from './store.ts';

/** From this instant, and not a moment before, the public reads the results; null takes it back. The caller holds the edition and tells of it. */
export async function setAnnouncement(ctx: Ctx, edition: Edition, at: Date | null): Promise<void> {
  await store.markAnnouncement(ctx, edition.id, at);
}

/** The caller has opened scope `decisions`; rows stay hidden from all others until `announcedAt`. */
export async function recordHonours(ctx: Ctx, edition: Edition, honours: readonly store.NewHonour[], announcedAt: Date): Promise<void> {
  await store.insertHonours(ctx, edition, honours, announcedAt);
}

/** Takes honours back that nobody has read: those announced already stay, whoever asks. */
export async function withdrawHonours(ctx: Ctx, edition: Edition): Promise<void> {
  await store.deleteHonours(ctx, edition.id);
}
