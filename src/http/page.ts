/**
 * The answer that is a page, with the page beside it: a body inside an answer becomes a stream on its way through the
 * router and would have to be read out of it again.
 */
export type Encoding = 'br' | 'gzip';

export type Page = {
  readonly text: string;
  /** The forms it has been sent in so far. */
  readonly squeezed: Map<Encoding, Uint8Array<ArrayBuffer>>;
};

export function newPage(text: string): Page {
  return { text, squeezed: new Map() };
}

const pages = new WeakMap<Response, Page>();

export function pageAnswer(page: Page, init: { readonly status: number; readonly headers: Headers }): Response {
  const answer = new Response(null, init);
  pages.set(answer, page);
  return answer;
}

/** The page of an answer made by `pageAnswer`; every other answer carries its own body. */
export function pageOf(answer: Response): Page | undefined {
  return pages.get(answer);
}
