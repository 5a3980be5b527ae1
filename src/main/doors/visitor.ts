/** Who sent a request: by the host the organisation, by the cookie the session. */
import { visitorContext } from '#http/context.ts';
import { readKnown, readSession } from '#http/session.ts';
import { type Visit, visitContext } from '#http/visit.ts';
import { clockOf } from '#http/visitor/clock.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import { ids } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { resolveOrganisation, resolveVisitor } from '#slices/programmes/index.ts';

type Setting = { readonly database: Database; readonly log: Log; readonly secure: boolean };

export function findVisitor({ database, log, secure }: Setting): Visit['prepare'] {
  return async (context, request) => {
    const arrived = performance.now();
    const host = request.headers.get('host') ?? '';
    const agent = request.headers.get('user-agent') ?? '';
    const client = { address: context.get(visitContext).peer, agent, known: readKnown(request) };
    const organisation = await resolveOrganisation(database, host);
    const token = readSession(request, secure);
    const found = await resolveVisitor(database, { organisation, token, client, log, ids, arrived });
    const visitor = { ...found, clock: clockOf(request.headers.get('cookie')) };
    const contents = new URL(request.url).searchParams.get('lang');
    context.set(visitorContext, contents === null ? visitor : { ...visitor, ctx: { ...visitor.ctx, contents } });
  };
}
