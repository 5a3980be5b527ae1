/** Words on a page that come neither from the catalogue nor from the data. Pure. */

export type Literal = { readonly where: string; readonly text: string };

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", nbsp: ' ' };
const plain = (text: string) => text.replaceAll(/&(#x27|\w+);/g, (all, name: string) => named[name] ?? all);

/** Sentences of the catalogue taken away, those that stand in others too. */
function withoutSentences(text: string): string {
  const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  return less === text ? text : withoutSentences(less);
}

/** Read by people or said to them: text, and these attributes. `data-label` is what a phone shows above a value. */
const spoken = /\s(aria-label|alt|title|placeholder|aria-roledescription|aria-valuetext|data-label|label)="([^"]*)"/g;

function piecesOf(html: string): Literal[] {
  const page = html
    .replaceAll(/<(script|style|code|kbd)\b[\s\S]*?<\/\1>/g, '')
    // React parts neighbouring texts; a reader does not.
    .replaceAll('<!-- -->', '');
  const texts = [...page.matchAll(/<(\/?\w+)[^>]*>([^<]+)/g)].map(([, tag = '', text = '']) => ({ where: `<${tag}>`, text }));
  const attributes = [...page.matchAll(spoken)].map(([, name = '', text = '']) => ({ where: name, text }));
  return [...texts, ...attributes].map(({ where, text }) => ({ where, text: plain(text) }));
}

/** Figures, signs, and the one to three letters of somebody's name in a circle, and addresses, say nothing in any language. */
const wordless = /^(?:[^\p{L}]*|\p{Lu}{1,3}|https?:\/\/\S+|[\w-]+(?:\.[\w-]+)+)$/u;

/** Names of time zones are the same in every language of ours. */
const zone = /^[A-Z][A-Za-z]+\/[A-Za-z_ /+-]+$/;

/** A text without what people wrote, so that a name beside a name is two names and not a sentence. */
export function withoutData(written: Iterable<string>): (text: string) => string {
  const known = [...new Set(written)].filter((line) => line.length > 1).sort((a, b) => b.length - a.length);
  const whole = new Set(known);
  return (text) => {
    if (whole.has(text)) return '';
    return known.reduce((rest, line) => (rest.includes(line) ? ` ${rest} `.split(line).join(' ').trim() : rest), text);
  };
}

/** `rest` takes away what came from people: from the database, from the request. */
export function literalsIn(html: string, rest: (text: string) => string): Literal[] {
  return piecesOf(html).flatMap(({ where, text }) =>
    withoutSentences(text)
      .split(/ · |\s{2,}|\n/)
      .map((part) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
      .filter((part) => !wordless.test(part) && !zone.test(part) && !wordless.test(rest(part).trim()))
      .map((part) => ({ where, text: part })),
  );
}
