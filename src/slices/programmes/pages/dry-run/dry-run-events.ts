import { load } from '#http/context.ts';
import { dryRunJob } from '#slices/programmes/index.ts';
import { streamJob } from '#slices/system/index.ts';

/** `GET /manage/:programme/:edition/dry-run/:run/events`: how far a dry run is, as it moves. */
export const loader = load(async (ctx, { params, request }) => {
  const look = () => dryRunJob(ctx, params.run ?? '');
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  return new Response(streamJob(await look(), look, request.signal), { headers });
});
