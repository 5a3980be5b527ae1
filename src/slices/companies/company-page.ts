/** One company as its page shows it: instants told, plain values out. */
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { pairsOfCompany } from './duplicates/likely.ts';
import { companyForReader } from './views.ts';

const told = (at: Date | string) => zonedText(new Date(at).getTime(), 'Etc/UTC');

export type CompanyPageView = Awaited<ReturnType<typeof companyPage>>;

export async function companyPage(ctx: Ctx, id: string | undefined, query: URLSearchParams) {
  const view = await companyForReader(ctx, id);
  const merges = view.merges.map(({ at, ...merge }) => ({ ...merge, at: told(at) }));
  return {
    ...view,
    sizes: view.sizes.map(({ recordedAt, ...size }) => ({ ...size, recordedAt: told(recordedAt) })),
    merges,
    history: view.history.map(({ at, ...line }) => ({ ...line, at: told(at) })),
    alike: await pairsOfCompany(ctx, view.company.id),
    now: told(ctx.now),
    said: (['added', 'saved', 'undone'] as const).find((one) => query.has(one)),
    /** Just merged into it, so the way back stands beside what was done. */
    merged: merges.find((merge) => merge.id === query.get('merged')),
  };
}
