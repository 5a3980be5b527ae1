/** Whether a person wrote a form, as far as can be told without asking anybody else: a field nobody sees, and the time it took. */
import { problem } from '#core/problems/problem.ts';
import { derivedToken } from '#platform/tokens.server.ts';
import { signInSettings } from '#slices/people/index.ts';

const second = 1000;
/** Nobody reads and writes such a form faster; and whoever comes a day later opens it anew. */
const [fastest, slowest] = [2 * second, 24 * 3600 * second];

const sealed = (at: string) => derivedToken(signInSettings().secret, 'form', at);

/** When a form was opened, in a way nobody else can make up. */
export function formMark(now: Date): string {
  const at = String(now.getTime());
  return `${at}.${sealed(at)}`;
}

/** @throws Problem `nominations.looks-automatic` */
export function requireHuman(
  { mark = '', trap = '' }: { readonly mark?: string | undefined; readonly trap?: string | undefined },
  now: Date,
): void {
  const [at = '', seal] = mark.split('.');
  const took = now.getTime() - Number(at);
  if (trap !== '' || seal !== sealed(at) || took < fastest || took > slowest) throw problem('nominations.looks-automatic');
}
