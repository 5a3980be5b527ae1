import { load } from '#http/context.ts';
import { longJobForAdministrator, streamJob } from '#slices/system/index.ts';

/** `GET /jobs/:job/events`: how far a long job is, as it moves. */
export const loader = load(async (ctx, { params, request }) => {
  const look = () => longJobForAdministrator(ctx, params.job ?? '');
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  return new Response(streamJob(await look(), look, request.signal), { headers });
});
