/** The script of the keys, the same for everybody; a page names it with the mark of its text, so a new one is fetched at once. */
import { goingScript } from '#shells/keys/going.ts';

export function loader(): Response {
  return new Response(goingScript, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
  });
}
