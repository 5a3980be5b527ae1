/**
 * The button of a mail program (RFC 8058): it posts `List-Unsubscribe=One-Click` to the link, without a cookie, a key or anything else of a
 * form of ours. The link itself is the key, so that a second press does nothing more.
 */
import type { ActionFunctionArgs } from 'react-router';
import { pageArgs } from '#http/context.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { refuseTopic } from './topics.ts';

const asked = 'List-Unsubscribe=One-Click';

/** Undefined for every other request, whose body is left to be read. */
export async function oneClick(args: ActionFunctionArgs): Promise<null | undefined> {
  const { request } = args;
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined;
  if ((await request.clone().text()).trim() !== asked) return undefined;
  const { visitor, params } = pageArgs(args);
  const token = params.token ?? '';
  await refuseTopic({ ...visitor.ctx, key: `one-click-${hashToken(token).toString('hex').slice(0, 64)}` }, { token });
  return null;
}
