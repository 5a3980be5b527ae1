/**
 * The button of a mail program (RFC 8058): it posts `List-Unsubscribe=One-Click` to the link, without a cookie, a key or anything else of a
 * form of ours. The link itself is the key, so that a second press does nothing more.
 */
import type { ActionFunctionArgs } from 'react-router';
import { load } from '#http/context.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { refuseTopic } from './topics.ts';

const asked = 'List-Unsubscribe=One-Click';

/** Whether this was the button; the body of every other request is left to be read. What is refused is told as a page tells it. */
export async function oneClick(args: ActionFunctionArgs): Promise<boolean> {
  const { request } = args;
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return false;
  if ((await request.clone().text()).trim() !== asked) return false;
  const refuse = load((ctx, { params: { token = '' } }) => {
    const key = `one-click-${hashToken(token).toString('hex').slice(0, 64)}`;
    return refuseTopic({ ...ctx, key }, { token });
  });
  await refuse(args);
  return true;
}
