/**
 * The answer that is a page, with its text beside it: a body inside an answer becomes a stream on its way through the
 * router and would have to be read out of it again.
 */
const texts = new WeakMap<Response, string>();

export function pageAnswer(text: string, init: { readonly status: number; readonly headers: Headers }): Response {
  const answer = new Response(null, init);
  texts.set(answer, text);
  return answer;
}

/** The text of a page made by `pageAnswer`; every other answer carries its own body. */
export function textOf(answer: Response): string | undefined {
  return texts.get(answer);
}
