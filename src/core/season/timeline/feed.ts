/** News and dates as feed readers read them (Atom, RFC 4287). */

export type FeedItem = {
  /** An IRI that stays with the item for ever, whatever it is called or moved to. */
  readonly id: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly address: string;
  readonly summary?: string;
};

export type Feed = {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** Who speaks: every feed names an author (section 4.1.1). */
  readonly author: string;
  /** Where the feed itself is, and the page it tells of. */
  readonly address: string;
  readonly page: string;
  /** When a feed without items was made. */
  readonly madeAt: number;
  readonly items: readonly FeedItem[];
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What XML 1.0 (section 2.2) does not allow to be written in any way: controls, half characters, U+FFFE and U+FFFF. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;
const instant = (at: number): string => new Date(at).toISOString();

function itemText({ id, title, publishedAt, updatedAt, address, summary }: FeedItem): string {
  return [
    '  <entry>',
    `    ${element('id', id)}`,
    `    ${element('title', title)}`,
    `    ${element('published', instant(publishedAt))}`,
    `    ${element('updated', instant(updatedAt))}`,
    `    <link rel="alternate" href="${escaped(address)}"/>`,
    ...(summary === undefined ? [] : [`    ${element('summary', summary)}`]),
    '  </entry>',
  ].join('\n');
}

/** The text of an Atom feed, served as `application/atom+xml; charset=utf-8`; newest first, whatever order the items come in. */
export function atomFeed({ id, title, language, author, address, page, madeAt, items }: Feed): string {
  const newest = items.toSorted((a, b) => b.updatedAt - a.updatedAt || b.publishedAt - a.publishedAt);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `  ${element('id', id)}`,
    `  ${element('title', title)}`,
    `  ${element('updated', instant(newest[0]?.updatedAt ?? madeAt))}`,
    `  <author>${element('name', author)}</author>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(address)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    ...newest.map(itemText),
    '</feed>',
  ].join('\n')}\n`;
}
