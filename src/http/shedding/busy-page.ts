/** What a reader is shown who has to come again in a moment: made once, because there is no time to make it when it is needed. */
import { problem } from '#core/problems/problem.ts';
import { wordsFor } from '#words/index.ts';
import { pagePolicy } from '../headers.ts';
import { problemDocument, problemView } from '../problem.ts';

/** Seconds after which whoever was refused is asked to come again. */
const again = 3;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type Look = { readonly base: string; readonly styles: readonly string[]; readonly secure: boolean };

/** To a script as a problem document, to everybody else as a page that leads to itself. */
export function busyAnswers({ base, styles, secure }: Look): (asked: Headers) => Response {
  const view = problemView(problem('general.overloaded'), 'en');
  const { product } = wordsFor('en').shell;
  const { tryAgain } = wordsFor('en').shell.errors;
  const links = styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`).join('');
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${view.title} · ${product}`)}</title>${links}</head><body><main id="main"><div class="wrap"><div class="lost">
<h1 class="title">${escaped(view.title)}</h1><p class="lead">${escaped(view.detail)}</p>
<div class="row"><a class="btn btn--main" href="">${escaped(tryAgain)}</a></div></div></div></main></body></html>
`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy(undefined, secure) };
  return (asked) => {
    const answer = asked.get('accept')?.includes('text/html')
      ? new Response(page, { status: view.status, headers })
      : problemDocument(view, base, '');
    answer.headers.set('retry-after', String(again));
    return answer;
  };
}
